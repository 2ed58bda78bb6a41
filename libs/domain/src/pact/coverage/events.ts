import type { DomainEvent } from '../../decider';
import type { CalendarDate, DecimalText, Source } from '../../values';

/** Stream `pactcoverage-<region>-<unit>`: who of a unit's staff has signed, count by count. */
export type UnitSignaturesCounted = DomainEvent<
  'UnitSignaturesCounted',
  {
    readonly region: string;
    /** Short name of the unit within its region: `disdukcapil`. */
    readonly unit: string;
    readonly unitName: string;
    readonly staff: number;
    readonly signed: number;
    /** Signed of staff in percent, rounded half up to two decimals. */
    readonly percent: DecimalText;
    readonly asOf: CalendarDate;
    readonly source: Source;
  }
>;

export type PactCoverageEvent = UnitSignaturesCounted;
