import { jejakAfterOf } from '@jejak/http';
import { Controller, Get, Param, Req } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { refuseQuery } from '../reading/no-query';
import { QueryRoute } from '../reading/query-route';
import { ScorecardPath } from './scorecard.query';
import { ScorecardService, type ScorecardReply } from './scorecard.service';

@ApiTags('Scorecards')
@QueryRoute()
@Controller('v1/scorecards')
export class ScorecardController {
  constructor(private readonly service: ScorecardService) {}

  @Get(':region/:instrument/:year')
  @ApiOperation({
    summary: "One region's scorecard: areas, indicators, published and computed scores",
    description: 'Folded from the events themselves; it never lags behind a command.',
  })
  @ApiOkResponse({ description: 'The state with the revision and instant of its last event.' })
  @ApiNotFoundResponse({ description: 'Nothing was recorded under this key.' })
  scorecard(@Param() path: ScorecardPath, @Req() request: FastifyRequest): Promise<ScorecardReply> {
    refuseQuery(request.query);
    return this.service.scorecard(path, jejakAfterOf(request));
  }
}
