import { CorruptStreamError } from '../corrupt-stream';
import type {
  ActionPlanAdopted,
  CheckpointClosed,
  MilestoneReported,
  MilestoneReturned,
  MilestoneVerified,
  PlanEvent,
  PlanItem,
} from './events';
import { isProgressEvent, withCheckpointProgress } from './evolve-progress';
import {
  type AdoptedPlan,
  findItem,
  isAdopted,
  lastReport,
  type PlanState,
  type Progress,
  type TrackedItem,
  type TrackedMilestone,
} from './state';

type MilestoneEvent = MilestoneReported | MilestoneVerified | MilestoneReturned;

/** A milestone or checkpoint that keeps its identifier keeps its progress. */
const track = (item: PlanItem, before?: TrackedItem): TrackedItem => ({
  ...item,
  status: before?.status ?? null,
  targets: item.targets.map((target) => ({
    ...target,
    progress: before?.targets.find(({ checkpoint }) => checkpoint === target.checkpoint)
      ?.progress ?? { status: 'open' },
  })),
  milestones: item.milestones.map((milestone) => ({
    ...milestone,
    progress: before?.milestones.find(({ id }) => id === milestone.id)?.progress ?? {
      status: 'open',
    },
  })),
});

function progressAfter(milestone: TrackedMilestone, event: MilestoneEvent): Progress {
  if (event.type === 'MilestoneReported') {
    const { reportedBy, metOn, evidence, late } = event.data;
    return { status: 'reported', report: { reportedBy, metOn, evidence, late } };
  }
  const report = lastReport(milestone);
  if (!report) throw new CorruptStreamError(event.type, milestone.progress.status);
  if (event.type === 'MilestoneVerified') {
    return { status: 'verified', report, verifiedBy: event.data.verifiedBy };
  }
  const { returnedBy, reason } = event.data;
  return { status: 'returned', report, returnedBy, reason };
}

function replaced(
  state: AdoptedPlan,
  id: string,
  change: (item: TrackedItem) => TrackedItem,
): AdoptedPlan {
  const items = state.items.map((item) => (item.id === id ? change(item) : item));
  return { ...state, items };
}

function withProgress(state: AdoptedPlan, event: MilestoneEvent): AdoptedPlan {
  const { item, milestone } = event.data;
  if (!findItem(state, item)?.milestones.some(({ id }) => id === milestone)) {
    throw new CorruptStreamError(event.type, `without milestone ${item}/${milestone}`);
  }
  return replaced(state, item, (before) => ({
    ...before,
    milestones: before.milestones.map((known) =>
      known.id === milestone ? { ...known, progress: progressAfter(known, event) } : known,
    ),
  }));
}

function changed(state: AdoptedPlan, id: string, change: Partial<TrackedItem>): AdoptedPlan {
  if (!findItem(state, id)) throw new CorruptStreamError('PlanItem', `without item ${id}`);
  return replaced(state, id, (item) => ({ ...item, ...change }));
}

function withClosed(state: AdoptedPlan, { data }: CheckpointClosed): AdoptedPlan {
  const checkpoints = state.checkpoints.map((one) =>
    one.id === data.checkpoint ? { ...one, closedOn: data.closedOn } : one,
  );
  return { ...state, checkpoints };
}

function adopted({ data }: ActionPlanAdopted): AdoptedPlan {
  return {
    ...data,
    status: 'adopted',
    items: data.items.map((item) => track(item)),
    checkpoints: data.checkpoints.map((one) => ({ ...one, closedOn: null })),
    taskForces: [],
  };
}

export function evolve(state: PlanState, event: PlanEvent): PlanState {
  if (!isAdopted(state)) {
    if (event.type === 'ActionPlanAdopted') return adopted(event);
    throw new CorruptStreamError(event.type, state.status);
  }
  if (isProgressEvent(event)) return withCheckpointProgress(state, event);
  switch (event.type) {
    case 'ActionPlanAdopted':
      throw new CorruptStreamError(event.type, state.status);
    case 'PlanItemRevised':
      return replaced(state, event.data.item.id, (before) => track(event.data.item, before));
    case 'PlanItemReassigned':
      return changed(state, event.data.item, { owner: event.data.to });
    case 'PlanItemStatusSet':
      return changed(state, event.data.item, { status: event.data.status });
    case 'CheckpointClosed':
      return withClosed(state, event);
    case 'TaskForceFormed':
      return { ...state, taskForces: [...state.taskForces, event.data.name] };
    case 'MilestoneReported':
    case 'MilestoneVerified':
    case 'MilestoneReturned':
      return withProgress(state, event);
  }
}
