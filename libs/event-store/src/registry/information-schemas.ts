import {
  type CountedBy,
  type InformationAnswered,
  type InformationDeadlineExtended,
  type InformationDisputeNoted,
  type InformationEvent,
  type InformationObjected,
  type InformationObjectionDecided,
  type InformationRequested,
  type InformationTermsSettled,
  informationOutcomes,
  objectionGrounds,
  objectionOutcomes,
} from '@jejak/domain/information/events';

import { calendarDate, evidence } from './common-shapes';
import { countedTerms, settledTerms, withoutCounts } from './counted-term';
import { firstVersion, nextVersion, type SchemasOf } from './event-schema';
import { informationTerms } from './policy-shapes/information-terms';
import { type Fields, record } from './record';
import { integer, list, nullable, oneOf, text, truth } from './shape';

const key = { request: text, region: text };

/** In the first version a calendar always gave the day: where none did, the fact was refused. */
const byCalendar = record<CountedBy & { readonly calendarVersion: number }>({
  termsVersion: integer,
  calendarVersion: integer,
});
const countedBy = record<CountedBy>({ termsVersion: integer, calendarVersion: nullable(integer) });
const day = nullable(calendarDate);

type Told<Event extends InformationEvent, Later extends string> = Fields<
  Omit<Event['data'], Later>
>;

const requested: Told<InformationRequested, 'dueOn' | 'counted' | 'countedBy'> = {
  ...key,
  requester: text,
  office: text,
  asked: text,
  receivedOn: calendarDate,
  terms: informationTerms,
  recordedBy: text,
};
const extended: Told<InformationDeadlineExtended, 'dueOn' | 'counted' | 'countedBy'> = {
  ...key,
  asked: text,
  extendedOn: calendarDate,
  reason: text,
  extendedBy: text,
};
const answered: Told<InformationAnswered, 'late'> = {
  ...key,
  answeredOn: calendarDate,
  outcome: oneOf(...informationOutcomes),
  ground: nullable(text),
  evidence: list(evidence),
  answeredBy: text,
};
const objected: Told<InformationObjected, 'decideBy' | 'counted' | 'countedBy'> = {
  ...key,
  asked: text,
  objectedOn: calendarDate,
  ground: oneOf(...objectionGrounds),
  explanation: nullable(text),
  recordedBy: text,
};
const decided: Told<InformationObjectionDecided, 'late'> = {
  ...key,
  decidedOn: calendarDate,
  outcome: oneOf(...objectionOutcomes),
  reason: text,
  decidedBy: text,
};

export const informationSchemas: SchemasOf<InformationEvent> = {
  InformationRequested: nextVersion(
    firstVersion(record({ ...requested, dueOn: calendarDate, countedBy: byCalendar })),
    record<InformationRequested['data']>({
      ...{ ...requested, dueOn: day, countedBy, counted: countedTerms },
    }),
    withoutCounts,
  ),
  InformationDeadlineExtended: nextVersion(
    firstVersion(record({ ...extended, dueOn: calendarDate, countedBy: byCalendar })),
    record<InformationDeadlineExtended['data']>({
      ...{ ...extended, dueOn: day, countedBy, counted: countedTerms },
    }),
    withoutCounts,
  ),
  InformationAnswered: nextVersion(
    firstVersion(record({ ...answered, late: truth })),
    record<InformationAnswered['data']>({ ...answered, late: nullable(truth) }),
    (data) => data,
  ),
  InformationObjected: nextVersion(
    firstVersion(record({ ...objected, decideBy: calendarDate, countedBy: byCalendar })),
    record<InformationObjected['data']>({
      ...{ ...objected, decideBy: day, countedBy, counted: countedTerms },
    }),
    withoutCounts,
  ),
  InformationObjectionDecided: nextVersion(
    firstVersion(record({ ...decided, late: truth })),
    record<InformationObjectionDecided['data']>({ ...decided, late: nullable(truth) }),
    (data) => data,
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
  InformationTermsSettled: firstVersion(
    record<InformationTermsSettled['data']>({ ...key, settled: settledTerms }),
  ),
};
