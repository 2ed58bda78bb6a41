import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import type { ComputedRankingReply, RankingReply } from '@jejak/views';
import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';

import { InForms } from '../reading/list-route';
import { QueryRoute } from '../reading/query-route';
import type { Positioned } from '../reading/replies';
import { inForm } from '../reading/row-stream';
import { mustFitBasis, RankingQuery } from './ranking.query';
import { RankingService } from './ranking.service';
import { computedRankingTable, rankingTable } from './ranking.table';

@ApiTags('Rankings')
@QueryRoute()
@Controller('v1/rankings')
export class RankingController {
  constructor(private readonly service: RankingService) {}

  @Get()
  @ApiOperation({
    summary: "The ranking of a province's regencies and cities, as of a day and as known by then",
    description:
      'Standard competition ranks (1, 2, 3, 3, 5). With `basis=computed` it ranks finalised scores as computed from what was verified, of a province or, without one, of the whole country. A rank is given only when every registered unit has a score and all scores have the same status; `statement` says what to know before using the numbers.',
  })
  @InForms('Rows, units without data, and what the ranking rests on.')
  async ranking(
    @Query() query: RankingQuery,
    @InExchange() exchange: Exchange,
  ): Promise<((RankingReply | ComputedRankingReply) & Positioned) | StreamableFile> {
    const after = jejakAfterOf(exchange.request);
    mustFitBasis(query);
    if (query.basis === 'computed') {
      const computed = await this.service.computedRanking(query, after);
      return inForm(computed, computedRankingTable, query, exchange);
    }
    const reply = await this.service.rankingAsOf(query, after);
    return inForm(reply, rankingTable, query, exchange);
  }
}
