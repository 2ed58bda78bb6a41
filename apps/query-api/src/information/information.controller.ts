import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
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
import { refuseQuery } from '../reading/no-query';
import { QueryRoute } from '../reading/query-route';
import type { Positioned } from '../reading/replies';
import { inForm } from '../reading/row-stream';
import type { InformationShown } from './information-shown';
import { informationList } from './information.list';
import { InformationRequestsQuery, ServiceBoardQuery } from './information.query';
import { InformationService, type ServiceBoardReply } from './information.service';
import { serviceBoardTable } from './information.table';

@ApiTags('Information requests')
@QueryRoute()
@Controller('v1/information-requests')
export class InformationController {
  constructor(
    private readonly lists: Lists,
    private readonly service: InformationService,
  ) {}

  @Get()
  @ListRoute(
    'Requests for public information with their terms; who asked is not told',
    informationList,
  )
  requests(
    @Query() query: InformationRequestsQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<InformationShown>> {
    return this.lists.answer(informationList, query, exchange);
  }

  @Get('board')
  @ApiOperation({ summary: 'How offices keep the terms: in time, late, open, overdue' })
  @InForms('Counted over all, and region by region.')
  async board(
    @Query() query: ServiceBoardQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ServiceBoardReply | StreamableFile> {
    const reply = await this.service.board(query, jejakAfterOf(exchange.request));
    return inForm(reply, serviceBoardTable, query, exchange);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One request for information, from receipt to the commission' })
  @ApiParam({ name: 'id', example: 'serang-2025-001' })
  @ApiOkResponse({ description: 'A step that was not taken is null.' })
  @ApiNotFoundResponse({ description: 'There is no such request.' })
  request(
    @Param('id') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<InformationShown & Positioned> {
    refuseQuery(query);
    return this.service.request(id, jejakAfterOf(request));
  }
}
