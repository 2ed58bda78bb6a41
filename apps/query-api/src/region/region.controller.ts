import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';

import { mediaTypes } from '../reading/list-format';
import { QueryRoute } from '../reading/query-route';
import { inForm } from '../reading/row-stream';
import { RegionQuery } from './region.query';
import { regionTable } from './region.table';
import { RegionService, type RegionsReply } from './region.service';

@ApiTags('Regions')
@QueryRoute()
@Controller('v1/regions')
export class RegionController {
  constructor(private readonly service: RegionService) {}

  @Get()
  @ApiOperation({ summary: 'Registered provinces, regencies and cities by code' })
  @ApiProduces(...Object.values(mediaTypes))
  @ApiOkResponse({ description: 'An empty list when nothing was registered.' })
  async regions(
    @Query() query: RegionQuery,
    @InExchange() exchange: Exchange,
  ): Promise<RegionsReply | StreamableFile> {
    const reply = await this.service.regions(query, jejakAfterOf(exchange.request));
    return inForm(reply, regionTable, query, exchange);
  }
}
