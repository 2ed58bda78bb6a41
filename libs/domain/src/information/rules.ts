import type { TermToCount } from '../calendar';
import { type Decision, type Refusal, refused } from '../decider';
import { mustHaveHappened } from '../rules/dates';
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

/** The law counts every term of a request in working days. */
export const inWorkingDays = (
  term: string,
  from: CalendarDate,
  count: number,
  countedOn: CalendarDate,
): TermToCount => ({ term, from, length: { count, unit: 'working-days' }, countedOn });
