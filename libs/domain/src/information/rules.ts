import type { TermToCount } from '../calendar';
import { type Decision, type Refusal, refused } from '../decider';
import { mustHaveFollowed } from '../rules/dates';
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
): Refusal | null => mustHaveFollowed('information', field, day, lastDay, at);

/** The law counts every term of a request in working days. */
export const inWorkingDays = (
  term: string,
  from: CalendarDate,
  count: number,
  countedOn: CalendarDate,
): TermToCount => ({ term, from, length: { count, unit: 'working-days' }, countedOn });
