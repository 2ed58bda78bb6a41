import {
  type CountedBy,
  type InformationAnswered,
  type InformationDeadlineExtended,
  type InformationDisputeNoted,
  type InformationEvent,
  type InformationObjected,
  type InformationObjectionDecided,
  type InformationRequested,
  informationOutcomes,
  objectionGrounds,
  objectionOutcomes,
} from '@jejak/domain/information/events';

import { calendarDate, evidence } from './common-shapes';
import { firstVersion, type SchemasOf } from './event-schema';
import { informationTerms } from './policy-shapes/information-terms';
import { record } from './record';
import { integer, list, nullable, oneOf, text, truth } from './shape';

const key = { request: text, region: text };
const countedBy = record<CountedBy>({ termsVersion: integer, calendarVersion: integer });

export const informationSchemas: SchemasOf<InformationEvent> = {
  InformationRequested: firstVersion(
    record<InformationRequested['data']>({
      ...key,
      requester: text,
      office: text,
      asked: text,
      receivedOn: calendarDate,
      dueOn: calendarDate,
      terms: informationTerms,
      countedBy,
      recordedBy: text,
    }),
  ),
  InformationDeadlineExtended: firstVersion(
    record<InformationDeadlineExtended['data']>({
      ...key,
      asked: text,
      extendedOn: calendarDate,
      reason: text,
      dueOn: calendarDate,
      countedBy,
      extendedBy: text,
    }),
  ),
  InformationAnswered: firstVersion(
    record<InformationAnswered['data']>({
      ...key,
      answeredOn: calendarDate,
      outcome: oneOf(...informationOutcomes),
      ground: nullable(text),
      evidence: list(evidence),
      late: truth,
      answeredBy: text,
    }),
  ),
  InformationObjected: firstVersion(
    record<InformationObjected['data']>({
      ...key,
      asked: text,
      objectedOn: calendarDate,
      ground: oneOf(...objectionGrounds),
      explanation: nullable(text),
      decideBy: calendarDate,
      countedBy,
      recordedBy: text,
    }),
  ),
  InformationObjectionDecided: firstVersion(
    record<InformationObjectionDecided['data']>({
      ...key,
      decidedOn: calendarDate,
      outcome: oneOf(...objectionOutcomes),
      reason: text,
      late: truth,
      decidedBy: text,
    }),
  ),
  InformationDisputeNoted: firstVersion(
    record<InformationDisputeNoted['data']>({
      ...key,
      filedOn: calendarDate,
      reference: text,
      inTime: nullable(truth),
      notedBy: text,
    }),
  ),
};
