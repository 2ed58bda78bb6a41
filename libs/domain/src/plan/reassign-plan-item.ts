import { type Decision, type Refusal, refused } from '../decider';
import { recordUnless, refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import { sameName } from '../values/name';
import type { ReassignPlanItem } from './commands';
import type { PlanItemReassigned } from './events';
import { itemUnknown, keyOf } from './milestone-rules';
import { type AdoptedPlan, findItem, type TrackedItem } from './state';

const mustMove = ({ id, owner }: TrackedItem, { to }: ReassignPlanItem): Refusal | null =>
  owner !== null && sameName(owner, to)
    ? refusal(
        'plan.already-assigned',
        `item ${id} is the responsibility of ${owner}`,
        'Nothing remains to be done.',
        'to',
      )
    : null;

/** Hands an item to another office (penanggung jawab); what was reported stays with who reported it. */
export function reassignPlanItem(
  state: AdoptedPlan,
  command: ReassignPlanItem,
): Decision<PlanItemReassigned> {
  const item = findItem(state, command.item);
  if (!item) return refused(itemUnknown(state, command.item));
  return recordUnless(
    mustNotBeBlank('plan', 'to', command.to) ??
      mustMove(item, command) ??
      mustNotBeBlank('plan', 'reason', command.reason),
    () => ({
      type: 'PlanItemReassigned',
      data: {
        ...keyOf(state),
        item: item.id,
        from: item.owner,
        to: command.to,
        reason: command.reason,
      },
    }),
  );
}
