import type { Calendars } from '../calendar';
import type { CommandContext } from '../command-context';
import type { PolicyInForce } from '../policy/state';
import type { CalendarDate, Evidence } from '../values';
import type { InformationOutcome, ObjectionGround, ObjectionOutcome } from './events';

type Information = CommandContext & { readonly request: string; readonly calendars: Calendars };

export type RequestInformation = Information & {
  readonly type: 'RequestInformation';
  readonly region: string;
  readonly regionRegistered: boolean;
  readonly requester: string;
  readonly office: string;
  readonly asked: string;
  readonly receivedOn: CalendarDate;
  /** In force on the day of receipt; null where none are. */
  readonly terms: PolicyInForce<'information-terms'> | null;
};

export type ExtendInformationDeadline = Information & {
  readonly type: 'ExtendInformationDeadline';
  readonly extendedOn: CalendarDate;
  readonly reason: string;
};

export type AnswerInformation = Information & {
  readonly type: 'AnswerInformation';
  readonly answeredOn: CalendarDate;
  readonly outcome: InformationOutcome;
  readonly ground: string | null;
  readonly evidence: readonly Evidence[];
};

export type ObjectToInformation = Information & {
  readonly type: 'ObjectToInformation';
  readonly objectedOn: CalendarDate;
  readonly ground: ObjectionGround;
  readonly explanation: string | null;
};

export type DecideInformationObjection = Information & {
  readonly type: 'DecideInformationObjection';
  readonly decidedOn: CalendarDate;
  readonly outcome: ObjectionOutcome;
  readonly reason: string;
};

export type NoteInformationDispute = Information & {
  readonly type: 'NoteInformationDispute';
  readonly filedOn: CalendarDate;
  readonly reference: string;
};

/** Said by the clock when a calendar was approved. */
export type SettleInformationTerms = CommandContext & {
  readonly type: 'SettleInformationTerms';
  readonly calendars: Calendars;
};

export type InformationCommand =
  | RequestInformation
  | ExtendInformationDeadline
  | AnswerInformation
  | ObjectToInformation
  | DecideInformationObjection
  | NoteInformationDispute
  | SettleInformationTerms;
