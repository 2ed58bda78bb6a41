import { regionStream, trainingStream } from '@jejak/domain';
import { isRegistered, region } from '@jejak/domain/region';
import { type TrainingState, training } from '@jejak/domain/training';

import { commandsOn } from '../edge/command-on';
import { optionalSourceFrom, sourceFrom } from '../edge/parts';
import {
  AnnounceAssessmentBody,
  AssessGroupBody,
  AssessParticipantBody,
  CountParticipantsBody,
  HoldSessionBody,
  OpenTrainingBody,
  RegisterParticipantBody,
} from './training.bodies';

const onTraining = commandsOn(training, trainingStream);

/** Where there is a programme, its region decides; without one the command is refused anyway. */
const regionOf = (_: unknown, state: TrainingState): string | undefined =>
  state.status === 'unopened' ? undefined : state.region;

export const openTraining = onTraining(OpenTrainingBody, {
  action: 'training.open',
  region: ({ body }) => body.region,
  refer: (ledger, { body }) => ledger.refer(region, regionStream(body.region), isRegistered),
  command: ({ key, body }, referred) => ({
    type: 'OpenTraining',
    training: key,
    region: body.region,
    title: body.title,
    period: body.period ?? null,
    organiser: body.organiser ?? null,
    source: optionalSourceFrom(body.source),
    regionRegistered: isRegistered(referred),
  }),
});

export const holdTrainingSession = onTraining(HoldSessionBody, {
  action: 'training.hold-session',
  region: regionOf,
  command: ({ body }) => ({
    type: 'HoldTrainingSession',
    session: body.session,
    date: body.date,
    place: body.place ?? null,
    speaker: body.speaker ?? null,
    audience: [...(body.audience ?? [])],
    source: optionalSourceFrom(body.source),
  }),
});

export const countParticipants = onTraining(CountParticipantsBody, {
  action: 'training.count-participants',
  region: regionOf,
  command: ({ body }) => ({
    type: 'CountParticipants',
    group: body.group,
    count: body.count,
    source: sourceFrom(body.source),
  }),
});

export const registerParticipant = onTraining(RegisterParticipantBody, {
  action: 'training.register-participant',
  region: regionOf,
  command: ({ body }) => ({
    type: 'RegisterParticipant',
    person: body.person,
  }),
});

export const announceAssessment = onTraining(AnnounceAssessmentBody, {
  action: 'training.announce-assessment',
  region: regionOf,
  command: ({ body }) => ({
    type: 'AnnounceAssessment',
    count: body.count,
    source: sourceFrom(body.source),
  }),
});

export const assessGroup = onTraining(AssessGroupBody, {
  action: 'training.assess-group',
  region: regionOf,
  command: ({ body }) => ({
    type: 'AssessGroup',
    group: body.group,
    assessed: body.assessed,
    passed: body.passed ?? null,
    assessedOn: body.assessedOn,
    source: sourceFrom(body.source),
  }),
});

export const assessParticipant = onTraining(AssessParticipantBody, {
  action: 'training.assess-participant',
  region: regionOf,
  command: ({ body }) => ({
    type: 'AssessParticipant',
    person: body.person,
    passed: body.passed,
    assessedOn: body.assessedOn,
  }),
});
