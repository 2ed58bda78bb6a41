import type {
  MonitoredTotal,
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
import { firstVersion, nextVersion, type SchemasOf } from './event-schema';
import { type Fields, record } from './record';
import { integer, nullable, oneOf, text, truth } from './shape';
import { check, cycleKey, predicate } from './zone-shapes';

const decision = record<RecordedDecision>({ number: text, date: calendarDate });

type MonitoredV1 = Omit<PredicateMonitored['data'], 'totalAgainst' | 'report'>;

const monitored: Fields<MonitoredV1> = {
  ...cycleKey,
  predicate,
  monitoredOn: calendarDate,
  team: oneOf('TPI', 'TPN'),
  meetsMinimum: truth,
  total: nullable(decimalText),
  findings: text,
  monitoredBy: text,
};

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
  PredicateMonitored: nextVersion(
    firstVersion(record<MonitoredV1>(monitored)),
    record<PredicateMonitored['data']>({
      ...monitored,
      totalAgainst: nullable(record<MonitoredTotal>({ sheetVersion: integer, check })),
      report: nullable(text),
    }),
    // Neither the report was asked for, nor was the total held against a threshold.
    (data) => ({ ...data, totalAgainst: null, report: null }),
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
