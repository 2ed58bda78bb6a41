import type { DeadlineCommand } from './deadline';
import type { DisputeCommand } from './dispute';
import type { ErasureCommand } from './erasure';
import type { EvidenceCommand } from './evidence';
import type { ComplaintCommand, ReporterCommand } from './complaint';
import type { DeclarationCommand, RecordComplianceStatistic } from './declaration';
import type { GratificationCommand } from './gratification';
import type { FeedCommand, ReceivedFeedEventCommand } from './feed';
import type { FrameworkCommand } from './framework';
import type { InformationCommand } from './information';
import type { IndexCommand } from './indices';
import type { PactBreachCommand, PactCommand, PactTextCommand, RecordPactCoverage } from './pact';
import type { PlanCommand } from './plan';
import type { PolicyCommand } from './policy';
import type { ProjectionCommand } from './projection';
import type { RegionCommand } from './region';
import type { RolloutCommand } from './rollout';
import type { ScorecardCommand } from './scorecard';
import type { SupervisionCommand } from './supervision';
import type { TrainingCommand } from './training';
import type { UnitCommand } from './unit';
import type { ZoneCommand } from './zone/commands';

/** Everything Jejak can be asked to record. */
export type JejakCommand =
  | RegionCommand
  | UnitCommand
  | RolloutCommand
  | FeedCommand
  | ReceivedFeedEventCommand
  | PolicyCommand
  | FrameworkCommand
  | ScorecardCommand
  | EvidenceCommand
  | PactTextCommand
  | PactCommand
  | RecordPactCoverage
  | PactBreachCommand
  | PlanCommand
  | TrainingCommand
  | SupervisionCommand
  | DisputeCommand
  | ZoneCommand
  | ProjectionCommand
  | DeadlineCommand
  | DeclarationCommand
  | RecordComplianceStatistic
  | IndexCommand
  | ComplaintCommand
  | ReporterCommand
  | ErasureCommand
  | GratificationCommand
  | InformationCommand;

export type JejakCommandType = JejakCommand['type'];
