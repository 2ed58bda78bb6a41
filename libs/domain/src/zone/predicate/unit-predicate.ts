import { accepted, type Decider, type Decision } from '../../decider';
import type { PredicateCommand } from './commands';
import type { PredicateEvent } from './events';
import { grantPredicate } from './grant-predicate';
import { monitorPredicate } from './monitor-predicate';
import { monitoringTermAfter } from './monitoring-term';
import { recordPublishedPredicate } from './record-published-predicate';
import { retainPredicate } from './retain-predicate';
import { revokePredicate } from './revoke-predicate';
import { evolve, initialState, type PredicateHistory } from './state';

function stepOf(state: PredicateHistory, command: PredicateCommand): Decision<PredicateEvent> {
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

/**
 * A step with the term of the re-evaluation that follows it. A grant of which only a publication tells
 * has none: whether the unit was evaluated since is not known.
 */
function decide(state: PredicateHistory, command: PredicateCommand): Decision<PredicateEvent> {
  const step = stepOf(state, command);
  if (step.kind === 'refused' || !('monitoring' in command)) return step;
  const { held } = step.events.reduce(evolve, state);
  return accepted(...step.events, ...monitoringTermAfter(held, command.monitoring, command));
}

/** Which predicate a unit holds, over all its cycles: granted, monitored, retained, revoked. */
export const unitPredicate: Decider<PredicateHistory, PredicateCommand, PredicateEvent> = {
  initialState,
  decide,
  evolve,
};
