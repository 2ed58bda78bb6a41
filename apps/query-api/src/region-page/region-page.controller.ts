import { jejakAfterOf } from '@jejak/http';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { QueryRoute } from '../reading/query-route';
import { RegionPageQuery, RegionPath } from './region-page.query';
import { type RegionPageReply, RegionPageService } from './region-page.service';

@ApiTags('Regions')
@QueryRoute()
@Controller('v1/regions')
export class RegionPageController {
  constructor(private readonly service: RegionPageService) {}

  @Get(':code/page')
  @ApiOperation({
    summary: 'Everything about one region as of a day, a section for each kind of record',
    description:
      'By the days the facts speak of, as far as they are known today. A section that cannot tell how things stood on a past day is `unanswered` and says why; `more` is where its records are.',
  })
  @ApiOkResponse({ description: 'The region and its sections.' })
  @ApiNotFoundResponse({ description: 'Nobody registered the region.' })
  page(
    @Param() { code }: RegionPath,
    @Query() query: RegionPageQuery,
    @Req() request: FastifyRequest,
  ): Promise<RegionPageReply> {
    return this.service.page(code, query, jejakAfterOf(request));
  }
}
