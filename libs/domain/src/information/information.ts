import { settledBy } from '../calendar';
import { accepted, type Decider, type Decision, refused } from '../decider';
import { afterSettling, mustSettleSomething } from '../rules/settle-terms';
import { answerInformation } from './answer-information';
import type { InformationCommand } from './commands';
import { decideObjection } from './decide-objection';
import type { InformationEvent, InformationTermsSettled } from './events';
import { extendDeadline } from './extend-deadline';
import { noteDispute } from './note-dispute';
import { objectToInformation } from './object-to-information';
import { requestInformation } from './request-information';
import { evolve, initialState, type InformationState } from './state';

/** What the calendars of the command reach by now; nothing for a request that was not recorded. */
function settling(
  state: InformationState,
  { calendars }: InformationCommand,
): readonly InformationTermsSettled[] {
  if (state.status === 'unopened') return [];
  const { request, region, openTerms, answer, decidedOn } = state;
  const settled = settledBy(openTerms, calendars, (term) =>
    term === 'answer' ? (answer?.on ?? null) : decidedOn,
  );
  if (settled.length === 0) return [];
  return [{ type: 'InformationTermsSettled', data: { request, region, settled } }];
}

function decide(state: InformationState, command: InformationCommand): Decision<InformationEvent> {
  const first = settling(state, command);
  if (command.type === 'SettleInformationTerms') {
    const refusal = mustSettleSomething('information', first);
    return refusal ? refused(refusal) : accepted(...first);
  }
  return afterSettling(state, first, evolve, (settled) => decideStep(settled, command));
}

function decideStep(
  state: InformationState,
  command: Exclude<InformationCommand, { type: 'SettleInformationTerms' }>,
): Decision<InformationEvent> {
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
