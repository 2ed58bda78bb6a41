import type { Decider, Decision } from '../decider';
import type { RolloutCommand } from './commands';
import type { RolloutEvent } from './events';
import { adoptRollout, delegateRollout } from './hand-over';
import { addRolloutModules, planRollout } from './plan-rollout';
import { recordRolloutLive, recordRolloutStart, retireRollout } from './run-rollout';
import { evolve, initialState, type RolloutState } from './state';

function decide(state: RolloutState, command: RolloutCommand): Decision<RolloutEvent> {
  switch (command.type) {
    case 'PlanRollout':
      return planRollout(state, command);
    case 'AddRolloutModules':
      return addRolloutModules(state, command);
    case 'DelegateRollout':
      return delegateRollout(state, command);
    case 'AdoptRollout':
      return adoptRollout(state, command);
    case 'RecordRolloutStart':
      return recordRolloutStart(state, command);
    case 'RecordRolloutLive':
      return recordRolloutLive(state, command);
    case 'RetireRollout':
      return retireRollout(state, command);
  }
}

/** One information system of one region, from its plan to its end. */
export const rollout: Decider<RolloutState, RolloutCommand, RolloutEvent> = {
  initialState,
  decide,
  evolve,
};
