import type { Calendars } from '../calendar';
import type { CommandContext } from '../command-context';
import type { PolicyInForce } from '../policy';
import type { CalendarDate } from '../values';
import type { Gift } from './events';

export interface OfReport {
  readonly calendars: Calendars;
  readonly receiver: string;
  readonly report: string;
}

export type ReportGratification = CommandContext &
  OfReport &
  Gift & {
    readonly type: 'ReportGratification';
    readonly region: string;
    readonly regionRegistered: boolean;
    readonly reportedOn: CalendarDate;
    readonly to: 'kpk' | 'upg';
    readonly complete: boolean;
    /** On the day of receipt. */
    readonly rules: PolicyInForce<'gratification-rules'> | null;
    /** On the day of the report; null where nothing says how long the Commission has. */
    readonly decisionTerm: PolicyInForce<'gratification-decision'> | null;
  };

export type CompleteGratification = CommandContext &
  OfReport & { readonly type: 'CompleteGratification'; readonly completedOn: CalendarDate };

export type ForwardGratification = CommandContext &
  OfReport & { readonly type: 'ForwardGratification'; readonly forwardedOn: CalendarDate };

export type DecideGratification = CommandContext &
  OfReport & {
    readonly type: 'DecideGratification';
    readonly decidedOn: CalendarDate;
    readonly owner: 'receiver' | 'state';
    readonly decision: string;
  };

export type DropGratification = CommandContext &
  OfReport & { readonly type: 'DropGratification'; readonly droppedOn: CalendarDate };

/** Said by the clock when a calendar was approved; for every report of the receiver. */
export type SettleGratificationTerms = CommandContext & {
  readonly type: 'SettleGratificationTerms';
  readonly calendars: Calendars;
};

export type GratificationCommand =
  | ReportGratification
  | CompleteGratification
  | ForwardGratification
  | DecideGratification
  | DropGratification
  | SettleGratificationTerms;
