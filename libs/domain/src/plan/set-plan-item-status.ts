import { type Decision, type Refusal, refused } from '../decider';
import { recordUnless, refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import type { SetPlanItemStatus } from './commands';
import type { PlanItemStatusSet } from './events';
import { itemUnknown, keyOf } from './milestone-rules';
import { type AdoptedPlan, findItem, type TrackedItem } from './state';

const mustDiffer = (item: TrackedItem, { status }: SetPlanItemStatus): Refusal | null =>
  item.status === status
    ? refusal(
        'plan.status-unchanged',
        `item ${item.id} is ${status} already`,
        'Nothing remains to be done.',
        'status',
      )
    : null;

/** Says what is done with an item; judges nothing, and any status may follow any other. */
export function setPlanItemStatus(
  state: AdoptedPlan,
  command: SetPlanItemStatus,
): Decision<PlanItemStatusSet> {
  const item = findItem(state, command.item);
  if (!item) return refused(itemUnknown(state, command.item));
  return recordUnless(
    mustDiffer(item, command) ?? mustNotBeBlank('plan', 'note', command.note),
    () => ({
      type: 'PlanItemStatusSet',
      data: {
        ...keyOf(state),
        item: item.id,
        status: command.status,
        note: command.note,
        setBy: command.actor.id,
      },
    }),
  );
}
