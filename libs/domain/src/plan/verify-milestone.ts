import { type Decision, refused } from '../decider';
import { recordUnless } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import type { VerifyMilestone } from './commands';
import type { MilestoneVerified } from './events';
import { keyOf, lookUp } from './milestone-rules';
import { mustBeReviewableBy } from './review-rules';
import type { AdoptedPlan } from './state';

export function verifyMilestone(
  state: AdoptedPlan,
  command: VerifyMilestone,
): Decision<MilestoneVerified> {
  const { found, missing } = lookUp(state, command);
  if (missing) return refused(missing);
  return recordUnless(
    mustBeReviewableBy(found, command.actor) ?? mustNotBeBlank('plan', 'note', command.note),
    () => ({
      type: 'MilestoneVerified',
      data: {
        ...keyOf(state),
        item: command.item,
        milestone: command.milestone,
        verifiedBy: command.actor.id,
        note: command.note,
      },
    }),
  );
}
