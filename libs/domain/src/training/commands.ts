import type { CommandContext } from '../command-context';
import type {
  AssessmentAnnounced,
  GroupAssessed,
  ParticipantAssessed,
  ParticipantRegistered,
  ParticipantsCounted,
  TrainingKey,
  TrainingOpened,
  TrainingSessionHeld,
} from './events';

type Asking<Type extends string, Event extends { readonly data: object }> = CommandContext &
  Omit<Event['data'], keyof TrainingKey> & { readonly type: Type };

export type OpenTraining = CommandContext &
  TrainingOpened['data'] & { readonly type: 'OpenTraining'; readonly regionRegistered: boolean };
export type HoldTrainingSession = Asking<'HoldTrainingSession', TrainingSessionHeld>;
export type CountParticipants = Asking<'CountParticipants', ParticipantsCounted>;
export type RegisterParticipant = Asking<'RegisterParticipant', ParticipantRegistered>;
export type AnnounceAssessment = Asking<'AnnounceAssessment', AssessmentAnnounced>;
export type AssessGroup = Asking<'AssessGroup', GroupAssessed>;
export type AssessParticipant = CommandContext &
  Omit<ParticipantAssessed['data'], keyof TrainingKey | 'assessedBy'> & {
    readonly type: 'AssessParticipant';
  };

/** Every command on one programme; `OpenTraining` names it, the others find it by its stream. */
export type TrainingCommand =
  | OpenTraining
  | HoldTrainingSession
  | CountParticipants
  | RegisterParticipant
  | AnnounceAssessment
  | AssessGroup
  | AssessParticipant;
