import type { CountedTerm, SettledTerm } from '../calendar';
import type { DomainEvent } from '../decider';
import type { CalendarDate } from '../values';

export type ComplaintClass = 'information' | 'violation' | 'violation-field-check';
export type ComplaintChannel = 'web' | 'app' | 'sms' | 'letter' | 'visit' | 'telephone';

export interface ComplaintKey {
  /** Tracking identifier (UUID). */
  readonly complaint: string;
  readonly region: string;
}

/**
 * The case knows its reporter by a pseudonym only, and its text sealed: both may name people, and an
 * event can never be taken back.
 */
export type ComplaintFiled = DomainEvent<
  'ComplaintFiled',
  ComplaintKey & {
    readonly channel: ComplaintChannel;
    readonly class: ComplaintClass;
    /** Null: nobody knows who, not even the vault. */
    readonly reporter: string | null;
    readonly filedOn: CalendarDate;
    readonly sealedText: string;
    /** Null until a calendar reaches it, as every last day here; see `counted`. */
    readonly forwardBy: CalendarDate | null;
    readonly answerBy: CalendarDate | null;
    readonly counted: readonly CountedTerm[];
    readonly policyVersion: number;
    readonly unconfirmed: readonly string[];
  }
>;

export type ComplaintAcknowledged = DomainEvent<
  'ComplaintAcknowledged',
  ComplaintKey & { readonly acknowledgedOn: CalendarDate }
>;

/** Forwarded to the office that must answer. */
export type ComplaintAssigned = DomainEvent<
  'ComplaintAssigned',
  ComplaintKey & {
    readonly office: string;
    /** Identifier of the officer who answers it, and alone reads it from now on; null names none. */
    readonly handler: string | null;
    readonly assignedOn: CalendarDate;
    readonly late: boolean | null;
  }
>;

export type ComplaintAnswered = DomainEvent<
  'ComplaintAnswered',
  ComplaintKey & {
    readonly answeredOn: CalendarDate;
    readonly sealedAnswer: string;
    readonly late: boolean | null;
    /** Last day on which a reply of the reporter keeps it open; null until a calendar reaches it. */
    readonly replyBy: CalendarDate | null;
    readonly counted: readonly CountedTerm[];
  }
>;

export type ComplaintClosed = DomainEvent<
  'ComplaintClosed',
  ComplaintKey & { readonly closedOn: CalendarDate; readonly ground: 'no-reply' | 'consent' }
>;

export type ComplaintReopened = DomainEvent<
  'ComplaintReopened',
  ComplaintKey & {
    readonly reopenedOn: CalendarDate;
    readonly ground: 'not-satisfied' | 'new-facts';
    /** False for one that was answered and not closed yet. */
    readonly wasClosed: boolean;
    readonly answerBy: CalendarDate | null;
    readonly counted: readonly CountedTerm[];
    readonly policyVersion: number;
    readonly unconfirmed: readonly string[];
  }
>;

export type ComplaintEscalated = DomainEvent<
  'ComplaintEscalated',
  ComplaintKey & {
    readonly to: string;
    readonly escalatedOn: CalendarDate;
    readonly ground: 'overdue' | 'outside-competence' | 'serious';
  }
>;

/**
 * An officer was about to be shown what the complaint says and what was answered. It is recorded
 * before anything is unsealed: nobody reads without having been named.
 */
export type ComplaintRead = DomainEvent<
  'ComplaintRead',
  ComplaintKey & { readonly readBy: string }
>;

/** Last days that no calendar reached when they were set, and one does now: `forward`, `answer`, `reply`. */
export type ComplaintTermsSettled = DomainEvent<
  'ComplaintTermsSettled',
  ComplaintKey & { readonly settled: readonly SettledTerm[] }
>;

export type ComplaintEvent =
  | ComplaintFiled
  | ComplaintAcknowledged
  | ComplaintAssigned
  | ComplaintAnswered
  | ComplaintClosed
  | ComplaintReopened
  | ComplaintEscalated
  | ComplaintRead
  | ComplaintTermsSettled;
