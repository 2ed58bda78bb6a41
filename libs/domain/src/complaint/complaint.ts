import { settledBy } from '../calendar';
import { accepted, type Decider, type Decision, refused } from '../decider';
import { refusal } from '../rules/refusal';
import { afterSettling, mustSettleSomething } from '../rules/settle-terms';
import type { ComplaintCommand } from './commands';
import type { ComplaintEvent, ComplaintTermsSettled } from './events';
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
import { type ComplaintState, evolve, initialState, isFiled, type OpenedComplaint } from './state';

const notFound = () =>
  refusal(
    'complaint.not-found',
    'no complaint has this tracking identifier',
    'Correct the identifier, or file the complaint first.',
  );

function decide(state: ComplaintState, command: ComplaintCommand): Decision<ComplaintEvent> {
  if (command.type === 'FileComplaint') return fileComplaint(state, command);
  if (!isFiled(state)) return refused(notFound());
  const first = settling(state, command);
  if (command.type === 'SettleComplaintTerms') {
    const nothing = mustSettleSomething('complaint', first);
    return nothing ? refused(nothing) : accepted(...first);
  }
  return afterSettling<ComplaintState, ComplaintEvent>(state, first, evolve, (settled) =>
    isFiled(settled) ? decideStep(settled, command) : refused(notFound()),
  );
}

/** What the calendars of the command reach by now; reading settles nothing. */
function settling(
  { key, openTerms, forwardedOn, answeredOn }: OpenedComplaint,
  command: ComplaintCommand,
): readonly ComplaintTermsSettled[] {
  if (!('calendars' in command)) return [];
  const kept = new Map([
    ['forward', forwardedOn],
    ['answer', answeredOn],
  ]);
  const settled = settledBy(openTerms, command.calendars, (term) => kept.get(term) ?? null);
  if (settled.length === 0) return [];
  return [{ type: 'ComplaintTermsSettled', data: { ...key, settled } }];
}

function decideStep(
  state: OpenedComplaint,
  command: Exclude<ComplaintCommand, { type: 'FileComplaint' | 'SettleComplaintTerms' }>,
): Decision<ComplaintEvent> {
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
