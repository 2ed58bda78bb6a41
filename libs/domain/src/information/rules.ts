import { addWorkingDays } from '../calendar';
import { type Decision, type Refusal, refused } from '../decider';
import type { PolicyInForce } from '../policy/state';
import { mustHaveHappened } from '../rules/dates';
import { mustHavePolicy } from '../rules/policy';
import { refusal } from '../rules/refusal';
import type { CalendarDate } from '../values';
import type { InformationState, OpenedRequest } from './state';

/** Decides about a request that was recorded; about any other there is nothing to decide. */
export const aboutRequest = <Event>(
  state: InformationState,
  decide: (request: OpenedRequest) => Decision<Event>,
): Decision<Event> =>
  state.status === 'opened'
    ? decide(state)
    : refused(
        refusal(
          'information.not-found',
          'no such request was recorded',
          'Record the request first, or correct its identifier.',
        ),
      );

/** The steps of a request follow each other in time. */
export const mustFollow = (
  { lastDay }: OpenedRequest,
  field: string,
  day: CalendarDate,
  at: string,
): Refusal | null =>
  mustHaveHappened('information', field, day, at) ??
  (day >= lastDay
    ? null
    : refusal(
        'information.out-of-order',
        `${field} ${day} lies before ${lastDay}, the day of the step before`,
        `Give a day from ${lastDay} on.`,
        field,
      ));

/** The end of a term, or why nobody can say it: `on` is the day whose calendar is asked. */
export function endOfTerm(
  calendar: PolicyInForce<'working-days'> | null,
  on: CalendarDate,
  from: CalendarDate,
  workingDays: number,
):
  { readonly day: CalendarDate; readonly calendarVersion: number } | { readonly refusal: Refusal } {
  const missing = mustHavePolicy('information', 'working-days', on, calendar);
  if (missing) return { refusal: missing };
  const day = calendar && addWorkingDays(calendar.content, from, workingDays);
  if (calendar === null || day === null) {
    return {
      refusal: refusal(
        'information.calendar-too-short',
        `${workingDays} working days from ${from} lead into a year that the calendar does not cover`,
        'Approve a version of the policy working-days with the joint decree of that year.',
      ),
    };
  }
  return { day, calendarVersion: calendar.version };
}
