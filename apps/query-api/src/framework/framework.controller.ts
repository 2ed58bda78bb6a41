import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import { frameworkId, frameworkRegister, type FrameworkDocument } from '@jejak/views';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { ListRoute } from '../reading/list-route';
import { type ListReply, Lists } from '../reading/lists';
import { refuseQuery } from '../reading/no-query';
import { QueryRoute } from '../reading/query-route';
import { replyFrom, type Positioned } from '../reading/replies';
import { ViewReader } from '../reading/view-reader';
import { frameworkList } from './framework.list';
import { FrameworkPath, FrameworksQuery } from './framework.query';

@ApiTags('Frameworks')
@QueryRoute()
@Controller('v1/frameworks')
export class FrameworkController {
  constructor(
    private readonly lists: Lists,
    private readonly views: ViewReader,
  ) {}

  @Get()
  @ListRoute('Assessment frameworks: areas, weights, bands, and who approved them', frameworkList)
  frameworks(
    @Query() query: FrameworksQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<FrameworkDocument>> {
    return this.lists.answer(frameworkList, query, exchange);
  }

  @Get(':instrument/:year')
  @ApiOperation({ summary: 'Every version of the framework of one instrument and year' })
  @ApiOkResponse({ description: 'Published versions, oldest first, and the draft, if any.' })
  @ApiNotFoundResponse({ description: 'Nobody drafted a framework for it.' })
  async framework(
    @Param() path: FrameworkPath,
    @Req() request: FastifyRequest,
  ): Promise<FrameworkDocument & Positioned> {
    refuseQuery(request.query);
    const key = { instrument: path.instrument.toUpperCase(), year: Number(path.year) };
    const reading = await this.views.reading([frameworkRegister], jejakAfterOf(request));
    const what = `${key.instrument} ${key.year} framework`;
    return replyFrom(reading, await reading.existing(frameworkRegister, frameworkId(key), what));
  }
}
