import type { CalendarDate, CountedTerm } from '@jejak/domain';
import type { Deadline, DeadlinePassed } from '@jejak/domain/deadline/events';

import type { DeadlineChange, TermPolicy } from './change';
import type { DeadlineTerm } from './term';

export type DeadlineState = 'open' | 'met' | 'dropped' | 'passed';

/** What the clock recorded about one last day. */
export type Passing = Pick<DeadlinePassed['data'], 'dueOn' | 'zone' | 'zoneAssumed' | 'passedAt'>;

/** One deadline: what has to be done by when, and what came of it. */
export interface DeadlineDocument extends Omit<Deadline, 'dueOn'> {
  readonly province: string;
  /** Null while nobody knows the last day: the clock leaves the deadline alone until it does. */
  readonly dueOn: CalendarDate | null;
  /** Last instant (ISO 8601) where one was announced; null where the whole last day counts. */
  readonly endsAt: string | null;
  /** How the last day was counted, and why it is unknown; null where it was stated. */
  readonly counted: CountedTerm | null;
  /** The policy that sets the term; null where a plan, a decision or a framework states the day. */
  readonly policy: TermPolicy | null;
  /** What of its parts is still to be done; null where it has none. Met when nothing is left. */
  readonly outstanding: readonly string[] | null;
  /** `met` also where it was met after it passed: `passedAt` says so. */
  readonly state: DeadlineState;
  /** Instant at which the present last day was recorded. */
  readonly setAt: string;
  readonly metOn: CalendarDate | null;
  /** End of the present last day in the region's zone, when the clock found it passed. */
  readonly passedAt: string | null;
  /** Every last day that passed, earlier ones of a moved deadline too. */
  readonly passings: readonly Passing[];
  /** What the clock has yet to judge. */
  readonly terms: readonly DeadlineTerm[];
  /** The earliest last day among these; null when there is nothing to judge. */
  readonly watchedFrom: CalendarDate | null;
  /** How it came to stand as it does, in the order of recording: see `deadlineOn`. */
  readonly turns: readonly DeadlineTurn[];
  /** Instant at which a last day was recorded that nothing says since when it was to be kept. */
  readonly undatedAt: string | null;
}

/** One change of a deadline on the day it came to be; of its recording where the fact has none. */
export interface DeadlineTurn {
  readonly kind: Exclude<DeadlineChange['kind'], 'settled'>;
  readonly on: CalendarDate;
  /** Of a `set`: the last day and instant from then on. */
  readonly dueOn: CalendarDate | null;
  readonly endsAt: string | null;
  /** Of a `part`: the one that was done, the first time. */
  readonly part: string | null;
}
