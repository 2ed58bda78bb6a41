import { type DynamicModule } from '@nestjs/common';

import { PortalModule } from '../../../portal/src/portal.module';
import { type RankingReader } from '../../../portal/src/ranking-reader';
import { RankingService } from './ranking.service';

/** The portal reading rankings where `GET /v1/rankings` reads them, so that the two cannot differ. */
export function portalOver(queryApi: DynamicModule): DynamicModule {
  return PortalModule.register({
    imports: [queryApi],
    inject: [RankingService],
    useFactory: (rankings: RankingService): RankingReader => ({
      ranking: ({ year, ...query }) => rankings.rankingAsOf({ ...query, year: String(year) }, null),
    }),
  });
}
