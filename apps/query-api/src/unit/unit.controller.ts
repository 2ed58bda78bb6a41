import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import { existingOn, unitDirectory, unitOn, type UnitOn } from '@jejak/views';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { ListRoute } from '../reading/list-route';
import { type ListReply, Lists } from '../reading/lists';
import { QueryRoute } from '../reading/query-route';
import { replyFrom, type Positioned } from '../reading/replies';
import { RegionIds } from '../reading/region-ids';
import { ViewReader } from '../reading/view-reader';
import { unitList } from './unit.list';
import { UnitPath, UnitQuery, UnitsQuery } from './unit.query';

@ApiTags('Units')
@QueryRoute()
@Controller('v1/units')
export class UnitController {
  constructor(
    private readonly lists: Lists,
    private readonly views: ViewReader,
    private readonly regions: RegionIds,
  ) {}

  @Get()
  @ListRoute('Offices, districts, villages and service areas of the regions', unitList)
  units(@Query() query: UnitsQuery, @InExchange() exchange: Exchange): Promise<ListReply<UnitOn>> {
    return this.lists.answer(unitList, query, exchange, existingOn(query.asOf));
  }

  @Get(':region/:unit')
  @ApiOperation({ summary: 'One unit with every name and code it had, and what became of it' })
  @ApiOkResponse({ description: 'A unit that was closed or merged stays readable.' })
  @ApiNotFoundResponse({ description: 'There is no such unit.' })
  async unit(
    @Param() { region, unit }: UnitPath,
    @Query() { asOf }: UnitQuery,
    @Req() request: FastifyRequest,
  ): Promise<UnitOn & Positioned> {
    const views = [unitDirectory, ...this.regions.viewsToName(region)];
    const reading = await this.views.reading(views, jejakAfterOf(request));
    const id = `${await this.regions.idOf(region, reading, asOf)}/${unit}`;
    const document = await reading.existing(unitDirectory, id, `unit ${unit} of ${region}`);
    return replyFrom(reading, unitOn(document, asOf));
  }
}
