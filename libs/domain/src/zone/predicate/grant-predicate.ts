import { type Decision, type Refusal, refused } from '../../decider';
import { recordUnless, refusal } from '../../rules/refusal';
import { isOpened } from '../cycle/state';
import { mustBeEligible } from '../predicate-rules';
import type { GrantPredicate } from './commands';
import { decisionMustBeSound, validityMustFollow } from './decision-rules';
import type { PredicateGranted } from './events';
import type { PredicateHistory } from './state';

const notRecommended = ({ region, unit, year, cycle }: GrantPredicate): Refusal =>
  refusal(
    'zone.not-recommended',
    `the cycle ${year} of ${unit} in ${region} is ${cycle.status}, not recommended`,
    'Grant a predicate on the recommendation of the national panel.',
    'year',
  );

export const mustNotBeGranted = (
  { grantedYears }: PredicateHistory,
  { unit, year }: { readonly unit: string; readonly year: number },
): Refusal | null =>
  grantedYears.includes(year)
    ? refusal(
        'zone.already-granted',
        `${unit} was granted a predicate in its cycle of ${year}`,
        'Nothing remains to be done.',
        'year',
      )
    : null;

/** Whoever recorded the recommendation does not record the grant (Jejak's own rule). */
const mustNotBeRecommender = (
  { actor }: GrantPredicate,
  recommendedBy: string | null,
): Refusal | null =>
  recommendedBy === actor.id
    ? refusal(
        'zone.granter-recommended',
        `${actor.id} recommended the predicate and now grants it`,
        'Let somebody else record the decision.',
      )
    : null;

/** What the decision grants is what the panel recommended; WBBM takes the place of WBK. */
export function grantPredicate(
  state: PredicateHistory,
  command: GrantPredicate,
): Decision<PredicateGranted> {
  const { cycle, decision, validUntil, region, unit, year } = command;
  if (!isOpened(cycle) || cycle.status !== 'recommended') return refused(notRecommended(command));
  const { target, unitName } = cycle.designation;
  return recordUnless(
    mustNotBeGranted(state, command) ??
      mustNotBeRecommender(command, cycle.recommendedBy) ??
      decisionMustBeSound(decision, cycle.lastStepOn, command.at) ??
      validityMustFollow(validUntil, decision.date) ??
      mustBeEligible(state, target, decision.date),
    () => ({
      type: 'PredicateGranted',
      data: {
        ...{ region, unit, year, unitName },
        predicate: target,
        decision: { number: decision.number, date: decision.date },
        validUntil,
        replaces: state.held?.year ?? null,
        grantedBy: command.actor.id,
      },
    }),
  );
}
