import type { CommandContext } from '../command-context';
import type { PolicyInForce } from '../policy';
import type { CalendarDate, DecimalText, Evidence } from '../values';
import type {
  ActionPlanAdopted,
  CheckpointKey,
  ItemStatus,
  MilestoneKey,
  PlanItem,
  PlanKey,
  TaskForceFormed,
} from './events';

/** Which checkpoints a plan has: a set of the policy, laid over the years from the first on. */
export interface CheckpointChoice {
  readonly set: string;
  readonly firstYear: number;
  /** In force on the first day of the first year. */
  readonly policy: PolicyInForce<'plan-checkpoints'> | null;
}

export type AdoptActionPlan = CommandContext &
  Omit<ActionPlanAdopted['data'], 'checkpoints' | 'checkpointPolicy'> & {
    readonly type: 'AdoptActionPlan';
    readonly regionRegistered: boolean;
    /** Null for a plan that has none, or of which no source says. */
    readonly checkpoints: CheckpointChoice | null;
  };

/** Claims that a milestone was met; the actor is the reporter. */
export type ReportMilestone = CommandContext &
  MilestoneKey & {
    readonly type: 'ReportMilestone';
    readonly metOn: CalendarDate;
    readonly evidence: readonly Evidence[];
    readonly note: string | null;
  };

export type VerifyMilestone = CommandContext &
  MilestoneKey & { readonly type: 'VerifyMilestone'; readonly note: string | null };

/** Sends a report back; the milestone can be reported again. */
export type ReturnMilestone = CommandContext &
  MilestoneKey & { readonly type: 'ReturnMilestone'; readonly reason: string };

export type RevisePlanItem = CommandContext & {
  readonly type: 'RevisePlanItem';
  /** The whole item as it shall stand. */
  readonly item: PlanItem;
  readonly reason: string;
  readonly approval: string;
};

/** Claims how far an item had come by a checkpoint; the actor is the reporter. */
export type ReportProgress = CommandContext &
  CheckpointKey & {
    readonly type: 'ReportProgress';
    readonly claimed: DecimalText;
    readonly evidence: readonly Evidence[];
    readonly note: string | null;
    readonly reportedOn: CalendarDate;
  };

export type VerifyProgress = CommandContext &
  CheckpointKey & {
    readonly type: 'VerifyProgress';
    readonly verified: DecimalText;
    readonly note: string | null;
  };

/** Sends a report back, also a verified one while its checkpoint is open. */
export type ReturnProgress = CommandContext &
  CheckpointKey & { readonly type: 'ReturnProgress'; readonly reason: string };

export type CloseCheckpoint = CommandContext & {
  readonly type: 'CloseCheckpoint';
  readonly checkpoint: string;
  readonly closedOn: CalendarDate;
  /** In force on the day of the checkpoint, which no later version changes once it is closed. */
  readonly policy: PolicyInForce<'plan-traffic-light'> | null;
};

export type ReassignPlanItem = CommandContext & {
  readonly type: 'ReassignPlanItem';
  readonly item: string;
  readonly to: string;
  readonly reason: string;
};

export type SetPlanItemStatus = CommandContext & {
  readonly type: 'SetPlanItemStatus';
  readonly item: string;
  readonly status: ItemStatus;
  readonly note: string | null;
};

export type FormTaskForce = CommandContext &
  Omit<TaskForceFormed['data'], keyof PlanKey> & { readonly type: 'FormTaskForce' };

/** Every command on one plan; `AdoptActionPlan` names it, the others find it by its stream. */
export type PlanCommand =
  | AdoptActionPlan
  | ReportMilestone
  | VerifyMilestone
  | ReturnMilestone
  | RevisePlanItem
  | ReportProgress
  | VerifyProgress
  | ReturnProgress
  | CloseCheckpoint
  | ReassignPlanItem
  | SetPlanItemStatus
  | FormTaskForce;
