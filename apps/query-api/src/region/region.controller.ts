import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import type { DirectoryRegion } from '@jejak/views';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { todayInJakarta } from '../reading/moments';
import { ListRoute } from '../reading/list-route';
import type { ListReply } from '../reading/lists';
import { QueryRoute } from '../reading/query-route';
import { RegionCodeService, type RegionReply } from './region-code.service';
import { RegionAsOfQuery, RegionPath, RegionQuery } from './region.query';
import { regionList } from './region.list';
import { RegionService } from './region.service';

@ApiTags('Regions')
@QueryRoute()
@Controller('v1/regions')
export class RegionController {
  constructor(
    private readonly service: RegionService,
    private readonly codes: RegionCodeService,
  ) {}

  @Get()
  @ListRoute('Registered provinces, regencies and cities under the code they have', regionList)
  regions(
    @Query() query: RegionQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<DirectoryRegion>> {
    return this.service.regions(query, exchange);
  }

  @Get(':code')
  @ApiOperation({
    summary: 'The region that has a code on a day, with its id and every code it had',
    description: 'What is recorded about a region refers to its id, which outlives its codes.',
  })
  @ApiOkResponse({ description: 'The region as of that day.' })
  @ApiNotFoundResponse({ description: 'No region has the code on that day; says who had it.' })
  region(
    @Param() { code }: RegionPath,
    @Query() { asOf = todayInJakarta() }: RegionAsOfQuery,
    @Req() request: FastifyRequest,
  ): Promise<RegionReply> {
    return this.codes.region(code, asOf, jejakAfterOf(request));
  }
}
