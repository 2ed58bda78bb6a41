import { jejakAfterOf } from '@jejak/http';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { QueryRoute } from '../reading/query-route';
import { regionPageExample } from './region-page.example';
import { RegionPageQuery, RegionPath } from './region-page.query';
import { type RegionPageReply, RegionPageService } from './region-page.service';
import { regionSections } from './sections';

@ApiTags('Regions')
@QueryRoute()
@Controller('v1/regions')
export class RegionPageController {
  constructor(private readonly service: RegionPageService) {}

  @Get(':code/page')
  @ApiOperation({
    summary: 'Everything about one region as of a day, a section for each kind of record',
    description: `Sections: ${regionSections.map(({ name }) => name).join(', ')}. By the days the facts speak of, as far as they are known today; a review that speaks of none counts from its recording, and a figure of which only the year is known from the last day of that year. A section that cannot tell how things stood on a past day is \`unanswered\` and says why. \`more\` is where all of its records are, as they stand today; \`truncated\` says that the section has not all of them. A province has what is its own, and not what is recorded of the regions in it. A code a region had or has finds it: everything recorded refers to its id.`,
  })
  @ApiOkResponse({
    description: 'The region and its sections, by name.',
    schema: { type: 'object', example: regionPageExample },
  })
  @ApiNotFoundResponse({ description: 'Nobody registered the region.' })
  page(
    @Param() { code }: RegionPath,
    @Query() query: RegionPageQuery,
    @Req() request: FastifyRequest,
  ): Promise<RegionPageReply> {
    return this.service.page(code, query, jejakAfterOf(request));
  }
}
