import { CorruptStreamError } from '../corrupt-stream';
import type { PlanEvent, ProgressReported, ProgressReturned, ProgressVerified } from './events';
import {
  type AdoptedPlan,
  type CheckpointProgress,
  findItem,
  lastClaim,
  type TrackedItem,
} from './state';

type ProgressEvent = ProgressReported | ProgressVerified | ProgressReturned;

export const isProgressEvent = (event: PlanEvent): event is ProgressEvent =>
  event.type === 'ProgressReported' ||
  event.type === 'ProgressVerified' ||
  event.type === 'ProgressReturned';

function progressAfter(before: CheckpointProgress, event: ProgressEvent): CheckpointProgress {
  if (event.type === 'ProgressReported') {
    const { claimed, reportedBy, reportedOn, late } = event.data;
    return { status: 'reported', report: { claimed, reportedBy, reportedOn, late } };
  }
  const report = lastClaim(before);
  if (!report) throw new CorruptStreamError(event.type, before.status);
  if (event.type === 'ProgressReturned') {
    return { status: 'returned', report, reason: event.data.reason };
  }
  const { verified, verifiedBy } = event.data;
  return { status: 'verified', report, verified, verifiedBy };
}

/** The plan after a report of progress, its verification or its return. */
export function withCheckpointProgress(state: AdoptedPlan, event: ProgressEvent): AdoptedPlan {
  const { item, checkpoint } = event.data;
  if (!findItem(state, item)?.targets.some((target) => target.checkpoint === checkpoint)) {
    throw new CorruptStreamError(event.type, `without checkpoint ${item}/${checkpoint}`);
  }
  const after = (before: TrackedItem): TrackedItem => ({
    ...before,
    targets: before.targets.map((target) =>
      target.checkpoint === checkpoint
        ? { ...target, progress: progressAfter(target.progress, event) }
        : target,
    ),
  });
  return {
    ...state,
    items: state.items.map((known) => (known.id === item ? after(known) : known)),
  };
}
