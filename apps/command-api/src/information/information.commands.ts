import { informationStream } from '@jejak/domain';
import { information, type InformationState } from '@jejak/domain/information';

import { commandsOn } from '../edge/command-on';
import { evidenceFrom } from '../edge/parts';
import { approvedCalendars, policyOn } from '../edge/policy';
import { regionRegistered } from '../edge/region-registered';
import {
  AnswerInformationBody,
  DecideObjectionBody,
  ExtendInformationBody,
  NoteDisputeBody,
  ObjectToInformationBody,
  RequestInformationBody,
} from './information.bodies';

const onInformation = commandsOn(information, informationStream);

/** Where there is a request, its region decides; without one the command is refused anyway. */
const regionOf = (_: unknown, state: InformationState): string | undefined =>
  state.status === 'unopened' ? undefined : state.region;

export const requestInformation = onInformation(RequestInformationBody, {
  action: 'information.request',
  region: ({ body }) => body.region,
  refer: async (ledger, { body }) => ({
    regionRegistered: await regionRegistered(ledger, body.region),
    terms: await policyOn(ledger, 'information-terms', body.receivedOn),
    calendars: await approvedCalendars(ledger),
  }),
  command: ({ key, body }, references) => ({
    type: 'RequestInformation',
    request: key,
    region: body.region,
    requester: body.requester,
    office: body.office,
    asked: body.asked,
    receivedOn: body.receivedOn,
    ...references,
  }),
});

export const extendInformationDeadline = onInformation(ExtendInformationBody, {
  action: 'information.extend',
  region: regionOf,
  refer: approvedCalendars,
  command: ({ key, body }, calendars) => ({
    type: 'ExtendInformationDeadline',
    request: key,
    extendedOn: body.extendedOn,
    reason: body.reason,
    calendars,
  }),
});

export const answerInformation = onInformation(AnswerInformationBody, {
  action: 'information.answer',
  region: regionOf,
  refer: approvedCalendars,
  command: ({ key, body }, calendars) => ({
    type: 'AnswerInformation',
    request: key,
    answeredOn: body.answeredOn,
    outcome: body.outcome,
    ground: body.ground ?? null,
    evidence: evidenceFrom(body.evidence),
    calendars,
  }),
});

export const objectToInformation = onInformation(ObjectToInformationBody, {
  action: 'information.object',
  region: regionOf,
  refer: approvedCalendars,
  command: ({ key, body }, calendars) => ({
    type: 'ObjectToInformation',
    request: key,
    objectedOn: body.objectedOn,
    ground: body.ground,
    explanation: body.explanation ?? null,
    calendars,
  }),
});

export const decideInformationObjection = onInformation(DecideObjectionBody, {
  action: 'information.decide-objection',
  region: regionOf,
  refer: approvedCalendars,
  command: ({ key, body }, calendars) => ({
    type: 'DecideInformationObjection',
    request: key,
    decidedOn: body.decidedOn,
    outcome: body.outcome,
    reason: body.reason,
    calendars,
  }),
});

export const noteInformationDispute = onInformation(NoteDisputeBody, {
  action: 'information.note-dispute',
  region: regionOf,
  refer: approvedCalendars,
  command: ({ key, body }, calendars) => ({
    type: 'NoteInformationDispute',
    request: key,
    filedOn: body.filedOn,
    reference: body.reference,
    calendars,
  }),
});
