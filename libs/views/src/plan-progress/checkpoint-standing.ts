import type { CalendarDate, DecimalText } from '@jejak/domain';
import type { TrafficLight } from '@jejak/domain/plan';
import type {
  Checkpoint,
  CheckpointTarget,
  PlanKey,
  CheckpointKey,
  ProgressReported,
} from '@jejak/domain/plan/events';

/** `returned` is open again: what was reported was not accepted. */
export type CheckpointState = 'open' | 'reported' | 'verified' | 'returned';

export type ProgressReport = Omit<ProgressReported['data'], keyof PlanKey | keyof CheckpointKey> & {
  /** Instant of recording; `reportedOn` is the day the reporter gives. */
  readonly reportedAt: string;
};

/** A colour with the version of `plan-traffic-light` it was given by. */
export interface RecordedLight {
  readonly light: TrafficLight;
  readonly policyVersion: number;
}

/** How one item stands at one checkpoint: what was claimed and what was found, side by side. */
export interface CheckpointStanding extends CheckpointTarget {
  readonly dueOn: CalendarDate;
  /** Responsible office; once it is closed the one of the closing, whoever takes the item over. */
  readonly owner: string | null;
  readonly state: CheckpointState;
  /** The checkpoint is closed: nothing here changes any more. */
  readonly frozen: boolean;
  /** The colour it was closed with; null while it is open, and where none was recorded then. */
  readonly closedWith: RecordedLight | null;
  /** The last report, kept when it was returned. */
  readonly report: ProgressReport | null;
  /** Percent the verifier found; null while nobody has verified the last report. */
  readonly verified: DecimalText | null;
  /** What came of the last report; null while nobody has judged it. */
  readonly review: {
    readonly by: string;
    readonly note: string | null;
    readonly at: string;
  } | null;
}

/** Every checkpoint of the plan, with the item's target where one is known. */
export const openCheckpoints = (
  targets: readonly CheckpointTarget[],
  checkpoints: readonly Checkpoint[],
  owner: string | null,
): readonly CheckpointStanding[] =>
  checkpoints.map(({ id, dueOn }) => ({
    checkpoint: id,
    target: targets.find(({ checkpoint }) => checkpoint === id)?.target ?? null,
    dueOn,
    owner,
    state: 'open',
    frozen: false,
    closedWith: null,
    report: null,
    verified: null,
    review: null,
  }));

/** The same standings with the targets of a revision. */
export const revisedCheckpoints = (
  standings: readonly CheckpointStanding[],
  targets: readonly CheckpointTarget[],
  owner: string | null,
): readonly CheckpointStanding[] =>
  handedOver(standings, owner).map((standing) => ({
    ...standing,
    target: targets.find(({ checkpoint }) => checkpoint === standing.checkpoint)?.target ?? null,
  }));

/** Another office answers for the item from now on: what was closed before is not laid to its charge. */
export const handedOver = (
  standings: readonly CheckpointStanding[],
  owner: string | null,
): readonly CheckpointStanding[] =>
  standings.map((standing) => (standing.frozen ? standing : { ...standing, owner }));

/** Throws when there is no such checkpoint. */
export function changeCheckpoint(
  standings: readonly CheckpointStanding[],
  checkpoint: string,
  change: Partial<CheckpointStanding>,
): readonly CheckpointStanding[] {
  if (!standings.some((one) => one.checkpoint === checkpoint)) {
    throw new Error(`The plan has no checkpoint ${checkpoint}`);
  }
  return standings.map((one) => (one.checkpoint === checkpoint ? { ...one, ...change } : one));
}
