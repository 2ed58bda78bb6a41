import type { Decider, Decision } from '../decider';
import { answerInformation } from './answer-information';
import type { InformationCommand } from './commands';
import { decideObjection } from './decide-objection';
import type { InformationEvent } from './events';
import { extendDeadline } from './extend-deadline';
import { noteDispute } from './note-dispute';
import { objectToInformation } from './object-to-information';
import { requestInformation } from './request-information';
import { evolve, initialState, type InformationState } from './state';

function decide(state: InformationState, command: InformationCommand): Decision<InformationEvent> {
  switch (command.type) {
    case 'RequestInformation':
      return requestInformation(state, command);
    case 'ExtendInformationDeadline':
      return extendDeadline(state, command);
    case 'AnswerInformation':
      return answerInformation(state, command);
    case 'ObjectToInformation':
      return objectToInformation(state, command);
    case 'DecideInformationObjection':
      return decideObjection(state, command);
    case 'NoteInformationDispute':
      return noteDispute(state, command);
  }
}

/** One request for public information (permohonan informasi), from receipt to the commission. */
export const information: Decider<InformationState, InformationCommand, InformationEvent> = {
  initialState,
  decide,
  evolve,
};
