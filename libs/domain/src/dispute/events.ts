import type { DomainEvent } from '../decider';
import type { FrameworkKey } from '../framework/events';
import type { CalendarDate, Source } from '../values';

/** What a claim says of one region. */
export interface ClaimedRank {
  readonly region: string;
  /** From 1; null where the claim gives no number. */
  readonly rank: number | null;
}

/** Somebody said something in public about the results of an instrument and year. */
export type ClaimRecorded = DomainEvent<
  'ClaimRecorded',
  FrameworkKey & {
    /** Number of the claim in this dispute, from 1. */
    readonly claim: number;
    /** Who said it, by office or name as the source gives it. */
    readonly by: string;
    /** Day on which it was said. */
    readonly date: CalendarDate;
    /** What was said, in the words of the source or their translation. */
    readonly text: string;
    /** Regions it is about; empty where it names none. */
    readonly about: readonly ClaimedRank[];
    readonly source: Source;
  }
>;

export type DisputeEvent = ClaimRecorded;
