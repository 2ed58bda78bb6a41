import type { DomainEvent } from '../decider';
import type { CalendarDate } from '../values';

/** A term that somebody had to keep, as the context that set it names it. */
export interface Deadline {
  /** `<context>.<what>:<keys>`, such as `plan.milestone:banten-2017:apbd:m1`. */
  readonly id: string;
  /** `<context>.<what>`, such as `plan.milestone`. */
  readonly deadline: string;
  /** Code of the region whose clock counts. */
  readonly region: string;
  /** The stream that has the term. */
  readonly subject: string;
  readonly title: string;
  /** Last day of the term. */
  readonly dueOn: CalendarDate;
}

/** By which clock the last day ended. */
export interface JudgedZone {
  readonly zone: string;
  /** True where no zone names the region: it was judged by the one whose day ends last. */
  readonly zoneAssumed: boolean;
  /** Version of the policy `time-zones` that says so. */
  readonly policyVersion: number;
}

/**
 * The last day of a term ended and nothing that keeps it had been recorded. Recorded once for each
 * deadline and last day, by the clock. What is recorded later (kept after all, in time but reported
 * late, dropped) stands beside it and takes nothing back.
 */
export type DeadlinePassed = DomainEvent<
  'DeadlinePassed',
  Deadline &
    JudgedZone & {
      /** First instant after the last day in that zone, ISO 8601 UTC with milliseconds. */
      readonly passedAt: string;
    }
>;

export type DeadlineEvent = DeadlinePassed;
