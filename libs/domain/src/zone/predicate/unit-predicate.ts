import type { Decider, Decision } from '../../decider';
import type { PredicateCommand } from './commands';
import type { PredicateEvent } from './events';
import { grantPredicate } from './grant-predicate';
import { monitorPredicate } from './monitor-predicate';
import { recordPublishedPredicate } from './record-published-predicate';
import { retainPredicate } from './retain-predicate';
import { revokePredicate } from './revoke-predicate';
import { evolve, initialState, type PredicateHistory } from './state';

function decide(state: PredicateHistory, command: PredicateCommand): Decision<PredicateEvent> {
  switch (command.type) {
    case 'GrantPredicate':
      return grantPredicate(state, command);
    case 'RecordPublishedPredicate':
      return recordPublishedPredicate(state, command);
    case 'MonitorPredicate':
      return monitorPredicate(state, command);
    case 'RetainPredicate':
      return retainPredicate(state, command);
    case 'RevokePredicate':
      return revokePredicate(state, command);
  }
}

/** Which predicate a unit holds, over all its cycles: granted, monitored, retained, revoked. */
export const unitPredicate: Decider<PredicateHistory, PredicateCommand, PredicateEvent> = {
  initialState,
  decide,
  evolve,
};
