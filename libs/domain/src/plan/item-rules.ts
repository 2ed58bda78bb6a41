import type { Refusal } from '../decider';
import { mustBeDate } from '../rules/dates';
import { canonical } from '../rules/numbers';
import { firstRefusal, refusal } from '../rules/refusal';
import { mustBeSlug, mustNotBeBlank } from '../rules/text';
import { compareDates } from '../values/calendar-date';
import { firstRepeated } from '../values/identifier';
import type { Checkpoint, Milestone, PlanItem } from './events';
import {
  canonicalTargets,
  targetMustBePercent,
  targetsMustBeSound,
  targetsMustNotDecrease,
} from './target-rules';

export function mustBeDistinct(what: string, ids: readonly string[]): Refusal | null {
  const repeated = firstRepeated(ids);
  if (repeated === null) return null;
  return refusal(
    'plan.identifier-repeated',
    `${what} "${repeated}" occurs more than once`,
    'Give each its own identifier.',
    'items',
  );
}

/** Milestones stand in the order in which they fall due. Unknown days are passed over. */
function dueDatesMustNotDecrease(milestones: readonly Milestone[]): Refusal | null {
  const known = milestones.flatMap(({ id, dueOn }) => (dueOn === null ? [] : [{ id, dueOn }]));
  return firstRefusal(known, ({ id, dueOn }, index) => {
    const before = known[index - 1];
    if (!before || compareDates(before.dueOn, dueOn) <= 0) return null;
    return refusal(
      'plan.due-dates-decrease',
      `milestone ${id} is due on ${dueOn}, after ${before.id} on ${before.dueOn}`,
      'List the milestones in the order in which they fall due.',
      'dueOn',
    );
  });
}

const milestoneMustBeSound = (milestone: Milestone): Refusal | null =>
  mustBeSlug('plan', 'milestone id', milestone.id) ??
  mustNotBeBlank('plan', `title of milestone ${milestone.id}`, milestone.title) ??
  mustBeDate('plan', `dueOn of milestone ${milestone.id}`, milestone.dueOn) ??
  targetMustBePercent(`milestone ${milestone.id}`, milestone.target);

/** An item that is judged at no milestone and at no checkpoint could never be late or done. */
function milestonesMustExist({ id, milestones, targets }: PlanItem): Refusal | null {
  if (milestones.length > 0 || targets.some(({ target }) => target !== null)) return null;
  return refusal(
    'plan.no-milestones',
    `item ${id} has neither a milestone nor a target at a checkpoint`,
    'Give at least one milestone (its day and target may be null) or one target.',
    'milestones',
  );
}

/**
 * What must be true of an item. That due dates and cumulative targets rise is Jejak's own rule; which
 * days they fall on differs between national and local plans and is left to the plan.
 */
export const itemMustBeSound = (
  item: PlanItem,
  checkpoints: readonly Checkpoint[],
): Refusal | null =>
  mustBeSlug('plan', 'item id', item.id) ??
  mustNotBeBlank('plan', `title of item ${item.id}`, item.title) ??
  mustNotBeBlank('plan', `measure of item ${item.id}`, item.measure) ??
  mustNotBeBlank('plan', `owner of item ${item.id}`, item.owner) ??
  milestonesMustExist(item) ??
  firstRefusal(item.milestones, milestoneMustBeSound) ??
  mustBeDistinct(
    `milestone of item ${item.id}`,
    item.milestones.map(({ id }) => id),
  ) ??
  targetsMustNotDecrease(
    item.milestones.map(({ id, target }) => ({ of: `milestone ${id}`, target })),
  ) ??
  dueDatesMustNotDecrease(item.milestones) ??
  targetsMustBeSound(item, checkpoints);

/** The same item with its targets in their one spelling and nothing but the item's own fields. */
export const canonicalItem = (
  { id, title, measure, owner, milestones, targets }: PlanItem,
  checkpoints: readonly Checkpoint[],
): PlanItem => ({
  targets: canonicalTargets(targets, checkpoints),
  id,
  title,
  measure,
  owner,
  milestones: milestones.map((milestone) => ({
    id: milestone.id,
    title: milestone.title,
    dueOn: milestone.dueOn,
    target: milestone.target === null ? null : canonical(milestone.target),
  })),
});
