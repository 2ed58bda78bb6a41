import { CorruptStreamError } from '../corrupt-stream';
import type {
  MilestoneReported,
  MilestoneReturned,
  MilestoneVerified,
  PlanEvent,
  PlanItem,
} from './events';
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

/** A milestone that keeps its identifier keeps its progress. */
const track = (item: PlanItem, before?: TrackedItem): TrackedItem => ({
  ...item,
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

export function evolve(state: PlanState, event: PlanEvent): PlanState {
  if (!isAdopted(state)) {
    if (event.type !== 'ActionPlanAdopted') throw new CorruptStreamError(event.type, state.status);
    const items = event.data.items.map((item) => track(item));
    return { ...event.data, status: 'adopted', items };
  }
  switch (event.type) {
    case 'ActionPlanAdopted':
      throw new CorruptStreamError(event.type, state.status);
    case 'PlanItemRevised':
      return replaced(state, event.data.item.id, (before) => track(event.data.item, before));
    case 'MilestoneReported':
    case 'MilestoneVerified':
    case 'MilestoneReturned':
      return withProgress(state, event);
  }
}
