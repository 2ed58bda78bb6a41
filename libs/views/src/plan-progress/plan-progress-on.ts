import type { CalendarDate } from '@jejak/domain';

import type { PlanDocument } from './plan-progress';

export interface OverdueMilestone {
  readonly item: string;
  readonly milestone: string;
  readonly title: string;
  readonly owner: string | null;
  readonly dueOn: CalendarDate;
  /** Whole days past the due date, from 1. */
  readonly days: number;
}

export interface PlanProgressOn extends PlanDocument {
  readonly on: CalendarDate;
  /** The longest overdue first. */
  readonly overdue: readonly OverdueMilestone[];
}

/**
 * A plan with what is overdue on a day: due before it, and either never reported or returned. A
 * milestone without a due date is never overdue; one that waits for its verifier is not either.
 */
export function planProgressOn(document: PlanDocument, on: CalendarDate): PlanProgressOn {
  const overdue = document.items.flatMap(({ id: item, owner, milestones }) =>
    milestones.flatMap(({ id: milestone, title, dueOn, state }) =>
      dueOn !== null && dueOn < on && (state === 'open' || state === 'returned')
        ? [{ item, milestone, title, owner, dueOn, days: daysBetween(dueOn, on) }]
        : [],
    ),
  );
  return { ...document, on, overdue: overdue.sort((a, b) => b.days - a.days) };
}

const millisecondsPerDay = 86_400_000;

const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  (Date.parse(to) - Date.parse(from)) / millisecondsPerDay;
