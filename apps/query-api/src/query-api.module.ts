import type { EventStore } from '@jejak/event-store';
import type { ViewStandings } from '@jejak/projection';
import { type DynamicModule, Module } from '@nestjs/common';
import type { Db } from 'mongodb';

import { AuditController } from './audit/audit.controller';
import { StreamService } from './audit/stream.service';
import { ChangeController } from './change/change.controller';
import { DeadlineController } from './deadline/deadline.controller';
import { DisputeController } from './dispute/dispute.controller';
import { DisputeService } from './dispute/dispute.service';
import { ErasureController } from './erasure/erasure.controller';
import { EvidenceController } from './evidence/evidence.controller';
import { ReceiptController } from './evidence/receipt.controller';
import { FrameworkController } from './framework/framework.controller';
import { ComplaintController } from './complaint/complaint.controller';
import { DeclarationController } from './declaration/declaration.controller';
import { DeclarationService } from './declaration/declaration.service';
import { InformationController } from './information/information.controller';
import { InformationService } from './information/information.service';
import { IndicesController } from './indices/indices.controller';
import { IndicesService } from './indices/indices.service';
import { GratificationController } from './gratification/gratification.controller';
import { FeedController } from './feed/feed.controller';
import { PactTextController } from './pact/pact-text.controller';
import { PactController } from './pact/pact.controller';
import { PactService } from './pact/pact.service';
import { PlanController } from './plan/plan.controller';
import { PlanService } from './plan/plan.service';
import { PolicyController } from './policy/policy.controller';
import { PolicyService } from './policy/policy.service';
import { PolicyVersions } from './policy/policy-versions';
import { RankingController } from './ranking/ranking.controller';
import { RankingService } from './ranking/ranking.service';
import { Lists } from './reading/lists';
import { RegionIds } from './reading/region-ids';
import { ViewReader } from './reading/view-reader';
import { RegionPageController } from './region-page/region-page.controller';
import { RegionPageService } from './region-page/region-page.service';
import { ProvinceDirectories } from './region/province-directory';
import { RegionCodeService } from './region/region-code.service';
import { RegionController } from './region/region.controller';
import { RegionService } from './region/region.service';
import { ComparisonService } from './score/comparison.service';
import { ScoreController } from './score/score.controller';
import { SeriesService } from './score/series.service';
import { RolloutController } from './rollout/rollout.controller';
import { RolloutService } from './rollout/rollout.service';
import { ScoreTreeController } from './scorecard/score-tree.controller';
import { ScoreTreeService } from './scorecard/score-tree.service';
import { ScorecardController } from './scorecard/scorecard.controller';
import { ScorecardService } from './scorecard/scorecard.service';
import { SupervisionController } from './supervision/supervision.controller';
import { TrainingController } from './training/training.controller';
import { UnitController } from './unit/unit.controller';
import { PredicateController } from './zone/predicate.controller';
import { ZoneController } from './zone/zone.controller';
import { ZoneService } from './zone/zone.service';
import { EVENT_STORE, READ_DATABASE, VIEW_STANDINGS } from './tokens';

export interface QueryApiDependencies {
  readonly eventStore: EventStore;
  readonly database: Db;
  readonly standings: ViewStandings;
}

/**
 * The read side over HTTP, public and without tokens. Whoever assembles it uses the adapter of
 * `@jejak/http` and its `ProblemFilter`; rankings are exported for the portal.
 */
@Module({
  controllers: [
    RankingController,
    RegionController,
    UnitController,
    RolloutController,
    FeedController,
    RegionPageController,
    ScoreTreeController,
    ScorecardController,
    EvidenceController,
    ReceiptController,
    PactController,
    PactTextController,
    PlanController,
    TrainingController,
    SupervisionController,
    ZoneController,
    PredicateController,
    PolicyController,
    IndicesController,
    InformationController,
    ErasureController,
    DeadlineController,
    DeclarationController,
    ComplaintController,
    GratificationController,
    AuditController,
    ChangeController,
    DisputeController,
    FrameworkController,
    ScoreController,
  ],
  providers: [
    ViewReader,
    Lists,
    RegionIds,
    ProvinceDirectories,
    RankingService,
    RegionService,
    RegionCodeService,
    RolloutService,
    RegionPageService,
    ScorecardService,
    ScoreTreeService,
    DisputeService,
    ComparisonService,
    SeriesService,
    PactService,
    PlanService,
    ZoneService,
    PolicyService,
    PolicyVersions,
    DeclarationService,
    IndicesService,
    InformationService,
    StreamService,
  ],
  exports: [RankingService],
})
export class QueryApiModule {
  static with({ eventStore, database, standings }: QueryApiDependencies): DynamicModule {
    return {
      module: QueryApiModule,
      providers: [
        { provide: EVENT_STORE, useValue: eventStore },
        { provide: READ_DATABASE, useValue: database },
        { provide: VIEW_STANDINGS, useValue: standings },
      ],
    };
  }
}
