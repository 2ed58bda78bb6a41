import type { Decider } from '../decider';
import type { DeadlineCommand } from './commands';
import type { DeadlineEvent } from './events';
import { passDeadline } from './pass-deadline';
import { type DeadlineState, evolve, initialState } from './state';

/** What the clock has said about one deadline. */
export const deadline: Decider<DeadlineState, DeadlineCommand, DeadlineEvent> = {
  initialState,
  decide: passDeadline,
  evolve,
};
