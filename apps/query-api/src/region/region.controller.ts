import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import { Controller, Get, Param, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { todayInJakarta } from '../reading/moments';
import { InForms } from '../reading/list-route';
import { QueryRoute } from '../reading/query-route';
import { inForm } from '../reading/row-stream';
import { RegionCodeService, type RegionReply } from './region-code.service';
import { RegionAsOfQuery, RegionPath, RegionQuery } from './region.query';
import { regionTable } from './region.table';
import { RegionService, type RegionsReply } from './region.service';

@ApiTags('Regions')
@QueryRoute()
@Controller('v1/regions')
export class RegionController {
  constructor(
    private readonly service: RegionService,
    private readonly codes: RegionCodeService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Registered provinces, regencies and cities by code' })
  @InForms('An empty list when nothing was registered.')
  async regions(
    @Query() query: RegionQuery,
    @InExchange() exchange: Exchange,
  ): Promise<RegionsReply | StreamableFile> {
    const reply = await this.service.regions(query, jejakAfterOf(exchange.request));
    return inForm(reply, regionTable, query, exchange);
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
