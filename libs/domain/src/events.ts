import type { DeadlineEvent } from './deadline/events';
import type { DisputeEvent } from './dispute/events';
import type { ErasureEvent } from './erasure/events';
import type { EvidenceEvent } from './evidence/events';
import type { ComplaintEvent } from './complaint/events';
import type { ReporterEvent } from './complaint/reporter-events';
import type { DeclarationEvent } from './declaration/events';
import type { ComplianceStatisticRecorded } from './declaration/statistic-events';
import type { GratificationEvent } from './gratification/events';
import type { FeedEvent, ReceivedFeedEvent } from './feed/events';
import type { FrameworkEvent } from './framework/events';
import type { InformationEvent } from './information/events';
import type { IndexEvent } from './indices/events';
import type { PactBreachEvent } from './pact/breach/events';
import type { PactCoverageEvent } from './pact/coverage/events';
import type { PactEvent, PactTextEvent } from './pact/events';
import type { PactSignerEvent } from './pact/signer/events';
import type { PlanEvent } from './plan/events';
import type { PolicyEvent } from './policy/events';
import type { ProjectionEvent } from './projection/events';
import type { RegionEvent } from './region/events';
import type { RolloutEvent } from './rollout/events';
import type { ScorecardEvent } from './scorecard/events';
import type { SupervisionEvent } from './supervision/events';
import type { TrainingEvent } from './training/events';
import type { UnitEvent } from './unit/events';
import type { ZoneEvent } from './zone/events';

/** Every fact Jejak can record. */
export type JejakEvent =
  | RegionEvent
  | UnitEvent
  | RolloutEvent
  | FeedEvent
  | ReceivedFeedEvent
  | PolicyEvent
  | FrameworkEvent
  | ScorecardEvent
  | EvidenceEvent
  | PactTextEvent
  | PactEvent
  | PactSignerEvent
  | PactCoverageEvent
  | PactBreachEvent
  | PlanEvent
  | TrainingEvent
  | SupervisionEvent
  | DisputeEvent
  | ZoneEvent
  | ProjectionEvent
  | DeadlineEvent
  | DeclarationEvent
  | ComplianceStatisticRecorded
  | IndexEvent
  | ComplaintEvent
  | ReporterEvent
  | ErasureEvent
  | GratificationEvent
  | InformationEvent;

export type JejakEventType = JejakEvent['type'];
