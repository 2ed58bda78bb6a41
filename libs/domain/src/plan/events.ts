import type { DomainEvent } from '../decider';
import type { CalendarDate, DecimalText, Evidence, Source } from '../values';
import type { TrafficLight } from './traffic-light';

export interface Milestone {
  readonly id: string;
  readonly title: string;
  /** Null where no source gives a date. */
  readonly dueOn: CalendarDate | null;
  /** Cumulative target in percent of the item; never lower than the milestone before. Null if unknown. */
  readonly target: DecimalText | null;
}

/** A day by which progress is reported and then judged: B03, B06, B09, B12 in a plan of one year. */
export interface Checkpoint {
  readonly id: string;
  readonly dueOn: CalendarDate;
}

export interface CheckpointTarget {
  readonly checkpoint: string;
  /** Cumulative, in percent of the item; never lower than at the checkpoint before. Null if unknown. */
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
  /** One for each checkpoint of the plan, in their order; none in a plan without checkpoints. */
  readonly targets: readonly CheckpointTarget[];
}

export interface PlanKey {
  readonly plan: string;
  readonly region: string;
}

export interface MilestoneKey {
  readonly item: string;
  readonly milestone: string;
}

export interface CheckpointKey {
  readonly item: string;
  readonly checkpoint: string;
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
    /** In the order in which they fall due; none where the plan has none or no source gives them. */
    readonly checkpoints: readonly Checkpoint[];
    /** Version of the policy `plan-checkpoints` the days follow; null without checkpoints. */
    readonly checkpointPolicy: number | null;
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

export type ProgressReported = DomainEvent<
  'ProgressReported',
  PlanKey &
    CheckpointKey & {
      /** What the reporter says was reached of the item, 0 to 100 percent. */
      readonly claimed: DecimalText;
      readonly evidence: readonly Evidence[];
      readonly note: string | null;
      readonly reportedOn: CalendarDate;
      readonly reportedBy: string;
      /** Reported after the day of the checkpoint. */
      readonly late: boolean;
    }
>;

export type ProgressVerified = DomainEvent<
  'ProgressVerified',
  PlanKey &
    CheckpointKey & {
      readonly claimed: DecimalText;
      /** What the verifier found reached, 0 to 100 percent; it may differ from the claim either way. */
      readonly verified: DecimalText;
      readonly verifiedBy: string;
      readonly note: string | null;
    }
>;

export type ProgressReturned = DomainEvent<
  'ProgressReturned',
  PlanKey & CheckpointKey & { readonly returnedBy: string; readonly reason: string }
>;

/** What stood on an item when its checkpoint was closed: it stays that for ever. */
export interface CheckpointResult {
  readonly item: string;
  /** Null where nothing was reported, or what was reported was returned. */
  readonly claimed: DecimalText | null;
  /** Null where nobody verified it. */
  readonly verified: DecimalText | null;
  /** The colour it stood at; null where it was closed before colours were recorded. */
  readonly light: TrafficLight | null;
}

export type CheckpointClosed = DomainEvent<
  'CheckpointClosed',
  PlanKey & {
    readonly checkpoint: string;
    readonly closedOn: CalendarDate;
    readonly closedBy: string;
    /** Of `plan-traffic-light`, by which the colours are; null where none were recorded. */
    readonly policyVersion: number | null;
    readonly results: readonly CheckpointResult[];
  }
>;

export type PlanItemReassigned = DomainEvent<
  'PlanItemReassigned',
  PlanKey & {
    readonly item: string;
    /** The office that was responsible; null where none was named. */
    readonly from: string | null;
    readonly to: string;
    readonly reason: string;
  }
>;

/**
 * What an office does with an item at the moment, in the words of the public tracker of Kabupaten
 * Deiyai (MCSP): diterima, sedang disiapkan, perbaikan, reviu, menunggu tanda tangan, sebagian, belum
 * ada progres.
 */
export const itemStatuses = [
  'received',
  'in-preparation',
  'under-correction',
  'in-review',
  'awaiting-signature',
  'partial',
  'no-progress',
] as const;

export type ItemStatus = (typeof itemStatuses)[number];

export type PlanItemStatusSet = DomainEvent<
  'PlanItemStatusSet',
  PlanKey & {
    readonly item: string;
    readonly status: ItemStatus;
    readonly note: string | null;
    readonly setBy: string;
  }
>;

export interface TaskForceMember {
  readonly position: string;
  /** Null where no source gives it. */
  readonly name: string | null;
}

/** Task force (satuan tugas, satgas) that carries a plan. */
export type TaskForceFormed = DomainEvent<
  'TaskForceFormed',
  PlanKey & {
    readonly name: string;
    /** Decree that forms it; null where no source gives it. */
    readonly decree: string | null;
    readonly formedOn: CalendarDate | null;
    /** Those whom a source names; an empty list says that none does. */
    readonly members: readonly TaskForceMember[];
    readonly source: Source | null;
  }
>;

export type PlanEvent =
  | ActionPlanAdopted
  | MilestoneReported
  | MilestoneVerified
  | MilestoneReturned
  | PlanItemRevised
  | ProgressReported
  | ProgressVerified
  | ProgressReturned
  | CheckpointClosed
  | PlanItemReassigned
  | PlanItemStatusSet
  | TaskForceFormed;
