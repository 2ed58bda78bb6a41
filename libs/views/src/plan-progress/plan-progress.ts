import type { CalendarDate, JejakEvent, Source } from '@jejak/domain';
import type {
  ActionPlanAdopted,
  Checkpoint,
  PlanEvent,
  PlanKey,
  TaskForceFormed,
} from '@jejak/domain/plan/events';

import { continued } from '../continued';
import { provinceOf } from '../province';
import type { FoldedView } from '../view';
import type { CheckpointState } from './checkpoint-standing';
import { itemsAfter } from './items-after';
import { openItem, type ItemProgress } from './milestone-progress';

/** Milestones by state; `late` counts those met after their due date, whatever became of them. */
export interface PlanCounts {
  readonly items: number;
  readonly milestones: number;
  readonly open: number;
  readonly reported: number;
  readonly verified: number;
  readonly returned: number;
  readonly late: number;
  /** Items at checkpoints, by state. */
  readonly checkpoints: Readonly<Record<CheckpointState, number>>;
}

export interface CheckpointOfPlan extends Checkpoint {
  /** Null while it is open. */
  readonly closedOn: CalendarDate | null;
}

export type TaskForce = Omit<TaskForceFormed['data'], keyof PlanKey>;

/** One action plan (rencana aksi) and how far it came. */
export interface PlanDocument {
  readonly plan: string;
  readonly region: string;
  readonly province: string;
  readonly period: string;
  readonly decree: string | null;
  readonly source: Source | null;
  /** How many items were announced, when that is more than were named. */
  readonly announcedItemCount: number | null;
  /** Announced and never named by a source found: counted, not invented. Null where none was announced. */
  readonly unnamedItemCount: number | null;
  readonly checkpoints: readonly CheckpointOfPlan[];
  /** Version of the policy `plan-checkpoints` the days follow; null without checkpoints. */
  readonly checkpointPolicy: number | null;
  readonly taskForces: readonly TaskForce[];
  readonly items: readonly ItemProgress[];
  readonly counts: PlanCounts;
  /** Instants of the first and of the last fact about it. */
  readonly adoptedAt: string;
  readonly changedAt: string;
}

/** One document per plan. What is overdue depends on the day one asks: see `planProgressOn`. */
export const planProgress: FoldedView<PlanDocument> = {
  name: 'plan-progress',
  version: 5,
  eventTypes: [
    'ActionPlanAdopted',
    'MilestoneReported',
    'MilestoneVerified',
    'MilestoneReturned',
    'PlanItemRevised',
    'ProgressReported',
    'ProgressVerified',
    'ProgressReturned',
    'CheckpointClosed',
    'PlanItemReassigned',
    'PlanItemStatusSet',
    'TaskForceFormed',
  ],
  documentsOf: ({ event }) => ('plan' in event.data ? [event.data.plan] : []),
  apply(document, { event, metadata: { recordedAt } }, plan) {
    if (event.type === 'ActionPlanAdopted') return adopted(event.data, recordedAt);
    const before = continued(document, plan);
    if (!isPlanEvent(event)) return before;
    const items = itemsAfter(before.items, event, recordedAt);
    return { ...planAfter(before, event), ...counted(items), changedAt: recordedAt };
  },
  indexes: [
    { changedAt: 1, _id: 1 },
    { region: 1, _id: 1 },
    { region: 1, changedAt: 1, _id: 1 },
    { province: 1, _id: 1 },
    { province: 1, changedAt: 1, _id: 1 },
    { period: 1, _id: 1 },
    { period: 1, changedAt: 1, _id: 1 },
  ],
};

const isPlanEvent = (event: JejakEvent): event is PlanEvent => 'plan' in event.data;

function adopted(data: ActionPlanAdopted['data'], recordedAt: string): PlanDocument {
  const { plan, region, period, decree, source, announcedItemCount, checkpointPolicy } = data;
  return {
    ...{ plan, region, province: provinceOf(region), period, decree, source },
    ...{ announcedItemCount, checkpointPolicy },
    unnamedItemCount: announcedItemCount === null ? null : announcedItemCount - data.items.length,
    checkpoints: data.checkpoints.map((one) => ({ ...one, closedOn: null })),
    taskForces: [],
    ...counted(data.items.map((item) => openItem(item, data.checkpoints))),
    adoptedAt: recordedAt,
    changedAt: recordedAt,
  };
}

/** What an event changes of the plan itself, its items apart. */
function planAfter(before: PlanDocument, { type, data }: PlanEvent): PlanDocument {
  if (type === 'TaskForceFormed') {
    const { name, decree, formedOn, members, source } = data;
    const taskForce = { name, decree, formedOn, members, source };
    return { ...before, taskForces: [...before.taskForces, taskForce] };
  }
  if (type === 'CheckpointClosed') {
    const { checkpoint, closedOn } = data;
    const checkpoints = before.checkpoints.map((one) =>
      one.id === checkpoint ? { ...one, closedOn } : one,
    );
    return { ...before, checkpoints };
  }
  return before;
}

function counted(items: readonly ItemProgress[]): Pick<PlanDocument, 'items' | 'counts'> {
  const milestones = items.flatMap((item) => item.milestones);
  const inState = (state: string): number => milestones.filter((one) => one.state === state).length;
  const standings = items.flatMap((item) => item.checkpoints);
  const atCheckpoints = (state: string): number =>
    standings.filter((one) => one.state === state).length;
  const counts: PlanCounts = {
    items: items.length,
    milestones: milestones.length,
    open: inState('open'),
    reported: inState('reported'),
    verified: inState('verified'),
    returned: inState('returned'),
    late: milestones.filter(({ report }) => report?.late === true).length,
    checkpoints: {
      open: atCheckpoints('open'),
      reported: atCheckpoints('reported'),
      verified: atCheckpoints('verified'),
      returned: atCheckpoints('returned'),
    },
  };
  return { items, counts };
}
