import type { Calendars } from '../calendar';
import type { CommandContext } from '../command-context';
import type { PolicyInForce } from '../policy';
import type { CalendarDate } from '../values';
import type {
  ComplaintChannel,
  ComplaintClass,
  ComplaintClosed,
  ComplaintEscalated,
  ComplaintReopened,
} from './events';

interface OfComplaint extends CommandContext {
  readonly complaint: string;
  readonly calendars: Calendars;
}

/** The terms on the day of the fact. */
interface Timed {
  readonly terms: PolicyInForce<'complaint-terms'> | null;
}

export interface FileComplaint extends OfComplaint, Timed {
  readonly type: 'FileComplaint';
  readonly region: string;
  readonly regionRegistered: boolean;
  readonly channel: ComplaintChannel;
  readonly class: ComplaintClass;
  readonly reporter: string | null;
  /** Whether the identity of the reporter is in the vault; true without one. */
  readonly reporterSealed: boolean;
  readonly filedOn: CalendarDate;
  readonly sealedText: string;
}

export interface AcknowledgeComplaint extends OfComplaint {
  readonly type: 'AcknowledgeComplaint';
  readonly acknowledgedOn: CalendarDate;
}

export interface AssignComplaint extends OfComplaint {
  readonly type: 'AssignComplaint';
  readonly office: string;
  readonly handler: string | null;
  readonly assignedOn: CalendarDate;
}

export interface AnswerComplaint extends OfComplaint, Timed {
  readonly type: 'AnswerComplaint';
  readonly answeredOn: CalendarDate;
  readonly sealedAnswer: string;
}

export interface CloseComplaint extends OfComplaint {
  readonly type: 'CloseComplaint';
  readonly closedOn: CalendarDate;
  readonly ground: ComplaintClosed['data']['ground'];
}

export interface ReopenComplaint extends OfComplaint, Timed {
  readonly type: 'ReopenComplaint';
  readonly reopenedOn: CalendarDate;
  readonly ground: ComplaintReopened['data']['ground'];
}

export interface EscalateComplaint extends OfComplaint {
  readonly type: 'EscalateComplaint';
  readonly to: string;
  readonly escalatedOn: CalendarDate;
  readonly ground: ComplaintEscalated['data']['ground'];
}

/** Asks to be shown what the complaint says and what was answered. */
export interface ReadComplaint extends CommandContext {
  readonly type: 'ReadComplaint';
  readonly complaint: string;
}

/** Said by the clock when a calendar was approved. */
export interface SettleComplaintTerms extends CommandContext {
  readonly type: 'SettleComplaintTerms';
  readonly calendars: Calendars;
}

export type ComplaintCommand =
  | FileComplaint
  | AcknowledgeComplaint
  | AssignComplaint
  | AnswerComplaint
  | CloseComplaint
  | ReopenComplaint
  | EscalateComplaint
  | ReadComplaint
  | SettleComplaintTerms;
