import type { CommandContext } from '../command-context';
import type { PolicyInForce } from '../policy/state';
import type { CalendarDate, Evidence } from '../values';
import type { InformationOutcome, ObjectionGround, ObjectionOutcome } from './events';

/** The calendar in force on the day of the fact; null where none is. */
interface WithCalendar {
  readonly calendar: PolicyInForce<'working-days'> | null;
}

type Information = CommandContext & { readonly request: string };

export type RequestInformation = Information &
  WithCalendar & {
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

export type ExtendInformationDeadline = Information &
  WithCalendar & {
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

export type ObjectToInformation = Information &
  WithCalendar & {
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

export type NoteInformationDispute = Information &
  WithCalendar & {
    readonly type: 'NoteInformationDispute';
    readonly filedOn: CalendarDate;
    readonly reference: string;
  };

export type InformationCommand =
  | RequestInformation
  | ExtendInformationDeadline
  | AnswerInformation
  | ObjectToInformation
  | DecideInformationObjection
  | NoteInformationDispute;
