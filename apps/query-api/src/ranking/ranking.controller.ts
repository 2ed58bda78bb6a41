import { jejakAfterOf } from '@jejak/http';
import type { RankingReply } from '@jejak/views';
import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { QueryRoute } from '../reading/query-route';
import type { Positioned } from '../reading/replies';
import { RankingQuery } from './ranking.query';
import { RankingService } from './ranking.service';

@ApiTags('Rankings')
@QueryRoute()
@Controller('v1/rankings')
export class RankingController {
  constructor(private readonly service: RankingService) {}

  @Get()
  @ApiOperation({
    summary: "The ranking of a province's regencies and cities, as of a day and as known by then",
    description:
      'Standard competition ranks (1, 2, 3, 3, 5). A rank is given only when every registered unit has a score and all scores have the same status; `statement` says what to know before using the numbers.',
  })
  @ApiOkResponse({ description: 'Rows, units without data, and what the ranking rests on.' })
  ranking(
    @Query() query: RankingQuery,
    @Req() request: FastifyRequest,
  ): Promise<RankingReply & Positioned> {
    return this.service.rankingAsOf(query, jejakAfterOf(request));
  }
}
