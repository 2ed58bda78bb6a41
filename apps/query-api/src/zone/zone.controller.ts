import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import type { ZoneFunnel } from '@jejak/views';
import { Controller, Get, Param, Query, Req, type StreamableFile } from '@nestjs/common';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { InForms, ListRoute } from '../reading/list-route';
import { type ListReply, Lists } from '../reading/lists';
import { FormatQuery } from '../reading/format.query';
import { refuseQuery } from '../reading/no-query';
import { ProvinceQuery } from '../reading/province.query';
import { QueryRoute } from '../reading/query-route';
import type { Positioned } from '../reading/replies';
import { inForm } from '../reading/row-stream';
import type { ZoneDeclarationShown } from './declaration-shown';
import type { ZoneShown } from './zone-shown';
import { declarationList, zoneList } from './zone.list';
import { FunnelQuery, ZonesQuery } from './zone.query';
import { type ZoneScorecards, ZoneService } from './zone.service';
import { funnelTable, zoneScorecardTable } from './zone.table';

@ApiTags('Integrity zones')
@QueryRoute()
@Controller('v1/zones')
export class ZoneController {
  constructor(
    private readonly lists: Lists,
    private readonly service: ZoneService,
  ) {}

  @Get()
  @ListRoute('Cycles of units towards WBK and WBBM (Zona Integritas)', zoneList)
  zones(
    @Query() query: ZonesQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<ZoneShown>> {
    return this.lists.answer(zoneList, query, exchange);
  }

  @Get('declarations')
  @ListRoute('Declarations of integrity zones, with the signatures still owed', declarationList)
  declarations(
    @Query() query: ProvinceQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<ZoneDeclarationShown>> {
    return this.lists.answer(declarationList, query, exchange);
  }

  @Get('funnel')
  @ApiOperation({ summary: 'How many units of a region came how far in the cycles of a year' })
  @InForms('Stages and the units that reached them. A step that no source tells of is not counted.')
  async funnel(
    @Query() query: FunnelQuery,
    @InExchange() exchange: Exchange,
  ): Promise<(ZoneFunnel & Positioned) | StreamableFile> {
    const reply = await this.service.funnel(query, jejakAfterOf(exchange.request));
    return inForm(reply, funnelTable, query, exchange);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One cycle: its steps, results, prerequisites and publications' })
  @ApiParam({ name: 'id', example: '36.04-disdukcapil-2021' })
  @ApiOkResponse({
    description:
      'What only publications tell of has `publishedOnly`; what no source confirms of the sheet and of the window is in their `unconfirmed`.',
  })
  @ApiNotFoundResponse({ description: 'There is no such cycle.' })
  zone(@Param('id') id: string, @Req() request: FastifyRequest): Promise<ZoneShown & Positioned> {
    refuseQuery(request.query);
    return this.service.zone(id, jejakAfterOf(request));
  }

  @Get(':id/scorecards')
  @ApiOperation({ summary: 'The three sets of answers of a cycle, each scored against its sheet' })
  @ApiParam({ name: 'id', example: '36.04-disdukcapil-2021' })
  @InForms('Every threshold with the gap to it, and what is unconfirmed.')
  @ApiNotFoundResponse({ description: 'There is no such cycle.' })
  async scorecards(
    @Param('id') id: string,
    @Query() query: FormatQuery,
    @InExchange() exchange: Exchange,
  ): Promise<(ZoneScorecards & Positioned) | StreamableFile> {
    const reply = await this.service.scorecards(id, jejakAfterOf(exchange.request));
    return inForm(reply, zoneScorecardTable, query, exchange);
  }
}
