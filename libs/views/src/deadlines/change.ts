import type { Deadline } from '@jejak/domain/deadline/events';
import type { CalendarDate, CountedTerm, JejakEvent, JejakEventType } from '@jejak/domain';
import type { PolicyKind } from '@jejak/domain/policy';

/** The kinds of policy that say how long the term of a deadline is. */
export const termPolicies = [
  'complaint-terms',
  'declaration-terms',
  'erasure-rules',
  'gratification-rules',
  'information-terms',
  'zone-monitoring',
] as const satisfies readonly PolicyKind[];

/** Which version of a policy says how long a term is. */
export interface TermPolicy {
  readonly kind: (typeof termPolicies)[number];
  readonly version: number;
}

/** A deadline as a context sets it. */
export interface SetDeadline extends Omit<Deadline, 'dueOn'> {
  /** Null while nobody knows it. */
  readonly dueOn: CalendarDate | null;
  /** Last instant (ISO 8601), where that and not the end of the last day was announced. */
  readonly endsAt?: string | null;
  /** How the day was counted, and why it is unknown; null where it was not counted but stated. */
  readonly counted?: CountedTerm | null;
  /** The policy that sets the term; null where a plan, a decision or a framework does. */
  readonly policy?: TermPolicy | null;
  /** What it consists of, where its parts are done one by one. */
  readonly parts?: readonly string[];
}

/**
 * What an event does to a deadline, as the context that the event belongs to says it.
 *
 * - `set`: the term is there, or has another last day, title or region from now on.
 * - `settled`: a last day that no calendar reached when it was set is known now.
 * - `met`: it was kept, on the day the fact speaks of; reported then or later.
 * - `part`: one of its parts was done; with the last of them it is met.
 * - `reopened`: what kept it was not accepted, such as a report that was returned.
 * - `dropped`: nobody has to keep it any more.
 *
 * A change other than `set` of a deadline that was never set says nothing: not everything that can
 * be reported has a last day.
 */
export type DeadlineChange =
  | ({ readonly kind: 'set' } & SetDeadline & Dated)
  | ({ readonly kind: 'settled'; readonly id: string; readonly counted: CountedTerm } & Dated)
  | { readonly kind: 'met'; readonly id: string; readonly on: CalendarDate }
  | {
      readonly kind: 'part';
      readonly id: string;
      readonly part: string;
      readonly on: CalendarDate;
    }
  | ({ readonly kind: 'reopened'; readonly id: string } & Dated)
  | ({ readonly kind: 'dropped'; readonly id: string } & Dated);

interface Dated {
  /** Day the fact speaks of; left out where it speaks of none. */
  readonly on?: CalendarDate;
}

type DataOf = { [Event in JejakEvent as Event['type']]: Event['data'] };

/**
 * The terms of one context: for each event that can change one, what it does to them, in order and
 * from the event alone, and the instant at which it was recorded. Registered in `contributors.ts`.
 */
export type DeadlineContributor = {
  readonly [Type in JejakEventType]?: (
    data: DataOf[Type],
    recordedAt: string,
  ) => readonly DeadlineChange[];
};

/** `plan.milestone` and its keys: identifiers contain no colon, so two deadlines never share a name. */
export const deadlineId = (deadline: string, ...keys: readonly string[]): string =>
  [deadline, ...keys].join(':').toLowerCase();
