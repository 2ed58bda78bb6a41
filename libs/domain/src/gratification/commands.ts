import type { WorkingDayCalendar } from '../calendar';
import type { CommandContext } from '../command-context';
import type { PolicyInForce } from '../policy';
import type { CalendarDate } from '../values';
import type { Gift } from './events';

export interface OfReport {
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
    /** As it stood on the day of the report, which may know years that the day of receipt did not. */
    readonly calendar: WorkingDayCalendar | null;
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

export type GratificationCommand =
  | ReportGratification
  | CompleteGratification
  | ForwardGratification
  | DecideGratification
  | DropGratification;
