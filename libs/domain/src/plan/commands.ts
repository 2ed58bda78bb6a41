import type { CommandContext } from '../command-context';
import type { CalendarDate, Evidence } from '../values';
import type { ActionPlanAdopted, MilestoneKey, PlanItem } from './events';

export type AdoptActionPlan = CommandContext &
  ActionPlanAdopted['data'] & {
    readonly type: 'AdoptActionPlan';
    readonly regionRegistered: boolean;
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

/** Every command on one plan; `AdoptActionPlan` names it, the others find it by its stream. */
export type PlanCommand =
  AdoptActionPlan | ReportMilestone | VerifyMilestone | ReturnMilestone | RevisePlanItem;
