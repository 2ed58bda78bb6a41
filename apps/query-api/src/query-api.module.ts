import { Module } from '@nestjs/common';

import { AuditController } from './audit/audit.controller';
import { StreamService } from './audit/stream.service';
import { TrailService } from './audit/trail.service';
import { PactController } from './pact/pact.controller';
import { PactService } from './pact/pact.service';
import { PlanController } from './plan/plan.controller';
import { PlanService } from './plan/plan.service';
import { RankingController } from './ranking/ranking.controller';
import { RankingService } from './ranking/ranking.service';
import { ViewReader } from './reading/view-reader';
import { RegionController } from './region/region.controller';
import { RegionService } from './region/region.service';
import { ScorecardController } from './scorecard/scorecard.controller';
import { ScorecardService } from './scorecard/scorecard.service';

/**
 * The read side over HTTP. Whoever assembles it provides the tokens of `tokens.ts` in a global module,
 * the adapter of `@jejak/http` and its `ProblemFilter`.
 */
@Module({
  controllers: [
    RankingController,
    RegionController,
    ScorecardController,
    PactController,
    PlanController,
    AuditController,
  ],
  providers: [
    ViewReader,
    RankingService,
    RegionService,
    ScorecardService,
    PactService,
    PlanService,
    TrailService,
    StreamService,
  ],
})
export class QueryApiModule {}
