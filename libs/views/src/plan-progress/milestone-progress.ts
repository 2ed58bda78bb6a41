import type { CalendarDate, Evidence } from '@jejak/domain';
import type {
  Checkpoint,
  ItemStatus,
  Milestone,
  MilestoneKey,
  PlanItem,
} from '@jejak/domain/plan/events';

import {
  type CheckpointStanding,
  openCheckpoints,
  revisedCheckpoints,
} from './checkpoint-standing';

/** `returned` is open again: what was reported was not accepted. */
export type MilestoneState = 'open' | 'reported' | 'verified' | 'returned';

export interface MilestoneReport {
  readonly metOn: CalendarDate;
  readonly evidence: readonly Evidence[];
  readonly note: string | null;
  readonly reportedBy: string;
  /** Met after its due date; null where the milestone has none. */
  readonly late: boolean | null;
  readonly reportedAt: string;
}

export interface MilestoneReview {
  readonly by: string;
  /** The verifier's note, or the reason it was returned for. */
  readonly note: string | null;
  readonly at: string;
}

export interface MilestoneProgress extends Milestone {
  readonly state: MilestoneState;
  /** The last report, kept when it was returned. */
  readonly report: MilestoneReport | null;
  /** What came of the last report; null while nobody has judged it. */
  readonly review: MilestoneReview | null;
}

export interface ItemRevision {
  readonly reason: string;
  readonly approval: string;
  readonly recordedAt: string;
}

export interface ItemReassignment {
  readonly from: string | null;
  readonly to: string;
  readonly reason: string;
  readonly recordedAt: string;
}

export interface StatusOfItem {
  readonly status: ItemStatus;
  readonly note: string | null;
  readonly by: string;
  readonly at: string;
}

export interface ItemProgress extends Omit<PlanItem, 'milestones' | 'targets'> {
  readonly milestones: readonly MilestoneProgress[];
  /** In the order of the plan's checkpoints. */
  readonly checkpoints: readonly CheckpointStanding[];
  /** What its office says it does with it; null while it has said nothing. */
  readonly status: StatusOfItem | null;
  readonly reassignments: readonly ItemReassignment[];
  readonly revisions: readonly ItemRevision[];
}

/** Field by field: a spread of objects that were just parsed costs several times as much. */
export const openMilestone = ({ id, title, dueOn, target }: Milestone): MilestoneProgress => ({
  id,
  title,
  dueOn,
  target,
  state: 'open',
  report: null,
  review: null,
});

/** Nothing known of an item yet but what the plan says. */
export const openItem = (
  { targets, ...item }: PlanItem,
  checkpoints: readonly Checkpoint[],
): ItemProgress => ({
  ...item,
  milestones: item.milestones.map(openMilestone),
  checkpoints: openCheckpoints(targets, checkpoints, item.owner),
  status: null,
  reassignments: [],
  revisions: [],
});

/** Throws when the plan does not have the item. */
export function changeItem(
  items: readonly ItemProgress[],
  id: string,
  change: (item: ItemProgress) => Partial<ItemProgress>,
): readonly ItemProgress[] {
  const before = items.find((item) => item.id === id);
  if (!before) throw new Error(`The plan has no item ${id}`);
  return items.map((one) => (one === before ? { ...before, ...change(before) } : one));
}

export function changeMilestone(
  items: readonly ItemProgress[],
  key: MilestoneKey,
  change: Partial<MilestoneProgress>,
): readonly ItemProgress[] {
  const item = items.find(({ id }) => id === key.item);
  if (!item?.milestones.some(({ id }) => id === key.milestone))
    throw new Error(`The plan has no milestone ${key.milestone} of item ${key.item}`);
  const milestones = item.milestones.map((milestone) =>
    milestone.id === key.milestone ? { ...milestone, ...change } : milestone,
  );
  return items.map((one) => (one === item ? { ...item, milestones } : one));
}

/** The revised item; milestones that keep their id keep what was reported and verified about them. */
export function reviseItem(
  items: readonly ItemProgress[],
  revised: PlanItem,
  revision: ItemRevision,
): readonly ItemProgress[] {
  const before = items.find(({ id }) => id === revised.id);
  if (!before) throw new Error(`The plan has no item ${revised.id}`);
  const milestones = revised.milestones.map((milestone) => {
    const kept = before.milestones.find(({ id }) => id === milestone.id);
    return { ...(kept ?? openMilestone(milestone)), ...milestone };
  });
  const { targets, ...described } = revised;
  const item = {
    ...before,
    ...described,
    milestones,
    checkpoints: revisedCheckpoints(before.checkpoints, targets, revised.owner),
    revisions: [...before.revisions, revision],
  };
  return items.map((one) => (one === before ? item : one));
}
