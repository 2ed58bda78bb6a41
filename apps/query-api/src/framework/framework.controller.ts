import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import {
  frameworkContents,
  frameworkId,
  frameworkRegister,
  type FrameworkDocument,
  type WaitingDraft,
} from '@jejak/views';
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

interface DraftReply extends Positioned {
  readonly instrument: string;
  readonly year: number;
  /** Null when none waits. */
  readonly draft: WaitingDraft | null;
}

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
    const { id, what } = named(path);
    const reading = await this.views.reading([frameworkRegister], jejakAfterOf(request));
    return replyFrom(reading, await reading.existing(frameworkRegister, id, what));
  }

  @Get(':instrument/:year/draft')
  @ApiOperation({ summary: 'All of the draft that waits for a second person to publish it' })
  @ApiOkResponse({
    description: 'Publish it by its version and contentSha256; null: none waits.',
  })
  @ApiNotFoundResponse({ description: 'Nobody drafted a framework for it.' })
  async draft(@Param() path: FrameworkPath, @Req() request: FastifyRequest): Promise<DraftReply> {
    refuseQuery(request.query);
    const { id, what } = named(path);
    const reading = await this.views.reading([frameworkContents], jejakAfterOf(request));
    const { instrument, year, draft } = await reading.existing(frameworkContents, id, what);
    return replyFrom(reading, { instrument, year, draft });
  }
}

function named(path: FrameworkPath): { readonly id: string; readonly what: string } {
  const key = { instrument: path.instrument.toUpperCase(), year: Number(path.year) };
  return { id: frameworkId(key), what: `${key.instrument} ${key.year} framework` };
}
