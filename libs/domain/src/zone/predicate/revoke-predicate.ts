import { type Decision, type Refusal, refused } from '../../decider';
import { recordUnless, refusal } from '../../rules/refusal';
import { mustNotBeBlank } from '../../rules/text';
import type { RevokePredicate } from './commands';
import { decisionMustBeSound, lastMonitoring, nothingHeld } from './decision-rules';
import type { PredicateRevoked } from './events';
import type { HeldPredicate, PredicateHistory } from './state';

/** A re-evaluation under the minimum must be on record; an event that breaks the indicators needs none. */
const groundMustBeRecorded = (held: HeldPredicate, { ground }: RevokePredicate): Refusal | null =>
  ground === 'indicators-broken' || lastMonitoring(held)?.meetsMinimum === false
    ? null
    : refusal(
        'zone.not-under-minimum',
        'no re-evaluation under the minimum is recorded',
        'Record the re-evaluation first, or name the event that broke the indicators.',
        'ground',
      );

/** Ends what the unit holds; nothing lower takes its place (Jejak's own reading). */
export function revokePredicate(
  state: PredicateHistory,
  command: RevokePredicate,
): Decision<PredicateRevoked> {
  const { held } = state;
  if (!held) return refused(nothingHeld(state));
  const { region, unit, ground, reason, decision } = command;
  return recordUnless(
    groundMustBeRecorded(held, command) ??
      mustNotBeBlank('zone', 'reason', reason) ??
      decisionMustBeSound(decision, held.lastStepOn, command.at),
    () => ({
      type: 'PredicateRevoked',
      data: {
        ...{ region, unit, ground, reason },
        year: held.year,
        predicate: held.predicate,
        decision: { number: decision.number, date: decision.date },
      },
    }),
  );
}
