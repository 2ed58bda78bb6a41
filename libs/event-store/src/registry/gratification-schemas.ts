import type {
  GratificationCompleted,
  GratificationDecided,
  GratificationDropped,
  GratificationEvent,
  GratificationForwarded,
  GratificationKey,
  GratificationReported,
} from '@jejak/domain/gratification/events';

import { calendarDate, decimalText } from './common-shapes';
import { firstVersion, type SchemasOf } from './event-schema';
import { pseudonym } from './pseudonym';
import { type Fields, record } from './record';
import { integer, list, nullable, oneOf, text, truth } from './shape';

const key: Fields<GratificationKey> = { receiver: pseudonym, report: text, region: text };
const late = nullable(truth);

export const gratificationSchemas: SchemasOf<GratificationEvent> = {
  GratificationReported: firstVersion(
    record<GratificationReported['data']>({
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
    }),
  ),
  GratificationCompleted: firstVersion(
    record<GratificationCompleted['data']>({ ...key, completedOn: calendarDate, late }),
  ),
  GratificationForwarded: firstVersion(
    record<GratificationForwarded['data']>({ ...key, forwardedOn: calendarDate, late }),
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
};
