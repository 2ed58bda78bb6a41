import type { DomainEvent } from '../decider';
import type { CalendarDate, DecimalText, Source } from '../values';

/** One index of one body or group in one year; whoever publishes it, and however often. */
export interface IndexKey {
  /** Short name as the policy `index-scales` lists it: `SPI`, `SPIP`, `SPBE`. */
  readonly kind: string;
  /** Code of a region, or a group such as `national` or `provinces`. */
  readonly subject: string;
  /** Year that was measured, not the year of publication. */
  readonly year: number;
}

export type IndexRecorded = DomainEvent<
  'IndexRecorded',
  IndexKey & {
    /** From 1 within the key: sources that contradict each other stand beside each other. */
    readonly publication: number;
    readonly value: DecimalText;
    /** Band of the value by the policy; null where the index has none. */
    readonly band: string | null;
    /** Band that the publisher named; null where none was. Kept although it may contradict `band`. */
    readonly claimedBand: string | null;
    /** The publisher's own words for it, such as `kuning bawah`. */
    readonly claimedAs: string | null;
    /** Number of persons asked; null where no source gives it or nobody was asked. */
    readonly respondents: number | null;
    /** Day of publication; null where no source gives it. */
    readonly publishedOn: CalendarDate | null;
    readonly source: Source;
    /** Version of `index-scales` that applied on the last day of the year measured. */
    readonly policyVersion: number;
    readonly recordedBy: string;
  }
>;

/** A value that was recorded wrongly; what it was stays readable. */
export type IndexCorrected = DomainEvent<
  'IndexCorrected',
  IndexKey & {
    readonly publication: number;
    readonly from: DecimalText;
    readonly to: DecimalText;
    readonly band: string | null;
    readonly reason: string;
    readonly policyVersion: number;
    readonly correctedBy: string;
  }
>;

export type IndexEvent = IndexRecorded | IndexCorrected;
