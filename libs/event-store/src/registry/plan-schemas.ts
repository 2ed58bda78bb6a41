import {
  type ActionPlanAdopted,
  type Checkpoint,
  type CheckpointClosed,
  type CheckpointResult,
  type CheckpointTarget,
  itemStatuses,
  type MilestoneReported,
  type MilestoneReturned,
  type MilestoneVerified,
  type PlanEvent,
  type PlanItem,
  type PlanItemReassigned,
  type PlanItemRevised,
  type PlanItemStatusSet,
  type ProgressReported,
  type ProgressReturned,
  type ProgressVerified,
  type TaskForceFormed,
  type TaskForceMember,
} from '@jejak/domain/plan/events';

import { calendarDate, decimalText, evidence, source } from './common-shapes';
import { firstVersion, nextVersion, type SchemasOf } from './event-schema';
import {
  adoptedWithoutCheckpoints,
  type AdoptedWithoutCheckpoints,
  closedWithoutColours,
  closing,
  itemOfFirstPlans,
  itemWithTargets,
  milestone,
  percentages,
  type RevisedWithoutTargets,
} from './plan-schemas-v1';
import { record } from './record';
import { integer, list, nullable, oneOf, text, truth } from './shape';

const item = record<PlanItem>({
  id: text,
  title: text,
  measure: nullable(text),
  owner: nullable(text),
  milestones: list(milestone),
  targets: list(record<CheckpointTarget>({ checkpoint: text, target: nullable(decimalText) })),
});

const key = { plan: text, region: text };
const milestoneKey = { ...key, item: text, milestone: text };
const checkpointKey = { ...key, item: text, checkpoint: text };

export const planSchemas: SchemasOf<PlanEvent> = {
  ActionPlanAdopted: nextVersion(
    firstVersion(adoptedWithoutCheckpoints),
    record<ActionPlanAdopted['data']>({
      ...key,
      period: text,
      decree: nullable(text),
      items: list(item),
      announcedItemCount: nullable(integer),
      checkpoints: list(record<Checkpoint>({ id: text, dueOn: calendarDate })),
      checkpointPolicy: nullable(integer),
      source: nullable(source),
    }),
    (data: AdoptedWithoutCheckpoints) => ({
      ...data,
      items: data.items.map(itemWithTargets),
      checkpoints: [],
      checkpointPolicy: null,
    }),
  ),
  MilestoneReported: firstVersion(
    record<MilestoneReported['data']>({
      ...milestoneKey,
      metOn: calendarDate,
      evidence: list(evidence),
      note: nullable(text),
      reportedBy: text,
      late: nullable(truth),
    }),
  ),
  MilestoneVerified: firstVersion(
    record<MilestoneVerified['data']>({ ...milestoneKey, verifiedBy: text, note: nullable(text) }),
  ),
  MilestoneReturned: firstVersion(
    record<MilestoneReturned['data']>({ ...milestoneKey, returnedBy: text, reason: text }),
  ),
  PlanItemRevised: nextVersion(
    firstVersion(
      record<RevisedWithoutTargets>({
        ...key,
        item: itemOfFirstPlans,
        reason: text,
        approval: text,
      }),
    ),
    record<PlanItemRevised['data']>({ ...key, item, reason: text, approval: text }),
    (data) => ({ ...data, item: itemWithTargets(data.item) }),
  ),
  ProgressReported: firstVersion(
    record<ProgressReported['data']>({
      ...checkpointKey,
      claimed: decimalText,
      evidence: list(evidence),
      note: nullable(text),
      reportedOn: calendarDate,
      reportedBy: text,
      late: truth,
    }),
  ),
  ProgressVerified: firstVersion(
    record<ProgressVerified['data']>({
      ...checkpointKey,
      claimed: decimalText,
      verified: decimalText,
      verifiedBy: text,
      note: nullable(text),
    }),
  ),
  ProgressReturned: firstVersion(
    record<ProgressReturned['data']>({ ...checkpointKey, returnedBy: text, reason: text }),
  ),
  CheckpointClosed: nextVersion(
    firstVersion(closedWithoutColours),
    record<CheckpointClosed['data']>({
      ...closing,
      policyVersion: nullable(integer),
      results: list(
        record<CheckpointResult>({
          ...percentages,
          light: nullable(oneOf('green', 'yellow', 'red', 'none')),
        }),
      ),
    }),
    (data) => ({
      ...data,
      policyVersion: null,
      results: data.results.map((one) => ({ ...one, light: null })),
    }),
  ),
  PlanItemReassigned: firstVersion(
    record<PlanItemReassigned['data']>({
      ...key,
      item: text,
      from: nullable(text),
      to: text,
      reason: text,
    }),
  ),
  PlanItemStatusSet: firstVersion(
    record<PlanItemStatusSet['data']>({
      ...key,
      item: text,
      status: oneOf(...itemStatuses),
      note: nullable(text),
      setBy: text,
    }),
  ),
  TaskForceFormed: firstVersion(
    record<TaskForceFormed['data']>({
      ...key,
      name: text,
      decree: nullable(text),
      formedOn: nullable(calendarDate),
      members: list(record<TaskForceMember>({ position: text, name: nullable(text) })),
      source: nullable(source),
    }),
  ),
};
