import type { Calendars } from '../calendar';
import type { CommandContext } from '../command-context';
import type { PolicyInForce } from '../policy';
import type { CalendarDate } from '../values';
import type { DeclarationField, EndGround, FilingKind } from './events';

/** The policy on a day, null where none applies. */
export type Terms = PolicyInForce<'declaration-terms'> | null;

interface OfObligation {
  readonly person: string;
  readonly position: string;
}

export type RegisterObligor = CommandContext &
  OfObligation & {
    readonly type: 'RegisterObligor';
    readonly region: string;
    readonly regionRegistered: boolean;
    readonly field: DeclarationField;
    readonly title: string;
    readonly since: CalendarDate;
    /**
     * For somebody who has long been in office: the first year whose periodic report is followed.
     * Null: the report of the appointment is expected first.
     */
    readonly firstYear: number | null;
    /** On `since`, or on 31 December of `firstYear`. */
    readonly terms: Terms;
  };

export type EndObligation = CommandContext &
  OfObligation & {
    readonly type: 'EndObligation';
    readonly endedOn: CalendarDate;
    readonly ground: EndGround;
    /** On `endedOn`. */
    readonly terms: Terms;
  };

export type RecordFiling = CommandContext &
  OfObligation & {
    readonly type: 'RecordFiling';
    readonly kind: FilingKind;
    /** 31 December of the year for a periodic report. */
    readonly occasionOn: CalendarDate;
    readonly filedOn: CalendarDate;
    readonly receipt: string;
    /** On `occasionOn`. */
    readonly terms: Terms;
    /** On the next 31 December; null also where no periodic report follows. */
    readonly nextTerms: Terms;
  };

export type VerifyFiling = CommandContext &
  OfObligation & {
    readonly type: 'VerifyFiling';
    readonly filing: string;
    readonly result: 'complete' | 'incomplete';
    readonly verifiedOn: CalendarDate;
    readonly notice: string | null;
    /** On `verifiedOn`. */
    readonly terms: Terms;
    readonly calendars: Calendars;
  };

export type SupplementFiling = CommandContext &
  OfObligation & {
    readonly type: 'SupplementFiling';
    readonly filing: string;
    readonly suppliedOn: CalendarDate;
    readonly receipt: string;
    readonly calendars: Calendars;
  };

/** Said by the clock when a calendar was approved; for every report of the obligor. */
export type SettleWealthReportTerms = CommandContext & {
  readonly type: 'SettleWealthReportTerms';
  readonly calendars: Calendars;
};

export type DeclarationCommand =
  | RegisterObligor
  | EndObligation
  | RecordFiling
  | VerifyFiling
  | SupplementFiling
  | SettleWealthReportTerms;
