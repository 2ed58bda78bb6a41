import type { Decider } from '../decider';
import type { RegionCommand } from './commands';
import type { RegionEvent } from './events';
import { registerRegion } from './register-region';
import { evolve, initialState, type RegionState } from './state';

/** The rules of one region's stream. */
export const region: Decider<RegionState, RegionCommand, RegionEvent> = {
  initialState,
  decide: registerRegion,
  evolve,
};
