import { jejakAfterOf } from '@jejak/http';
import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { QueryRoute } from '../reading/query-route';
import { RegionQuery } from './region.query';
import { RegionService, type RegionsReply } from './region.service';

@ApiTags('Regions')
@QueryRoute()
@Controller('v1/regions')
export class RegionController {
  constructor(private readonly service: RegionService) {}

  @Get()
  @ApiOperation({ summary: 'Registered provinces, regencies and cities by code' })
  @ApiOkResponse({ description: 'An empty list when nothing was registered.' })
  regions(@Query() query: RegionQuery, @Req() request: FastifyRequest): Promise<RegionsReply> {
    return this.service.regions(query, jejakAfterOf(request));
  }
}
