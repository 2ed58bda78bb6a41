import type {
  CheckpointClosed,
  PlanEvent,
  ProgressReported,
  ProgressReturned,
  ProgressVerified,
} from '@jejak/domain/plan/events';

import {
  changeCheckpoint,
  type CheckpointStanding,
  handedOver,
  type RecordedLight,
} from './checkpoint-standing';
import { changeItem, changeMilestone, type ItemProgress, reviseItem } from './milestone-progress';

type Items = readonly ItemProgress[];

/** Throws when the event names an item, milestone or checkpoint that the plan does not have. */
export function itemsAfter(items: Items, event: PlanEvent, recordedAt: string): Items {
  switch (event.type) {
    case 'MilestoneReported': {
      const { metOn, evidence, note, reportedBy, late } = event.data;
      const report = { metOn, evidence, note, reportedBy, late, reportedAt: recordedAt };
      return changeMilestone(items, event.data, { state: 'reported', report, review: null });
    }
    case 'MilestoneVerified': {
      const { verifiedBy: by, note } = event.data;
      const review = { by, note, at: recordedAt };
      return changeMilestone(items, event.data, { state: 'verified', review });
    }
    case 'MilestoneReturned': {
      const { returnedBy: by, reason: note } = event.data;
      const review = { by, note, at: recordedAt };
      return changeMilestone(items, event.data, { state: 'returned', review });
    }
    case 'ProgressReported':
    case 'ProgressVerified':
    case 'ProgressReturned': {
      const { item, checkpoint } = event.data;
      const change = standingAfter(event, recordedAt);
      return changeItem(items, item, ({ checkpoints }) => ({
        checkpoints: changeCheckpoint(checkpoints, checkpoint, change),
      }));
    }
    case 'CheckpointClosed': {
      const { checkpoint } = event.data;
      return items.map((item) => ({
        ...item,
        checkpoints: changeCheckpoint(item.checkpoints, checkpoint, {
          frozen: true,
          closedWith: lightOf(event, item.id),
        }),
      }));
    }
    case 'PlanItemRevised': {
      const { item, reason, approval } = event.data;
      return reviseItem(items, item, { reason, approval, recordedAt });
    }
    case 'PlanItemReassigned': {
      const { item, from, to, reason } = event.data;
      return changeItem(items, item, ({ reassignments, checkpoints }) => ({
        owner: to,
        checkpoints: handedOver(checkpoints, to),
        reassignments: [...reassignments, { from, to, reason, recordedAt }],
      }));
    }
    case 'PlanItemStatusSet': {
      const { item, status, note, setBy } = event.data;
      return changeItem(items, item, () => ({
        status: { status, note, by: setBy, at: recordedAt },
      }));
    }
    case 'ActionPlanAdopted':
    case 'TaskForceFormed':
      return items;
  }
}

function lightOf({ data }: CheckpointClosed, item: string): RecordedLight | null {
  const light = data.results.find((result) => result.item === item)?.light ?? null;
  const { policyVersion } = data;
  return light === null || policyVersion === null ? null : { light, policyVersion };
}

function standingAfter(
  event: ProgressReported | ProgressVerified | ProgressReturned,
  at: string,
): Partial<CheckpointStanding> {
  if (event.type === 'ProgressReported') {
    const { claimed, evidence, note, reportedOn, reportedBy, late } = event.data;
    const report = { claimed, evidence, note, reportedOn, reportedBy, late, reportedAt: at };
    return { state: 'reported', report, verified: null, review: null };
  }
  if (event.type === 'ProgressVerified') {
    const { verified, verifiedBy: by, note } = event.data;
    return { state: 'verified', verified, review: { by, note, at } };
  }
  const { returnedBy: by, reason: note } = event.data;
  return { state: 'returned', verified: null, review: { by, note, at } };
}
