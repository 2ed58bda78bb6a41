import type {
  GratificationCompleted,
  GratificationDecided,
  GratificationDropped,
  GratificationEvent,
  GratificationForwarded,
  GratificationKey,
  GratificationReported,
  GratificationTermsSettled,
} from '@jejak/domain/gratification/events';

import { calendarDate, decimalText } from './common-shapes';
import { countedTerms, settledTerms, withoutCounts } from './counted-term';
import { firstVersion, nextVersion, type SchemasOf } from './event-schema';
import { term } from './policy-shapes/term';
import { pseudonym } from './pseudonym';
import { type Fields, record } from './record';
import { integer, list, nullable, oneOf, text, truth } from './shape';

const key: Fields<GratificationKey> = { receiver: pseudonym, report: text, region: text };
const late = nullable(truth);

/** Not kept before the second version: how days were counted, and the Commission's term. */
type Later = 'counted' | 'decideBy' | 'decisionTerm';

const reported: Fields<Omit<GratificationReported['data'], Later>> = {
  ...key,
  receivedOn: calendarDate,
  reportedOn: calendarDate,
  to: oneOf('kpk', 'upg'),
  category: oneOf('ceremony', 'co-worker', 'farewell', 'other'),
  form: oneOf('cash', 'non-cash'),
  value: decimalText,
  giver: nullable(pseudonym),
  giverRelation: oneOf(
    'superior',
    'subordinate',
    'colleague',
    'relative',
    'business-partner',
    'other',
  ),
  complete: truth,
  dueOn: nullable(calendarDate),
  inTime: nullable(truth),
  verdict: oneOf(
    'exempt',
    'no-exemption',
    'cash',
    'over-limit',
    'giver-unknown',
    'over-yearly-limit',
  ),
  reportable: truth,
  yearTotal: nullable(decimalText),
  forwardBy: nullable(calendarDate),
  completeBy: nullable(calendarDate),
  policyVersion: integer,
  unconfirmed: list(text),
  recordedBy: text,
};

const forwarded: Fields<Omit<GratificationForwarded['data'], Later>> = {
  ...key,
  forwardedOn: calendarDate,
  late,
};

export const gratificationSchemas: SchemasOf<GratificationEvent> = {
  GratificationReported: nextVersion(
    firstVersion(record<Omit<GratificationReported['data'], Later>>(reported)),
    record<GratificationReported['data']>({
      ...reported,
      decideBy: nullable(calendarDate),
      decisionTerm: nullable(term),
      counted: countedTerms,
    }),
    (data) => ({ ...withoutCounts(data), decideBy: null, decisionTerm: null }),
  ),
  GratificationCompleted: firstVersion(
    record<GratificationCompleted['data']>({ ...key, completedOn: calendarDate, late }),
  ),
  GratificationForwarded: nextVersion(
    firstVersion(record<Omit<GratificationForwarded['data'], Later>>(forwarded)),
    record<GratificationForwarded['data']>({
      ...forwarded,
      decideBy: nullable(calendarDate),
      counted: countedTerms,
    }),
    (data) => ({ ...withoutCounts(data), decideBy: null }),
  ),
  GratificationDecided: firstVersion(
    record<GratificationDecided['data']>({
      ...key,
      decidedOn: calendarDate,
      owner: oneOf('receiver', 'state'),
      decision: text,
      decidedBy: text,
    }),
  ),
  GratificationDropped: firstVersion(
    record<GratificationDropped['data']>({ ...key, droppedOn: calendarDate }),
  ),
  GratificationTermsSettled: firstVersion(
    record<GratificationTermsSettled['data']>({ ...key, settled: settledTerms }),
  ),
};
