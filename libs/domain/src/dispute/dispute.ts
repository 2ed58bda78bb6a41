import type { Decider } from '../decider';
import type { DisputeCommand } from './commands';
import type { DisputeEvent } from './events';
import { recordClaim } from './record-claim';
import { evolve, initialState, type DisputeState } from './state';

/** The rules of what is claimed about the results of one instrument and year. */
export const dispute: Decider<DisputeState, DisputeCommand, DisputeEvent> = {
  initialState,
  decide: recordClaim,
  evolve,
};
