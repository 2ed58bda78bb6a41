import type { Decider, Decision } from '../decider';
import type { RegionCommand } from './commands';
import type { RegionEvent } from './events';
import { recodeRegion } from './recode-region';
import { registerRegion } from './register-region';
import { reserveRegionCode } from './reserve-region-code';
import { evolve, initialState, type RegionState } from './state';

function decide(state: RegionState, command: RegionCommand): Decision<RegionEvent> {
  switch (command.type) {
    case 'RegisterRegion':
      return registerRegion(state, command);
    case 'ReserveRegionCode':
      return reserveRegionCode(state, command);
    case 'RecodeRegion':
      return recodeRegion(state, command);
  }
}

/** The rules of one region's stream, and of the code that names it. */
export const region: Decider<RegionState, RegionCommand, RegionEvent> = {
  initialState,
  decide,
  evolve,
};
