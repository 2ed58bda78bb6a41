import type { Refusal } from '../decider';
import { mustBeDate } from '../rules/dates';
import { canonical, mustBeDecimal } from '../rules/numbers';
import { firstRefusal, refusal } from '../rules/refusal';
import { mustBeSlug, mustNotBeBlank } from '../rules/text';
import { compareDates } from '../values/calendar-date';
import { compareDecimals, isWithin } from '../values/decimal';
import { firstRepeated } from '../values/identifier';
import type { Milestone, PlanItem } from './events';

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

/** A target is a share of the item, in percent; null where no source gives one. */
function targetMustBePercent({ id, target }: Milestone): Refusal | null {
  if (target === null) return null;
  const unreadable = mustBeDecimal('plan', `target of milestone ${id}`, target);
  if (unreadable) return unreadable;
  return isWithin(target, '0', '100')
    ? null
    : refusal(
        'plan.target-out-of-range',
        `milestone ${id} aims at ${target} percent`,
        'Give a target from 0 to 100, or null where none is known.',
        'target',
      );
}

/** Targets are cumulative: what was reached is not unreached. Unknown targets are passed over. */
function targetsMustNotDecrease(milestones: readonly Milestone[]): Refusal | null {
  const known = milestones.flatMap(({ id, target }) => (target === null ? [] : [{ id, target }]));
  return firstRefusal(known, ({ id, target }, index) => {
    const before = known[index - 1];
    if (!before || compareDecimals(before.target, target) <= 0) return null;
    return refusal(
      'plan.targets-decrease',
      `milestone ${id} aims at ${target} percent after ${before.id} at ${before.target}`,
      'Give cumulative targets, each at least the one before.',
      'target',
    );
  });
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
  targetMustBePercent(milestone);

function milestonesMustExist({ id, milestones }: PlanItem): Refusal | null {
  if (milestones.length > 0) return null;
  return refusal(
    'plan.no-milestones',
    `item ${id} has no milestone`,
    'Give at least one milestone; its day and target may be null.',
    'milestones',
  );
}

/**
 * What must be true of an item. That due dates and cumulative targets rise is Jejak's own rule; which
 * days they fall on differs between national and local plans and is left to the plan.
 */
export const itemMustBeSound = (item: PlanItem): Refusal | null =>
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
  targetsMustNotDecrease(item.milestones) ??
  dueDatesMustNotDecrease(item.milestones);

/** The same item with its targets in their one spelling and nothing but the item's own fields. */
export const canonicalItem = ({ id, title, measure, owner, milestones }: PlanItem): PlanItem => ({
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
