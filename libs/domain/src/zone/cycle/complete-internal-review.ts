import type { Decision, Refusal } from '../../decider';
import { firstRefusal, recordUnless, refusal } from '../../rules/refusal';
import { mustBeSlug, mustNotBeBlank } from '../../rules/text';
import type { CompleteInternalReview } from './commands';
import { mustBeComplete, resultOf } from './completeness';
import type { InternalReviewCompleted } from './events';
import { keyOf, type OpenedCycle } from './state';
import { mustBeAt, mustBeImpartial, mustFollowOn } from './step-rules';

/** No member of the internal team comes from the unit it judges. */
function teamMustBeIndependent(
  { designation: { unit } }: OpenedCycle,
  { reviewers }: CompleteInternalReview,
): Refusal | null {
  if (reviewers.length === 0) {
    return refusal(
      'zone.no-reviewers',
      'the internal team (TPI) is not named',
      'Name its members with their offices.',
      'reviewers',
    );
  }
  return firstRefusal(
    reviewers,
    ({ name, office }) =>
      mustNotBeBlank('zone', 'reviewers', name) ??
      mustBeSlug('zone', 'reviewers', office) ??
      (office === unit
        ? refusal(
            'zone.reviewer-of-unit',
            `${name} belongs to ${unit}, the unit that is reviewed`,
            'Let the internal team be of other offices.',
            'reviewers',
          )
        : null),
  );
}

/** A result below a threshold is recorded like any other; it bars the proposal. */
export const completeInternalReview = (
  state: OpenedCycle,
  command: CompleteInternalReview,
): Decision<InternalReviewCompleted> =>
  recordUnless(
    mustBeImpartial(state, 'TPI', command.actor) ??
      mustBeAt(state, ['self-assessed'], 'the internal review') ??
      mustFollowOn(state, 'completedOn', command.completedOn, command.at) ??
      teamMustBeIndependent(state, command) ??
      mustBeComplete(state, 'TPI'),
    () => ({
      type: 'InternalReviewCompleted',
      data: {
        ...keyOf(state),
        ...resultOf(state, 'TPI'),
        completedOn: command.completedOn,
        reviewers: command.reviewers.map(({ name, office }) => ({ name, office })),
        completedBy: command.actor.id,
      },
    }),
  );
