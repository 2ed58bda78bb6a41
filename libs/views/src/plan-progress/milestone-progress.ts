import type { CalendarDate, Evidence } from '@jejak/domain';
import type { Milestone, MilestoneKey, PlanItem } from '@jejak/domain/plan/events';

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

export interface ItemProgress extends Omit<PlanItem, 'milestones'> {
  readonly milestones: readonly MilestoneProgress[];
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
  const item = { ...revised, milestones, revisions: [...before.revisions, revision] };
  return items.map((one) => (one === before ? item : one));
}
