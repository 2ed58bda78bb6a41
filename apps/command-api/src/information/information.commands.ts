import { informationStream } from '@jejak/domain';
import { information, type InformationState } from '@jejak/domain/information';
import { type Ledger } from '@jejak/event-store';

import { commandsOn } from '../edge/command-on';
import { evidenceFrom } from '../edge/parts';
import { policyOn } from '../edge/policy';
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

const calendarOn = (ledger: Ledger, day: string) => policyOn(ledger, 'working-days', day);

export const requestInformation = onInformation(RequestInformationBody, {
  action: 'information.request',
  region: ({ body }) => body.region,
  refer: async (ledger, { body }) => ({
    regionRegistered: await regionRegistered(ledger, body.region),
    terms: await policyOn(ledger, 'information-terms', body.receivedOn),
    calendar: await calendarOn(ledger, body.receivedOn),
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
  refer: (ledger, { body }) => calendarOn(ledger, body.extendedOn),
  command: ({ key, body }, calendar) => ({
    type: 'ExtendInformationDeadline',
    request: key,
    extendedOn: body.extendedOn,
    reason: body.reason,
    calendar,
  }),
});

export const answerInformation = onInformation(AnswerInformationBody, {
  action: 'information.answer',
  region: regionOf,
  command: ({ key, body }) => ({
    type: 'AnswerInformation',
    request: key,
    answeredOn: body.answeredOn,
    outcome: body.outcome,
    ground: body.ground ?? null,
    evidence: evidenceFrom(body.evidence),
  }),
});

export const objectToInformation = onInformation(ObjectToInformationBody, {
  action: 'information.object',
  region: regionOf,
  refer: (ledger, { body }) => calendarOn(ledger, body.objectedOn),
  command: ({ key, body }, calendar) => ({
    type: 'ObjectToInformation',
    request: key,
    objectedOn: body.objectedOn,
    ground: body.ground,
    explanation: body.explanation ?? null,
    calendar,
  }),
});

export const decideInformationObjection = onInformation(DecideObjectionBody, {
  action: 'information.decide-objection',
  region: regionOf,
  command: ({ key, body }) => ({
    type: 'DecideInformationObjection',
    request: key,
    decidedOn: body.decidedOn,
    outcome: body.outcome,
    reason: body.reason,
  }),
});

export const noteInformationDispute = onInformation(NoteDisputeBody, {
  action: 'information.note-dispute',
  region: regionOf,
  refer: (ledger, { body }) => calendarOn(ledger, body.filedOn),
  command: ({ key, body }, calendar) => ({
    type: 'NoteInformationDispute',
    request: key,
    filedOn: body.filedOn,
    reference: body.reference,
    calendar,
  }),
});
