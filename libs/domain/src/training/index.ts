import { type Decider, type Decision, refused } from '../decider';
import { refusal } from '../rules/refusal';
import { announceAssessment, assessGroup, assessParticipant } from './assess';
import type { TrainingCommand } from './commands';
import type { TrainingEvent } from './events';
import {
  countParticipants,
  holdTrainingSession,
  openTraining,
  registerParticipant,
} from './record';
import { evolve, initialState, type TrainingState } from './state';

export type * from './commands';
export type * from './events';
export type { TrainingState } from './state';

function decide(state: TrainingState, command: TrainingCommand): Decision<TrainingEvent> {
  if (command.type === 'OpenTraining') return openTraining(state, command);
  if (state.status === 'unopened') {
    return refused(refusal('training.not-found', 'no programme was opened here', 'Open it first.'));
  }
  switch (command.type) {
    case 'HoldTrainingSession':
      return holdTrainingSession(state, command);
    case 'CountParticipants':
      return countParticipants(state, command);
    case 'RegisterParticipant':
      return registerParticipant(state, command);
    case 'AnnounceAssessment':
      return announceAssessment(state, command);
    case 'AssessGroup':
      return assessGroup(state, command);
    case 'AssessParticipant':
      return assessParticipant(state, command);
  }
}

/** The rules of one training programme. */
export const training: Decider<TrainingState, TrainingCommand, TrainingEvent> = {
  initialState,
  decide,
  evolve,
};
