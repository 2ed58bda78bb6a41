import { type CalendarDate, daysBetween } from '@jejak/domain';

import type { ItemProgress } from './milestone-progress';
import type { PlanDocument } from './plan-progress';

/** A milestone or a checkpoint by which nothing was reported. */
export interface OverdueItem {
  readonly item: string;
  /** Null where it is a checkpoint. */
  readonly milestone: string | null;
  /** Null where it is a milestone. */
  readonly checkpoint: string | null;
  readonly title: string;
  readonly owner: string | null;
  readonly dueOn: CalendarDate;
  /** Whole days past the due date, from 1. */
  readonly days: number;
}

export interface PlanProgressOn extends PlanDocument {
  readonly on: CalendarDate;
  /** The longest overdue first. */
  readonly overdue: readonly OverdueItem[];
}

/**
 * A plan with what is overdue on a day: due before it, and either never reported or returned. A
 * milestone without a due date is never overdue; one that waits for its verifier is not either. A
 * checkpoint that was closed without a report stays in the list: it was missed.
 */
export function planProgressOn(document: PlanDocument, on: CalendarDate): PlanProgressOn {
  const overdue = document.items.flatMap((item) => [
    ...item.milestones.flatMap(({ id, title, dueOn, state }) =>
      isOverdue(dueOn, state, on)
        ? [{ ...ofItem(item, dueOn, on), milestone: id, checkpoint: null, title }]
        : [],
    ),
    ...item.checkpoints.flatMap(({ checkpoint, dueOn, owner, state }) =>
      isOverdue(dueOn, state, on)
        ? [{ ...ofItem(item, dueOn, on), owner, milestone: null, checkpoint, title: item.title }]
        : [],
    ),
  ]);
  return { ...document, on, overdue: overdue.sort((a, b) => b.days - a.days) };
}

const isOverdue = (
  dueOn: CalendarDate | null,
  state: 'open' | 'reported' | 'verified' | 'returned',
  on: CalendarDate,
): dueOn is CalendarDate =>
  dueOn !== null && dueOn < on && (state === 'open' || state === 'returned');

const ofItem = ({ id: item, owner }: ItemProgress, dueOn: CalendarDate, on: CalendarDate) => ({
  item,
  owner,
  dueOn,
  days: daysBetween(dueOn, on),
});
