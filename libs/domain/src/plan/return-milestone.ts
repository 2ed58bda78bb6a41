import { type Decision, refused } from '../decider';
import { recordUnless } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import type { ReturnMilestone } from './commands';
import type { MilestoneReturned } from './events';
import { keyOf, lookUp } from './milestone-rules';
import { mustBeReviewableBy } from './review-rules';
import type { AdoptedPlan } from './state';

/** A return says why, so that the next report can answer it. */
export function returnMilestone(
  state: AdoptedPlan,
  command: ReturnMilestone,
): Decision<MilestoneReturned> {
  const { found, missing } = lookUp(state, command);
  if (missing) return refused(missing);
  return recordUnless(
    mustBeReviewableBy(found, command.actor) ?? mustNotBeBlank('plan', 'reason', command.reason),
    () => ({
      type: 'MilestoneReturned',
      data: {
        ...keyOf(state),
        item: command.item,
        milestone: command.milestone,
        returnedBy: command.actor.id,
        reason: command.reason,
      },
    }),
  );
}
