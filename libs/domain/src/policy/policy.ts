import type { Decider, Decision } from '../decider';
import { approvePolicy } from './approve-policy';
import type { PolicyCommand } from './commands';
import { draftPolicy } from './draft-policy';
import type { PolicyEvent } from './events';
import { retirePolicy } from './retire-policy';
import { evolve, initialState, type PolicyState } from './state';

function decide(state: PolicyState, command: PolicyCommand): Decision<PolicyEvent> {
  switch (command.type) {
    case 'DraftPolicy':
      return draftPolicy(state, command);
    case 'ApprovePolicy':
      return approvePolicy(state, command);
    case 'RetirePolicy':
      return retirePolicy(state, command);
  }
}

/** One kind of policy, version after version. */
export const policy: Decider<PolicyState, PolicyCommand, PolicyEvent> = {
  initialState,
  decide,
  evolve,
};
