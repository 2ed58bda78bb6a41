import type { Decision, Refusal } from '../../decider';
import { recordUnless, refusal } from '../../rules/refusal';
import { mustNotBeBlank } from '../../rules/text';
import { mustBeEligible } from '../predicate-rules';
import { failed } from '../sheet/checks';
import type { RecommendPredicate } from './commands';
import { mustBeComplete, resultOf } from './completeness';
import type { PredicateRecommended } from './events';
import { keyOf, type OpenedCycle } from './state';
import { mustBeAt, mustBeImpartial, mustFollowOn } from './step-rules';

/** The national result passes the predicate's list, or a legal ground passes over what it misses. */
function mustPassOrRestOnLaw(
  state: OpenedCycle,
  { overrideGround }: RecommendPredicate,
): Refusal | null {
  const missed = failed(resultOf(state, 'TPN').checks);
  if (missed.length > 0 && overrideGround === null) {
    return refusal(
      'zone.threshold-not-reached',
      `the national result misses ${missed.map(({ name, gap }) => `${name} (${gap})`).join('; ')}`,
      'Decline the proposal, or give the legal ground on which the missed thresholds are passed over.',
      'overrideGround',
    );
  }
  return missed.length === 0 && overrideGround !== null
    ? refusal(
        'zone.override-needless',
        'every threshold is reached, so that nothing is passed over',
        'Leave the legal ground out.',
        'overrideGround',
      )
    : null;
}

export const recommendPredicate = (
  state: OpenedCycle,
  command: RecommendPredicate,
): Decision<PredicateRecommended> =>
  recordUnless(
    mustBeImpartial(state, 'TPN', command.actor) ??
      mustBeAt(state, ['field-evaluated'], 'the panel') ??
      mustFollowOn(state, 'recommendedOn', command.recommendedOn, command.at) ??
      mustNotBeBlank('zone', 'overrideGround', command.overrideGround) ??
      mustBeComplete(state, 'TPN') ??
      mustPassOrRestOnLaw(state, command) ??
      mustBeEligible(command.predicates, state.designation.target, command.recommendedOn),
    () => ({
      type: 'PredicateRecommended',
      data: {
        ...keyOf(state),
        ...resultOf(state, 'TPN'),
        predicate: state.designation.target,
        recommendedOn: command.recommendedOn,
        overrideGround: command.overrideGround,
        recommendedBy: command.actor.id,
      },
    }),
  );
