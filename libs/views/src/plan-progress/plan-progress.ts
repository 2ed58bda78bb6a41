import type { JejakEvent, Source } from '@jejak/domain';
import type { PlanItem } from '@jejak/domain/plan/events';

import { continued } from '../continued';
import type { FoldedView } from '../view';
import {
  changeMilestone,
  openMilestone,
  reviseItem,
  type ItemProgress,
} from './milestone-progress';

/** Milestones by state; `late` counts those met after their due date, whatever became of them. */
export interface PlanCounts {
  readonly items: number;
  readonly milestones: number;
  readonly open: number;
  readonly reported: number;
  readonly verified: number;
  readonly returned: number;
  readonly late: number;
}

/** One action plan (rencana aksi) and how far it came. */
export interface PlanDocument {
  readonly plan: string;
  readonly region: string;
  readonly period: string;
  readonly decree: string | null;
  readonly source: Source | null;
  /** How many items were announced, when that is more than were named. */
  readonly announcedItemCount: number | null;
  readonly items: readonly ItemProgress[];
  readonly counts: PlanCounts;
  /** Instants of the first and of the last fact about it. */
  readonly adoptedAt: string;
  readonly changedAt: string;
}

/** One document per plan. What is overdue depends on the day one asks: see `planProgressOn`. */
export const planProgress: FoldedView<PlanDocument> = {
  name: 'plan-progress',
  version: 1,
  eventTypes: [
    'ActionPlanAdopted',
    'MilestoneReported',
    'MilestoneVerified',
    'MilestoneReturned',
    'PlanItemRevised',
  ],
  documentsOf: ({ event }) => ('plan' in event.data ? [event.data.plan] : []),
  apply(document, { event, metadata: { recordedAt } }, plan) {
    if (event.type === 'ActionPlanAdopted') {
      const { region, period, decree, source, announcedItemCount } = event.data;
      const items = event.data.items.map(openItem);
      const adopted = { plan, region, period, decree, source, announcedItemCount };
      return { ...adopted, ...counted(items), adoptedAt: recordedAt, changedAt: recordedAt };
    }
    const before = continued(document, plan);
    const items = itemsAfter(before.items, event, recordedAt);
    return { ...before, ...counted(items), changedAt: recordedAt };
  },
  indexes: [
    { changedAt: 1, _id: 1 },
    { region: 1, _id: 1 },
    { region: 1, changedAt: 1, _id: 1 },
    { period: 1, _id: 1 },
    { period: 1, changedAt: 1, _id: 1 },
  ],
};

const openItem = (item: PlanItem): ItemProgress => ({
  ...item,
  milestones: item.milestones.map(openMilestone),
  revisions: [],
});

/** Throws when the event names an item or milestone that the plan does not have. */
function itemsAfter(
  items: readonly ItemProgress[],
  event: JejakEvent,
  recordedAt: string,
): readonly ItemProgress[] {
  if (event.type === 'MilestoneReported') {
    const { metOn, evidence, note, reportedBy, late } = event.data;
    const report = { metOn, evidence, note, reportedBy, late, reportedAt: recordedAt };
    return changeMilestone(items, event.data, { state: 'reported', report, review: null });
  }
  if (event.type === 'MilestoneVerified') {
    const { verifiedBy: by, note } = event.data;
    const review = { by, note, at: recordedAt };
    return changeMilestone(items, event.data, { state: 'verified', review });
  }
  if (event.type === 'MilestoneReturned') {
    const { returnedBy: by, reason: note } = event.data;
    const review = { by, note, at: recordedAt };
    return changeMilestone(items, event.data, { state: 'returned', review });
  }
  if (event.type === 'PlanItemRevised') {
    const { item, reason, approval } = event.data;
    return reviseItem(items, item, { reason, approval, recordedAt });
  }
  return items;
}

function counted(items: readonly ItemProgress[]): Pick<PlanDocument, 'items' | 'counts'> {
  const milestones = items.flatMap((item) => item.milestones);
  const inState = (state: string): number => milestones.filter((one) => one.state === state).length;
  const counts: PlanCounts = {
    items: items.length,
    milestones: milestones.length,
    open: inState('open'),
    reported: inState('reported'),
    verified: inState('verified'),
    returned: inState('returned'),
    late: milestones.filter(({ report }) => report?.late === true).length,
  };
  return { items, counts };
}
