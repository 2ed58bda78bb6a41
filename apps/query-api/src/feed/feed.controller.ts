import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import { type FeedDocument, type FeedEventDocument, feedRegister } from '@jejak/views';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { ListRoute } from '../reading/list-route';
import { type ListReply, Lists } from '../reading/lists';
import { refuseQuery } from '../reading/no-query';
import { QueryRoute } from '../reading/query-route';
import { replyFrom, type Positioned } from '../reading/replies';
import { ViewReader } from '../reading/view-reader';
import { feedEventList, feedList } from './feed.list';
import { FeedEventsQuery, FeedPath, FeedsQuery } from './feed.query';

@ApiTags('Feeds')
@QueryRoute()
@Controller('v1/feeds')
export class FeedController {
  constructor(
    private readonly lists: Lists,
    private readonly views: ViewReader,
  ) {}

  @Get()
  @ListRoute('Systems that report facts themselves, and how their events are read', feedList)
  feeds(
    @Query() query: FeedsQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<FeedDocument>> {
    return this.lists.answer(feedList, query, exchange);
  }

  @Get(':feed')
  @ApiOperation({ summary: 'One source with every version of its types' })
  @ApiOkResponse({ description: 'A retired source stays readable.' })
  @ApiNotFoundResponse({ description: 'There is no such source.' })
  async feed(
    @Param() { feed }: FeedPath,
    @Req() request: FastifyRequest,
  ): Promise<FeedDocument & Positioned> {
    refuseQuery(request.query);
    const reading = await this.views.reading([feedRegister], jejakAfterOf(request));
    return replyFrom(reading, await reading.existing(feedRegister, feed, `source ${feed}`));
  }

  @Get(':feed/quarantine')
  @ListRoute('Events of a source that did not fit, with the reason of each', feedEventList)
  quarantine(
    @Param() { feed }: FeedPath,
    @Query() query: FeedEventsQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<FeedEventDocument>> {
    return this.lists.answer(feedEventList, query, exchange, { feed, state: 'quarantined' });
  }

  @Get(':feed/facts')
  @ListRoute('What a source reported and was taken in', feedEventList)
  facts(
    @Param() { feed }: FeedPath,
    @Query() query: FeedEventsQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<FeedEventDocument>> {
    return this.lists.answer(feedEventList, query, exchange, { feed, state: 'accepted' });
  }
}
