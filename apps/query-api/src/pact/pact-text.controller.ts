import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import type { PactTextDocument } from '@jejak/views';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { ListRoute } from '../reading/list-route';
import { type ListReply, Lists } from '../reading/lists';
import { refuseQuery } from '../reading/no-query';
import { QueryRoute } from '../reading/query-route';
import type { Positioned } from '../reading/replies';
import { pactTextList } from './pact.list';
import { PactTextPath, PactTextsQuery } from './pact.query';
import { PactService } from './pact.service';

@ApiTags('Pacts')
@QueryRoute()
@Controller('v1/pact-texts')
export class PactTextController {
  constructor(
    private readonly lists: Lists,
    private readonly service: PactService,
  ) {}

  @Get()
  @ListRoute('Texts of the integrity pact, and until when each could be signed', pactTextList)
  texts(
    @Query() query: PactTextsQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<PactTextDocument>> {
    return this.lists.answer(pactTextList, query, exchange);
  }

  @Get(':version')
  @ApiOperation({ summary: 'One text: its seven obligations word for word, digest and last day' })
  @ApiOkResponse({ description: 'A retired text stays readable, with the reason.' })
  @ApiNotFoundResponse({ description: 'There is no such text.' })
  text(
    @Param() { version }: PactTextPath,
    @Req() request: FastifyRequest,
  ): Promise<PactTextDocument & Positioned> {
    refuseQuery(request.query);
    return this.service.text(version, jejakAfterOf(request));
  }
}
