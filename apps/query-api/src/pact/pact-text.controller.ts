import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import { pactTexts, type PactTextDocument } from '@jejak/views';
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
import { type Positioned, replyFrom } from '../reading/replies';
import { ViewReader } from '../reading/view-reader';
import { pactTextList } from './pact.list';
import { PactTextsQuery } from './pact.query';

@ApiTags('Pacts')
@QueryRoute()
@Controller('v1/pact-texts')
export class PactTextController {
  constructor(
    private readonly lists: Lists,
    private readonly views: ViewReader,
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
  @ApiParam({ name: 'version', example: 'permenpan-rb-49-2011' })
  @ApiOkResponse({ description: 'A retired text stays readable, with the reason.' })
  @ApiNotFoundResponse({ description: 'There is no such text.' })
  async text(
    @Param('version') version: string,
    @Req() request: FastifyRequest,
  ): Promise<PactTextDocument & Positioned> {
    refuseQuery(request.query);
    const reading = await this.views.reading([pactTexts], jejakAfterOf(request));
    return replyFrom(reading, await reading.existing(pactTexts, version, `pact text ${version}`));
  }
}
