import type {
  MonitoringTermSet,
  PredicateEvent,
  PredicateGranted,
  PredicateMonitored,
  PredicateRetained,
  PredicateRevoked,
  PublishedPredicateRecorded,
  RecordedDecision,
} from '@jejak/domain/zone';

import { calendarDate, decimalText, source } from './common-shapes';
import { firstVersion, type SchemasOf } from './event-schema';
import { record } from './record';
import { integer, nullable, oneOf, text, truth } from './shape';
import { cycleKey, predicate } from './zone-shapes';

const decision = record<RecordedDecision>({ number: text, date: calendarDate });

export const predicateSchemas: SchemasOf<PredicateEvent> = {
  PredicateGranted: firstVersion(
    record<PredicateGranted['data']>({
      ...cycleKey,
      unitName: text,
      predicate,
      decision,
      validUntil: nullable(calendarDate),
      replaces: nullable(integer),
      grantedBy: text,
    }),
  ),
  PublishedPredicateRecorded: firstVersion(
    record<PublishedPredicateRecorded['data']>({
      ...cycleKey,
      unitName: text,
      predicate,
      grantedOn: calendarDate,
      decisionNumber: nullable(text),
      validUntil: nullable(calendarDate),
      replaces: nullable(integer),
      source,
    }),
  ),
  PredicateMonitored: firstVersion(
    record<PredicateMonitored['data']>({
      ...cycleKey,
      predicate,
      monitoredOn: calendarDate,
      team: oneOf('TPI', 'TPN'),
      meetsMinimum: truth,
      total: nullable(decimalText),
      findings: text,
      monitoredBy: text,
    }),
  ),
  MonitoringTermSet: firstVersion(
    record<MonitoringTermSet['data']>({
      ...cycleKey,
      predicate,
      setOn: calendarDate,
      forYear: integer,
      dueOn: nullable(calendarDate),
      policyVersion: integer,
    }),
  ),
  PredicateRetained: firstVersion(
    record<PredicateRetained['data']>({
      ...cycleKey,
      predicate,
      decision,
      validUntil: nullable(calendarDate),
    }),
  ),
  PredicateRevoked: firstVersion(
    record<PredicateRevoked['data']>({
      ...cycleKey,
      predicate,
      ground: oneOf('indicators-broken', 'under-minimum'),
      reason: text,
      decision,
    }),
  ),
};
