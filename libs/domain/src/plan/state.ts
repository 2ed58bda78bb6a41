import type { CalendarDate, DecimalText, Evidence } from '../values';
import type {
  ActionPlanAdopted,
  Checkpoint,
  CheckpointTarget,
  ItemStatus,
  Milestone,
  PlanItem,
} from './events';

/** The last report of a milestone. */
export interface Report {
  readonly reportedBy: string;
  readonly metOn: CalendarDate;
  readonly evidence: readonly Evidence[];
  readonly late: boolean | null;
}

/** How far a milestone has come; whoever reported it last stays named. */
export type Progress =
  | { readonly status: 'open' }
  | { readonly status: 'reported'; readonly report: Report }
  | {
      readonly status: 'returned';
      readonly report: Report;
      readonly returnedBy: string;
      readonly reason: string;
    }
  | { readonly status: 'verified'; readonly report: Report; readonly verifiedBy: string };

export interface TrackedMilestone extends Milestone {
  readonly progress: Progress;
}

/** The last report of an item for a checkpoint. */
export interface ProgressClaim {
  readonly claimed: DecimalText;
  readonly reportedBy: string;
  readonly reportedOn: CalendarDate;
  readonly late: boolean;
}

/** How an item stands at a checkpoint. */
export type CheckpointProgress =
  | { readonly status: 'open' }
  | { readonly status: 'reported'; readonly report: ProgressClaim }
  | { readonly status: 'returned'; readonly report: ProgressClaim; readonly reason: string }
  | {
      readonly status: 'verified';
      readonly report: ProgressClaim;
      readonly verified: DecimalText;
      readonly verifiedBy: string;
    };

export interface TrackedTarget extends CheckpointTarget {
  readonly progress: CheckpointProgress;
}

export interface TrackedItem extends Omit<PlanItem, 'milestones' | 'targets'> {
  readonly milestones: readonly TrackedMilestone[];
  readonly targets: readonly TrackedTarget[];
  /** Null until an office has said what it does with it. */
  readonly status: ItemStatus | null;
}

export interface TrackedCheckpoint extends Checkpoint {
  /** Null while it is open. */
  readonly closedOn: CalendarDate | null;
}

export interface AdoptedPlan extends Omit<ActionPlanAdopted['data'], 'items' | 'checkpoints'> {
  readonly status: 'adopted';
  readonly items: readonly TrackedItem[];
  readonly checkpoints: readonly TrackedCheckpoint[];
  /** Names of the task forces that carry it. */
  readonly taskForces: readonly string[];
}

export type PlanState = { readonly status: 'unadopted' } | AdoptedPlan;

export const initialState = (): PlanState => ({ status: 'unadopted' });

export const isAdopted = (state: PlanState): state is AdoptedPlan => state.status === 'adopted';

export const findItem = (state: AdoptedPlan, item: string): TrackedItem | undefined =>
  state.items.find(({ id }) => id === item);

/** The last report, or null while there is none. */
export const lastReport = ({ progress }: TrackedMilestone): Report | null =>
  progress.status === 'open' ? null : progress.report;

/** Reported or verified: what was claimed and checked no longer changes. */
export const isClosed = ({ progress }: TrackedMilestone): boolean =>
  progress.status === 'reported' || progress.status === 'verified';

/** The last report for a checkpoint, or null while there is none. */
export const lastClaim = (progress: CheckpointProgress): ProgressClaim | null =>
  progress.status === 'open' ? null : progress.report;
