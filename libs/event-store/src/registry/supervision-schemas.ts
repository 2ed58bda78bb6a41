import type {
  FollowUpReported,
  FollowUpReturned,
  FollowUpVerified,
  MeetingDetailClaimed,
  MeetingRecorded,
  RecommendationMade,
  SupervisionEvent,
} from '@jejak/domain/supervision/events';

import { calendarDate, evidence, source } from './common-shapes';
import { firstVersion, type SchemasOf } from './event-schema';
import { record } from './record';
import { integer, list, nullable, text, truth } from './shape';

const key = { meeting: text, region: text };
const recommendationKey = { ...key, recommendation: text };

export const supervisionSchemas: SchemasOf<SupervisionEvent> = {
  MeetingRecorded: firstVersion(
    record<MeetingRecorded['data']>({
      ...key,
      title: text,
      date: calendarDate,
      place: nullable(text),
      organiser: text,
      participants: list(text),
      source: nullable(source),
    }),
  ),
  MeetingDetailClaimed: firstVersion(
    record<MeetingDetailClaimed['data']>({ ...key, detail: text, value: text, source }),
  ),
  RecommendationMade: firstVersion(
    record<RecommendationMade['data']>({
      ...recommendationKey,
      text,
      addressee: nullable(text),
      madeOn: calendarDate,
      dueOn: calendarDate,
      policyVersion: integer,
    }),
  ),
  FollowUpReported: firstVersion(
    record<FollowUpReported['data']>({
      ...recommendationKey,
      reportedOn: calendarDate,
      evidence: list(evidence),
      note: nullable(text),
      reportedBy: text,
      late: truth,
    }),
  ),
  FollowUpVerified: firstVersion(
    record<FollowUpVerified['data']>({
      ...recommendationKey,
      verifiedBy: text,
      note: nullable(text),
    }),
  ),
  FollowUpReturned: firstVersion(
    record<FollowUpReturned['data']>({ ...recommendationKey, returnedBy: text, reason: text }),
  ),
};
