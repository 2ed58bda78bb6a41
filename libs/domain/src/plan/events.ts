import type { DomainEvent } from '../decider';
import type { CalendarDate, DecimalText, Evidence, Source } from '../values';

export interface Milestone {
  readonly id: string;
  readonly title: string;
  /** Null where no source gives a date. */
  readonly dueOn: CalendarDate | null;
  /** Cumulative target in percent of the item; never lower than the milestone before. Null if unknown. */
  readonly target: DecimalText | null;
}

export interface PlanItem {
  readonly id: string;
  readonly title: string;
  /** What counts as success (ukuran keberhasilan); null where no source gives it. */
  readonly measure: string | null;
  /** Responsible office (penanggung jawab); null where no source names it. */
  readonly owner: string | null;
  readonly milestones: readonly Milestone[];
}

export interface PlanKey {
  readonly plan: string;
  readonly region: string;
}

export interface MilestoneKey {
  readonly item: string;
  readonly milestone: string;
}

/** Action plan (rencana aksi, renaksi). */
export type ActionPlanAdopted = DomainEvent<
  'ActionPlanAdopted',
  PlanKey & {
    /** The period as the plan names it: `2017`, `2025-2026`. */
    readonly period: string;
    readonly decree: string | null;
    readonly items: readonly PlanItem[];
    /** How many items were announced, when that is more than were named. */
    readonly announcedItemCount: number | null;
    readonly source: Source | null;
  }
>;

export type MilestoneReported = DomainEvent<
  'MilestoneReported',
  PlanKey &
    MilestoneKey & {
      readonly metOn: CalendarDate;
      readonly evidence: readonly Evidence[];
      readonly note: string | null;
      readonly reportedBy: string;
      /** Met after its due date; null where the milestone has none. */
      readonly late: boolean | null;
    }
>;

export type MilestoneVerified = DomainEvent<
  'MilestoneVerified',
  PlanKey & MilestoneKey & { readonly verifiedBy: string; readonly note: string | null }
>;

export type MilestoneReturned = DomainEvent<
  'MilestoneReturned',
  PlanKey & MilestoneKey & { readonly returnedBy: string; readonly reason: string }
>;

export type PlanItemRevised = DomainEvent<
  'PlanItemRevised',
  PlanKey & {
    /** The whole item as it stands from now on. */
    readonly item: PlanItem;
    readonly reason: string;
    /** Number or reference of the approval. */
    readonly approval: string;
  }
>;

export type PlanEvent =
  ActionPlanAdopted | MilestoneReported | MilestoneVerified | MilestoneReturned | PlanItemRevised;
