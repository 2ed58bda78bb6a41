import { type Decider, type Decision, refused } from '../decider';
import { refusal } from '../rules/refusal';
import type { ComplaintCommand } from './commands';
import type { ComplaintEvent } from './events';
import { fileComplaint } from './file-complaint';
import {
  acknowledgeComplaint,
  answerComplaint,
  assignComplaint,
  closeComplaint,
  escalateComplaint,
  reopenComplaint,
} from './handle-complaint';
import { readComplaint } from './read-complaint';
import { type ComplaintState, evolve, initialState, isFiled } from './state';

const notFound = () =>
  refusal(
    'complaint.not-found',
    'no complaint has this tracking identifier',
    'Correct the identifier, or file the complaint first.',
  );

function decide(state: ComplaintState, command: ComplaintCommand): Decision<ComplaintEvent> {
  if (command.type === 'FileComplaint') return fileComplaint(state, command);
  if (!isFiled(state)) return refused(notFound());
  switch (command.type) {
    case 'AcknowledgeComplaint':
      return acknowledgeComplaint(state, command);
    case 'AssignComplaint':
      return assignComplaint(state, command);
    case 'AnswerComplaint':
      return answerComplaint(state, command);
    case 'CloseComplaint':
      return closeComplaint(state, command);
    case 'ReopenComplaint':
      return reopenComplaint(state, command);
    case 'EscalateComplaint':
      return escalateComplaint(state, command);
    case 'ReadComplaint':
      return readComplaint(state, command);
  }
}

/** The rules of one complaint (pengaduan), without who made it. */
export const complaint: Decider<ComplaintState, ComplaintCommand, ComplaintEvent> = {
  initialState,
  decide,
  evolve,
};
