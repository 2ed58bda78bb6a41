import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import type { ShownBreach, PactCeremony, PactCoverageDocument, PactDocument } from '@jejak/views';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { ListRoute } from '../reading/list-route';
import { type ListReply, Lists } from '../reading/lists';
import { refuseQuery } from '../reading/no-query';
import { QueryRoute } from '../reading/query-route';
import type { Positioned } from '../reading/replies';
import { breachList, ceremonyList, coverageList, pactList } from './pact.list';
import { BreachesQuery, CoverageQuery, PactsQuery } from './pact.query';
import { PactService } from './pact.service';

@ApiTags('Pacts')
@QueryRoute()
@Controller('v1/pacts')
export class PactController {
  constructor(
    private readonly lists: Lists,
    private readonly service: PactService,
  ) {}

  @Get()
  @ListRoute('Integrity pacts (Pakta Integritas)', pactList)
  pacts(
    @Query() query: PactsQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<PactDocument>> {
    return this.lists.answer(pactList, query, exchange);
  }

  @Get('ceremonies')
  @ListRoute('Ceremonies: date, place and every party with the region it signs for', ceremonyList)
  ceremonies(
    @Query() query: PactsQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<PactCeremony>> {
    return this.lists.answer(ceremonyList, query, exchange);
  }

  @Get('coverage')
  @ListRoute('How many of each unit have signed, by its latest count', coverageList)
  coverage(
    @Query() query: CoverageQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<PactCoverageDocument>> {
    return this.lists.answer(coverageList, query, exchange);
  }

  @Get('breaches')
  @ListRoute('Reported breaches; whose it is said to be only once it is proven', breachList)
  breaches(
    @Query() query: BreachesQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<ShownBreach>> {
    return this.lists.answer(breachList, query, exchange);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One pact: text version, ceremony, signatories, witnesses and state' })
  @ApiParam({ name: 'id', example: 'serang-2022-06-23' })
  @ApiOkResponse({ description: 'A superseded pact stays readable, with the ground.' })
  @ApiNotFoundResponse({ description: 'There is no such pact.' })
  pact(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<PactDocument & Positioned> {
    refuseQuery(request.query);
    return this.service.pact(id, jejakAfterOf(request));
  }
}
