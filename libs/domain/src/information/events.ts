import type { CountedTerm, SettledTerm } from '../calendar';
import type { DomainEvent } from '../decider';
import type { CalendarDate, Evidence } from '../values';
import type { InformationTerms } from './policy';

/** What every event about a request repeats, so that it can be read by itself. */
export interface InformationKey {
  readonly request: string;
  readonly region: string;
}

/** Which versions a last day follows: a replay counts nothing again. */
export interface CountedBy {
  readonly termsVersion: number;
  /** Null where no calendar was in force. */
  readonly calendarVersion: number | null;
}

export type InformationRequested = DomainEvent<
  'InformationRequested',
  InformationKey & {
    /** Pseudonym of the requester; who that is stands nowhere in the log. */
    readonly requester: string;
    /** Office (PPID) that has to answer. */
    readonly office: string;
    /** What is asked for, without naming persons. */
    readonly asked: string;
    readonly receivedOn: CalendarDate;
    /** Last day for the answer; null until a calendar reaches it, see `counted`. */
    readonly dueOn: CalendarDate | null;
    readonly counted: readonly CountedTerm[];
    /** The terms that hold for this request to its end. */
    readonly terms: InformationTerms;
    readonly countedBy: CountedBy;
    readonly recordedBy: string;
  }
>;

export type InformationDeadlineExtended = DomainEvent<
  'InformationDeadlineExtended',
  InformationKey & {
    readonly asked: string;
    readonly extendedOn: CalendarDate;
    readonly reason: string;
    /** New last day for the answer; null until a calendar reaches it, see `counted`. */
    readonly dueOn: CalendarDate | null;
    readonly counted: readonly CountedTerm[];
    readonly countedBy: CountedBy;
    readonly extendedBy: string;
  }
>;

/** `not-held`: the body does not have it. What is refused names the exemption (art. 17). */
export const informationOutcomes = ['granted', 'partly-granted', 'refused', 'not-held'] as const;
export type InformationOutcome = (typeof informationOutcomes)[number];

export type InformationAnswered = DomainEvent<
  'InformationAnswered',
  InformationKey & {
    readonly answeredOn: CalendarDate;
    readonly outcome: InformationOutcome;
    /** Exemption or other reason; null where everything was given. */
    readonly ground: string | null;
    readonly evidence: readonly Evidence[];
    /** Null while the last day is unknown and may lie before this one. */
    readonly late: boolean | null;
    readonly answeredBy: string;
  }
>;

/** Grounds of an objection (UU 14/2008 art. 35 paragraph 1, a to g). */
export const objectionGrounds = [
  'refused-as-exempt',
  'not-published-periodically',
  'not-answered',
  'not-answered-as-asked',
  'not-fulfilled',
  'unreasonable-fee',
  'late',
] as const;
export type ObjectionGround = (typeof objectionGrounds)[number];

export type InformationObjected = DomainEvent<
  'InformationObjected',
  InformationKey & {
    readonly asked: string;
    readonly objectedOn: CalendarDate;
    readonly ground: ObjectionGround;
    readonly explanation: string | null;
    /** Last day for the superior's decision; null until a calendar reaches it, see `counted`. */
    readonly decideBy: CalendarDate | null;
    readonly counted: readonly CountedTerm[];
    readonly countedBy: CountedBy;
    readonly recordedBy: string;
  }
>;

export const objectionOutcomes = ['upheld', 'partly-upheld', 'rejected'] as const;
export type ObjectionOutcome = (typeof objectionOutcomes)[number];

export type InformationObjectionDecided = DomainEvent<
  'InformationObjectionDecided',
  InformationKey & {
    readonly decidedOn: CalendarDate;
    readonly outcome: ObjectionOutcome;
    readonly reason: string;
    /** Null while the last day is unknown and may lie before this one. */
    readonly late: boolean | null;
    readonly decidedBy: string;
  }
>;

/** The requester went to the Information Commission (Komisi Informasi); what it decides is its own. */
export type InformationDisputeNoted = DomainEvent<
  'InformationDisputeNoted',
  InformationKey & {
    readonly filedOn: CalendarDate;
    /** Number the commission gave it. */
    readonly reference: string;
    /** Null where the calendar does not cover the way to the last day. */
    readonly inTime: boolean | null;
    readonly notedBy: string;
  }
>;

/** Last days that no calendar reached when they were set, and one does now: `answer`, `decision`. */
export type InformationTermsSettled = DomainEvent<
  'InformationTermsSettled',
  InformationKey & { readonly settled: readonly SettledTerm[] }
>;

export type InformationEvent =
  | InformationRequested
  | InformationDeadlineExtended
  | InformationAnswered
  | InformationObjected
  | InformationObjectionDecided
  | InformationDisputeNoted
  | InformationTermsSettled;
