import type { CountedTerm, SettledTerm, Term } from '../calendar';
import type { DomainEvent } from '../decider';
import type { CalendarDate, DecimalText } from '../values';

/**
 * `ceremony`: wedding, adat or religious rite; `co-worker`: among colleagues; `farewell`: farewell,
 * pension or birthday of a colleague.
 */
export type GiftCategory = 'ceremony' | 'co-worker' | 'farewell' | 'other';

export type GiverRelation =
  'superior' | 'subordinate' | 'colleague' | 'relative' | 'business-partner' | 'other';

/** The first condition of an exemption that a gift fails, or that it meets them all. */
export type GiftVerdict =
  'exempt' | 'no-exemption' | 'cash' | 'over-limit' | 'giver-unknown' | 'over-yearly-limit';

export interface GratificationKey {
  /** Pseudonym (UUID) of who received the gift; only the caller can resolve it. */
  readonly receiver: string;
  readonly report: string;
  readonly region: string;
}

export interface Gift {
  readonly receivedOn: CalendarDate;
  readonly category: GiftCategory;
  readonly form: 'cash' | 'non-cash';
  /** Estimated, in rupiah. */
  readonly value: DecimalText;
  /** Pseudonym (UUID) of the giver, for the total of the year; null where nobody knows who gave it. */
  readonly giver: string | null;
  readonly giverRelation: GiverRelation;
}

/** What the policy in force on the day of receipt says of the report. */
export interface GratificationJudgement {
  /** Last day in time; null until a calendar reaches it, as every last day here: see `counted`. */
  readonly dueOn: CalendarDate | null;
  /** Reporting in time lifts the criminal liability (UU 20/2001 art. 12C). */
  readonly inTime: boolean | null;
  readonly verdict: GiftVerdict;
  readonly reportable: boolean;
  /** Rupiah of this giver's gifts of the category in the year, this one included; null without giver. */
  readonly yearTotal: DecimalText | null;
  /** By when the unit must pass it on; null for one made to the Commission, or without calendar. */
  readonly forwardBy: CalendarDate | null;
  /** By when missing documents must be there; null when none are missing, or without calendar. */
  readonly completeBy: CalendarDate | null;
  /** By when the Commission decides, for a report made to it; null where it lies with the unit. */
  readonly decideBy: CalendarDate | null;
  /** How long the Commission has, from the day it has the report; null where nothing says. */
  readonly decisionTerm: Term | null;
  /** Of `report`, `forward`, `complete` and `decision` those that run. */
  readonly counted: readonly CountedTerm[];
  readonly policyVersion: number;
  /** Parts of that version it rests on and nobody confirms. */
  readonly unconfirmed: readonly string[];
}

export type GratificationReported = DomainEvent<
  'GratificationReported',
  GratificationKey &
    Gift &
    GratificationJudgement & {
      readonly reportedOn: CalendarDate;
      readonly to: 'kpk' | 'upg';
      /** Whether every document was there. */
      readonly complete: boolean;
      readonly recordedBy: string;
    }
>;

export type GratificationCompleted = DomainEvent<
  'GratificationCompleted',
  GratificationKey & { readonly completedOn: CalendarDate; readonly late: boolean | null }
>;

export type GratificationForwarded = DomainEvent<
  'GratificationForwarded',
  GratificationKey & {
    readonly forwardedOn: CalendarDate;
    readonly late: boolean | null;
    /** By when the Commission decides; null until a calendar reaches it, or where nothing says. */
    readonly decideBy: CalendarDate | null;
    readonly counted: readonly CountedTerm[];
  }
>;

export type GratificationDecided = DomainEvent<
  'GratificationDecided',
  GratificationKey & {
    readonly decidedOn: CalendarDate;
    readonly owner: 'receiver' | 'state';
    /** Number of the Commission's decree. */
    readonly decision: string;
    readonly decidedBy: string;
  }
>;

/** The documents did not come in time: the Commission does not go on with the report. */
export type GratificationDropped = DomainEvent<
  'GratificationDropped',
  GratificationKey & { readonly droppedOn: CalendarDate }
>;

/** Last days of a report that no calendar reached when they were set, and one does now. */
export type GratificationTermsSettled = DomainEvent<
  'GratificationTermsSettled',
  GratificationKey & { readonly settled: readonly SettledTerm[] }
>;

export type GratificationEvent =
  | GratificationReported
  | GratificationCompleted
  | GratificationForwarded
  | GratificationDecided
  | GratificationDropped
  | GratificationTermsSettled;
