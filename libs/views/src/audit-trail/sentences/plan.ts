import type {
  CheckpointClosed,
  CheckpointKey,
  PlanItemReassigned,
  PlanItemStatusSet,
  PlanKey,
  ProgressReported,
  ProgressReturned,
  ProgressVerified,
  TaskForceFormed,
} from '@jejak/domain/plan/events';

const place = ({ item, checkpoint, plan }: PlanKey & CheckpointKey): string =>
  `item ${item} of plan ${plan} at ${checkpoint}`;

/** What the audit trail says about checkpoints, owners and task forces of action plans. */
export const planSentences = {
  ProgressReported: (data: ProgressReported['data']) =>
    `${data.claimed} percent of ${place(data)} were reported on ${data.reportedOn}${data.late ? ', late' : ''}`,
  ProgressVerified: (data: ProgressVerified['data']) =>
    `${data.verified} of the ${data.claimed} percent reported for ${place(data)} were verified`,
  ProgressReturned: (data: ProgressReturned['data']) =>
    `The report for ${place(data)} was returned: ${data.reason}`,
  CheckpointClosed: (data: CheckpointClosed['data']) =>
    `Checkpoint ${data.checkpoint} of plan ${data.plan} was closed on ${data.closedOn} with ${data.results.filter(({ verified }) => verified !== null).length} of ${data.results.length} items verified`,
  PlanItemReassigned: (data: PlanItemReassigned['data']) =>
    `Item ${data.item} of plan ${data.plan} went from ${data.from ?? 'nobody named'} to ${data.to}: ${data.reason}`,
  PlanItemStatusSet: (data: PlanItemStatusSet['data']) =>
    `Item ${data.item} of plan ${data.plan} was said to be ${data.status}`,
  TaskForceFormed: (data: TaskForceFormed['data']) =>
    `The task force "${data.name}" was formed for plan ${data.plan}`,
};
