import type { CommandContext } from '../../command-context';
import type { PolicyInForce } from '../../policy/state';
import type { CalendarDate, Source } from '../../values';
import type { PactCoverage } from './events';

export type DeclareZone = CommandContext & {
  readonly type: 'DeclareZone';
  readonly region: string;
  readonly declaredOn: CalendarDate;
  readonly publication: string;
  readonly witnesses: readonly string[];
  readonly coverage: PactCoverage;
  readonly source: Source | null;
  readonly regionRegistered: boolean;
  /** In force on the day of the declaration; null for none. */
  readonly sheet: PolicyInForce<'zone-sheet'> | null;
};

export type RecordPactCoverage = CommandContext & {
  readonly type: 'RecordPactCoverage';
  readonly region: string;
  readonly asOf: CalendarDate;
  readonly coverage: PactCoverage;
};

export type DeclarationCommand = DeclareZone | RecordPactCoverage;
