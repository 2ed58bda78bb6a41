import type { DomainEvent } from '../decider';
import type { CalendarDate, Source } from '../values';

export interface TrainingKey {
  readonly training: string;
  readonly region: string;
}

/** A programme such as tunas integritas (seedlings of integrity) or a socialisation by KPK. */
export type TrainingOpened = DomainEvent<
  'TrainingOpened',
  TrainingKey & {
    readonly title: string;
    /** The period as the programme names it: `2016`; null where no source gives it. */
    readonly period: string | null;
    readonly organiser: string | null;
    readonly source: Source | null;
  }
>;

export type TrainingSessionHeld = DomainEvent<
  'TrainingSessionHeld',
  TrainingKey & {
    readonly session: string;
    readonly date: CalendarDate;
    readonly place: string | null;
    readonly speaker: string | null;
    /** Groups it was held for, as the source names them: DPRD, OPD. */
    readonly audience: readonly string[];
    readonly source: Source | null;
  }
>;

/** A group that a source only counts. */
export type ParticipantsCounted = DomainEvent<
  'ParticipantsCounted',
  TrainingKey & { readonly group: string; readonly count: number; readonly source: Source }
>;

/** A person under a pseudonym. */
export type ParticipantRegistered = DomainEvent<
  'ParticipantRegistered',
  TrainingKey & { readonly person: string }
>;

/** How many were to be assessed, as announced: it may be more than were ever registered. */
export type AssessmentAnnounced = DomainEvent<
  'AssessmentAnnounced',
  TrainingKey & { readonly count: number; readonly source: Source }
>;

export type GroupAssessed = DomainEvent<
  'GroupAssessed',
  TrainingKey & {
    readonly group: string;
    readonly assessed: number;
    /** Null where the source does not say. */
    readonly passed: number | null;
    readonly assessedOn: CalendarDate;
    readonly source: Source;
  }
>;

export type ParticipantAssessed = DomainEvent<
  'ParticipantAssessed',
  TrainingKey & {
    readonly person: string;
    readonly passed: boolean;
    readonly assessedOn: CalendarDate;
    readonly assessedBy: string;
  }
>;

export type TrainingEvent =
  | TrainingOpened
  | TrainingSessionHeld
  | ParticipantsCounted
  | ParticipantRegistered
  | AssessmentAnnounced
  | GroupAssessed
  | ParticipantAssessed;
