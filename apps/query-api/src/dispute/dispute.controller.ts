import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import type { DisputeDocument, DisputeReply } from '@jejak/views';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { ListRoute } from '../reading/list-route';
import { type ListReply, Lists } from '../reading/lists';
import { refuseQuery } from '../reading/no-query';
import { QueryRoute } from '../reading/query-route';
import type { Positioned } from '../reading/replies';
import { disputeList } from './dispute.list';
import { DisputePath, DisputesQuery } from './dispute.query';
import { DisputeService } from './dispute.service';

@ApiTags('Scores')
@QueryRoute()
@Controller('v1/scores/disputes')
export class DisputeController {
  constructor(
    private readonly lists: Lists,
    private readonly service: DisputeService,
  ) {}

  @Get()
  @ListRoute('Results that somebody disputes, with every claim', disputeList)
  disputes(
    @Query() query: DisputesQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<DisputeDocument>> {
    return this.lists.answer(disputeList, query, exchange);
  }

  @Get(':instrument/:year')
  @ApiOperation({
    summary: 'All claims about one result, who made them when, beside what the record shows',
    description:
      'Claims are recorded as they were made; only that they were made is vouched for. The record has published and computed scores, and a rank only where every score is known.',
  })
  @ApiOkResponse({ description: 'The claims, the regions they name on record, and the rankings.' })
  @ApiNotFoundResponse({ description: 'Nobody is known to dispute this result.' })
  dispute(
    @Param() path: DisputePath,
    @Req() request: FastifyRequest,
  ): Promise<DisputeReply & Positioned> {
    refuseQuery(request.query);
    return this.service.dispute(path, jejakAfterOf(request));
  }
}
