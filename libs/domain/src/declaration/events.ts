import type { CountedTerm, SettledTerm } from '../calendar';
import type { DomainEvent } from '../decider';
import type { CalendarDate } from '../values';

/** The fields (bidang) by which the Commission counts those who must report. */
export type DeclarationField = 'executive' | 'legislative' | 'judicial' | 'state-enterprise';

/** Why a report is made: each has its own due date. */
export type FilingKind = 'periodic' | 'special-start' | 'special-end' | 'on-request';

/**
 * One position of one person. No event says what anybody owns: asset values are personal financial
 * data (UU 27/2022) and stay with the Commission.
 */
export interface ObligationKey {
  /** Pseudonym (UUID) that only the caller can resolve. */
  readonly person: string;
  /** Identifier of the position: `kepala-dinas-kesehatan`. */
  readonly position: string;
  readonly region: string;
  readonly field: DeclarationField;
}

/** A report that is due. */
export interface ExpectedFiling {
  /** `periodic-2023`, `special-start-2024-02-01`. */
  readonly filing: string;
  /** Null where no rule gives one. */
  readonly dueOn: CalendarDate | null;
}

/** What a verdict rests on. */
export interface TermsBasis {
  readonly policyVersion: number;
  /** Parts of that version it rests on and nobody confirms. */
  readonly unconfirmed: readonly string[];
}

/** Somebody took a position whose holder must report (wajib LHKPN). */
export type ObligorRegistered = DomainEvent<
  'ObligorRegistered',
  ObligationKey &
    TermsBasis & {
      readonly title: string;
      /** First day in the position. */
      readonly since: CalendarDate;
      /** First year whose periodic report is owed: the position is held on its 31 December. */
      readonly firstYear: number;
      readonly expects: ExpectedFiling;
    }
>;

export type ObligationEnded = DomainEvent<
  'ObligationEnded',
  ObligationKey &
    TermsBasis & {
      /** Last day in the position. */
      readonly endedOn: CalendarDate;
      readonly ground: EndGround;
      /** No periodic report is owed for this year and later ones; never before `firstYear`. */
      readonly notObligedFrom: number;
      readonly expects: ExpectedFiling;
      /** Reports that were expected and are owed no longer. */
      readonly releases: readonly string[];
    }
>;

export type EndGround = 'other-position' | 'end-of-office' | 'pension' | 'other';

export interface FilingKey extends ObligationKey {
  readonly filing: string;
  /** Year the report is about; null for one that is not periodic. */
  readonly year: number | null;
}

export type WealthReportFiled = DomainEvent<
  'WealthReportFiled',
  FilingKey &
    TermsBasis & {
      readonly kind: FilingKind;
      /** 31 December of the year, the appointment, the end of office, or the request. */
      readonly occasionOn: CalendarDate;
      readonly filedOn: CalendarDate;
      /** Number of the Commission's receipt (tanda terima). */
      readonly receipt: string;
      readonly dueOn: CalendarDate | null;
      /** Null where nothing says by when it was due. */
      readonly late: boolean | null;
      /** The report that is due next because of this one. */
      readonly expects: ExpectedFiling | null;
      readonly recordedBy: string;
    }
>;

export type WealthReportVerified = DomainEvent<
  'WealthReportVerified',
  FilingKey & {
    readonly result: 'complete' | 'incomplete';
    readonly verifiedOn: CalendarDate;
    /** Number of the notice that says what is missing; null when nothing is. */
    readonly notice: string | null;
    /** By when it must be completed; null when it is complete, or until a calendar reaches the day. */
    readonly completeBy: CalendarDate | null;
    /** The term `completion`; none for a complete report. */
    readonly counted: readonly CountedTerm[];
    /** Null when it is complete: no term begins. */
    readonly basis: TermsBasis | null;
    readonly verifiedBy: string;
  }
>;

/** The missing parts of an incomplete report were handed in. */
export type WealthReportSupplemented = DomainEvent<
  'WealthReportSupplemented',
  FilingKey & {
    readonly suppliedOn: CalendarDate;
    readonly receipt: string;
    readonly dueOn: CalendarDate | null;
    readonly late: boolean | null;
    readonly recordedBy: string;
  }
>;

/** The term `completion` of a report, which no calendar reached when it was set, and one does now. */
export type WealthReportTermsSettled = DomainEvent<
  'WealthReportTermsSettled',
  FilingKey & { readonly settled: readonly SettledTerm[] }
>;

export type DeclarationEvent =
  | ObligorRegistered
  | ObligationEnded
  | WealthReportFiled
  | WealthReportVerified
  | WealthReportSupplemented
  | WealthReportTermsSettled;
