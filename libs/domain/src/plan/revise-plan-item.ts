import { type Decision, type Refusal, refused } from '../decider';
import { firstRefusal, recordUnless, refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import { compareDecimals } from '../values/decimal';
import type { RevisePlanItem } from './commands';
import type { CheckpointTarget, Milestone, PlanItem, PlanItemRevised } from './events';
import { canonicalItem, itemMustBeSound } from './item-rules';
import { itemUnknown, keyOf } from './milestone-rules';
import { type AdoptedPlan, findItem, isClosed, type TrackedItem } from './state';

const sameTarget = (a: Milestone['target'], b: Milestone['target']): boolean =>
  a === null || b === null ? a === b : compareDecimals(a, b) === 0;

const isUnchanged = (before: Milestone, after: Milestone): boolean =>
  before.title === after.title &&
  before.dueOn === after.dueOn &&
  sameTarget(before.target, after.target);

/** A revision looks ahead: it cannot move the date by which somebody was judged on time. */
const closedMustStay = (before: TrackedItem, { milestones }: PlanItem): Refusal | null =>
  firstRefusal(before.milestones.filter(isClosed), (closed) => {
    const after = milestones.find(({ id }) => id === closed.id);
    if (after && isUnchanged(closed, after)) return null;
    return refusal(
      'plan.milestone-closed',
      `milestone ${closed.id} of ${before.id} is ${closed.progress.status} and would be ${after ? 'changed' : 'removed'}`,
      'Keep its title, due date and target as they are.',
      'item.milestones',
    );
  });

/** What was aimed at by a closed checkpoint has been judged: no later wish changes it. */
const closedTargetsMustStay = (
  { checkpoints }: AdoptedPlan,
  before: TrackedItem,
  { targets }: PlanItem,
): Refusal | null =>
  firstRefusal(
    checkpoints.filter(({ closedOn }) => closedOn !== null),
    ({ id, closedOn }) => {
      const targetIn = (list: readonly CheckpointTarget[]): CheckpointTarget['target'] =>
        list.find(({ checkpoint }) => checkpoint === id)?.target ?? null;
      if (sameTarget(targetIn(before.targets), targetIn(targets))) return null;
      return refusal(
        'plan.checkpoint-closed',
        `the target of ${before.id} at ${id} would change; the checkpoint was closed on ${closedOn ?? ''}`,
        'Keep the targets of closed checkpoints as they are.',
        'item.targets',
      );
    },
  );

export function revisePlanItem(
  state: AdoptedPlan,
  command: RevisePlanItem,
): Decision<PlanItemRevised> {
  const before = findItem(state, command.item.id);
  if (!before) return refused(itemUnknown(state, command.item.id));
  return recordUnless(
    mustNotBeBlank('plan', 'reason', command.reason) ??
      mustNotBeBlank('plan', 'approval', command.approval) ??
      itemMustBeSound(command.item, state.checkpoints) ??
      closedMustStay(before, command.item) ??
      closedTargetsMustStay(state, before, command.item),
    () => ({
      type: 'PlanItemRevised',
      data: {
        ...keyOf(state),
        item: canonicalItem(command.item, state.checkpoints),
        reason: command.reason,
        approval: command.approval,
      },
    }),
  );
}
