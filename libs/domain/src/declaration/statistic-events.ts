import type { DomainEvent } from '../decider';
import type { Source } from '../values';
import type { ComplianceCounts, ComplianceRatios } from './compliance';
import type { DeclarationField } from './events';

/** A figure on compliance that was published about the whole country. */
export type ComplianceStatisticRecorded = DomainEvent<
  'ComplianceStatisticRecorded',
  ComplianceCounts &
    ComplianceRatios & {
      /** Year the reports are about. */
      readonly year: number;
      /** Day it speaks of, or the month (`2024-04`) where its source gives no day. */
      readonly asOf: string;
      /** Null: all fields together. */
      readonly field: DeclarationField | null;
      readonly source: Source;
    }
>;
