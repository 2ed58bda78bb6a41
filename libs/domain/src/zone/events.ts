import type { CycleEvent } from './cycle/events';
import type { DeclarationEvent } from './declaration/events';
import type { PredicateEvent } from './predicate/events';

/** Every fact about integrity zones (Zona Integritas) and the predicates they lead to. */
export type ZoneEvent = DeclarationEvent | CycleEvent | PredicateEvent;

export type * from './cycle/events';
export type * from './declaration/events';
export type {
  Decision as RecordedDecision,
  MonitoredTotal,
  MonitoringTeam,
  MonitoringTermSet,
  PredicateEvent,
  PredicateGranted,
  PredicateMonitored,
  PredicateRetained,
  PredicateRevoked,
  PublishedPredicateRecorded,
  RevocationGround,
} from './predicate/events';
