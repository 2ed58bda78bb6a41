import type { Deadline } from '@jejak/domain/deadline/events';
import type { CalendarDate, JejakEvent, JejakEventType } from '@jejak/domain';

/**
 * What an event does to a deadline, as the context that the event belongs to says it.
 *
 * - `set`: the term is there, or has another last day, title or region from now on.
 * - `met`: it was kept, on the day the fact speaks of; reported then or later.
 * - `reopened`: what kept it was not accepted, such as a report that was returned.
 * - `dropped`: nobody has to keep it any more.
 *
 * A change other than `set` of a deadline that was never set says nothing: not everything that can
 * be reported has a last day.
 */
export type DeadlineChange =
  | ({ readonly kind: 'set' } & Deadline)
  | { readonly kind: 'met'; readonly id: string; readonly on: CalendarDate }
  | { readonly kind: 'reopened'; readonly id: string }
  | { readonly kind: 'dropped'; readonly id: string };

type DataOf = { [Event in JejakEvent as Event['type']]: Event['data'] };

/**
 * The terms of one context: for each event that can change one, what it does to them, from the event
 * alone and in order. Registered in `contributors.ts`.
 */
export type DeadlineContributor = {
  readonly [Type in JejakEventType]?: (data: DataOf[Type]) => readonly DeadlineChange[];
};

/** `plan.milestone` and its keys: identifiers contain no colon, so two deadlines never share a name. */
export const deadlineId = (deadline: string, ...keys: readonly string[]): string =>
  [deadline, ...keys].join(':').toLowerCase();
