import type { CalendarDate } from '@jejak/domain';
import type { ItemStatus } from '@jejak/domain/plan/events';

import type { CheckpointState } from './checkpoint-standing';
import { planProgressOn } from './plan-progress-on';
import type { PlanDocument } from './plan-progress';

/** What one office carries of a plan, and carried of it when its checkpoints were closed. */
export interface OwnerWorkload {
  /** Null for items whose office no source names. */
  readonly owner: string | null;
  readonly items: number;
  /** Milestones and checkpoints together, by state. */
  readonly steps: Readonly<Record<CheckpointState, number>>;
  readonly overdue: number;
  /** Items by what their office says of them; those it has said nothing of are left out. */
  readonly statuses: Readonly<Partial<Record<ItemStatus, number>>>;
}

/** The busiest office first: by what is overdue, then by what is open. */
export function ownerWorkload(document: PlanDocument, on: CalendarDate): readonly OwnerWorkload[] {
  const { items, overdue } = planProgressOn(document, on);
  const owners = [
    ...new Set(
      items.flatMap(({ owner, checkpoints }) => [owner, ...checkpoints.map((one) => one.owner)]),
    ),
  ];
  return owners
    .map((owner): OwnerWorkload => {
      const own = items.filter((item) => item.owner === owner);
      const steps = [
        ...own.flatMap(({ milestones }) => milestones),
        ...items.flatMap(({ checkpoints }) => checkpoints.filter((one) => one.owner === owner)),
      ];
      const inState = (state: CheckpointState): number =>
        steps.filter((step) => step.state === state).length;
      return {
        owner,
        items: own.length,
        steps: {
          open: inState('open'),
          reported: inState('reported'),
          verified: inState('verified'),
          returned: inState('returned'),
        },
        overdue: overdue.filter((one) => one.owner === owner).length,
        statuses: countedBy(own.flatMap(({ status }) => (status ? [status.status] : []))),
      };
    })
    .sort((a, b) => b.overdue - a.overdue || b.steps.open - a.steps.open);
}

function countedBy(statuses: readonly ItemStatus[]): Partial<Record<ItemStatus, number>> {
  const counts: Partial<Record<ItemStatus, number>> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
