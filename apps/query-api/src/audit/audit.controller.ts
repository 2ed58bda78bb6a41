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
import { QueryRoute } from '../reading/query-route';
import type { PageReply } from '../reading/replies';
import { inForm } from '../reading/row-stream';
import { StateQuery, StreamQuery, TrailQuery } from './audit.query';
import { eventTable } from './event.table';
import { StreamService, type RawEvent, type StateReply } from './stream.service';
import { trailList, type TrailRow } from './trail.list';

const streamParameter = { name: 'stream', example: 'scorecard-36.73-mcp-2019' };

const notForThePublic =
  'Fields that would lead to somebody who reported, asked or gave, or that accuse somebody before anything is proven, are left out and named in `withheld`; an auditor reads them in the event store itself.';

/** A stretch of time is read by the instant of recording, and nothing newer is walked through. */
function sortOf({ order = 'desc', from, to }: TrailQuery): string {
  const name = from === undefined && to === undefined ? 'position' : 'recordedAt';
  return order === 'asc' ? name : `-${name}`;
}

@ApiTags('Audit')
@QueryRoute()
@Controller('v1/audit')
export class AuditController {
  constructor(
    private readonly lists: Lists,
    private readonly streamService: StreamService,
  ) {}

  @Get('trail')
  @ListRoute('Who recorded which fact, when and because of what, newest first', trailList)
  trail(
    @Query() query: TrailQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<TrailRow>> {
    query.sort ??= sortOf(query);
    return this.lists.answer(trailList, query, exchange);
  }

  @Get('streams/:stream')
  @ApiOperation({
    summary: 'The recorded events of one stream, as they were recorded',
    description: `Never changed. ${notForThePublic}`,
  })
  @ApiParam(streamParameter)
  @InForms(
    'Events with data and metadata, and the next page. An event that this release cannot read ends the page before it; the page that begins with it is refused.',
  )
  @ApiNotFoundResponse({ description: 'There is no such stream.' })
  async events(
    @Param('stream') stream: string,
    @Query() query: StreamQuery,
    @InExchange() exchange: Exchange,
  ): Promise<PageReply<RawEvent> | StreamableFile> {
    const reply = await this.streamService.events(stream, query, jejakAfterOf(exchange.request));
    return inForm(reply, eventTable, query, exchange);
  }

  @Get('streams/:stream/state')
  @ApiOperation({
    summary: 'What the rules make of a stream, at any revision or instant of its history',
    description: `Replayed from the events on every request. Give atRevision or asOf, or neither. ${notForThePublic}`,
  })
  @ApiParam(streamParameter)
  @ApiOkResponse({ description: 'The state and the last event it contains.' })
  @ApiNotFoundResponse({ description: 'There is no such stream, or no such revision of it yet.' })
  state(
    @Param('stream') stream: string,
    @Query() query: StateQuery,
    @Req() request: FastifyRequest,
  ): Promise<StateReply> {
    return this.streamService.state(stream, query, jejakAfterOf(request));
  }
}
