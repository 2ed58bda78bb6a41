import { type Decision, type Refusal, refused } from '../decider';
import { mustHaveFollowed } from '../rules/dates';
import { refusal } from '../rules/refusal';
import type { CalendarDate } from '../values';
import { type AskedErasure, type ErasureState, isAsked } from './state';

/** Decides about a request that was recorded; about any other there is nothing to decide. */
export const aboutRequest = <Event>(
  state: ErasureState,
  decide: (request: AskedErasure) => Decision<Event>,
): Decision<Event> =>
  isAsked(state)
    ? decide(state)
    : refused(
        refusal(
          'erasure.not-found',
          'nobody asked to erase this subject',
          'Record the request first, or correct the UUID.',
        ),
      );

/** The steps of a subject follow each other in time. */
export const mustFollow = (
  { lastDay }: AskedErasure,
  field: string,
  day: CalendarDate,
  at: string,
): Refusal | null => mustHaveFollowed('erasure', field, day, lastDay, at);
