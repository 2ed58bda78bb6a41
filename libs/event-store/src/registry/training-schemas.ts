import type {
  AssessmentAnnounced,
  GroupAssessed,
  ParticipantAssessed,
  ParticipantRegistered,
  ParticipantsCounted,
  TrainingEvent,
  TrainingOpened,
  TrainingSessionHeld,
} from '@jejak/domain/training/events';

import { calendarDate, source } from './common-shapes';
import { firstVersion, type SchemasOf } from './event-schema';
import { record } from './record';
import { integer, list, nullable, text, truth } from './shape';

const key = { training: text, region: text };

export const trainingSchemas: SchemasOf<TrainingEvent> = {
  TrainingOpened: firstVersion(
    record<TrainingOpened['data']>({
      ...key,
      title: text,
      period: nullable(text),
      organiser: nullable(text),
      source: nullable(source),
    }),
  ),
  TrainingSessionHeld: firstVersion(
    record<TrainingSessionHeld['data']>({
      ...key,
      session: text,
      date: calendarDate,
      place: nullable(text),
      speaker: nullable(text),
      audience: list(text),
      source: nullable(source),
    }),
  ),
  ParticipantsCounted: firstVersion(
    record<ParticipantsCounted['data']>({ ...key, group: text, count: integer, source }),
  ),
  ParticipantRegistered: firstVersion(
    record<ParticipantRegistered['data']>({ ...key, person: text }),
  ),
  AssessmentAnnounced: firstVersion(
    record<AssessmentAnnounced['data']>({ ...key, count: integer, source }),
  ),
  GroupAssessed: firstVersion(
    record<GroupAssessed['data']>({
      ...key,
      group: text,
      assessed: integer,
      passed: nullable(integer),
      assessedOn: calendarDate,
      source,
    }),
  ),
  ParticipantAssessed: firstVersion(
    record<ParticipantAssessed['data']>({
      ...key,
      person: text,
      passed: truth,
      assessedOn: calendarDate,
      assessedBy: text,
    }),
  ),
};
