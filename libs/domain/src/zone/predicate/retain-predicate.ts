import { type Decision, type Refusal, refused } from '../../decider';
import { recordUnless, refusal } from '../../rules/refusal';
import type { RetainPredicate } from './commands';
import {
  decisionMustBeSound,
  lastMonitoring,
  nothingHeld,
  validityMustFollow,
} from './decision-rules';
import type { PredicateRetained } from './events';
import type { HeldPredicate, PredicateHistory } from './state';

/** A predicate is retained on a re-evaluation that meets the minimum. */
function mustBeMonitored(held: HeldPredicate): Refusal | null {
  const last = lastMonitoring(held);
  if (!last) {
    return refusal(
      'zone.not-monitored',
      `nothing was monitored since ${held.lastStepOn}`,
      'Record the monitoring that the decision rests on.',
    );
  }
  return last.meetsMinimum
    ? null
    : refusal(
        'zone.under-minimum',
        `the re-evaluation of ${last.monitoredOn} is under the minimum`,
        'Revoke the predicate, or record a later re-evaluation.',
      );
}

/** One that has lapsed meanwhile is held again from the day of the decision: see `retainedFrom`. */
export function retainPredicate(
  state: PredicateHistory,
  command: RetainPredicate,
): Decision<PredicateRetained> {
  const { held } = state;
  if (!held) return refused(nothingHeld(state));
  const { region, unit, decision, validUntil } = command;
  return recordUnless(
    mustBeMonitored(held) ??
      decisionMustBeSound(decision, held.lastStepOn, command.at) ??
      validityMustFollow(validUntil, decision.date),
    () => ({
      type: 'PredicateRetained',
      data: {
        ...{ region, unit, validUntil },
        year: held.year,
        predicate: held.predicate,
        decision: { number: decision.number, date: decision.date },
      },
    }),
  );
}
