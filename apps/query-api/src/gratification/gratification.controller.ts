import { type Exchange, InExchange } from '@jejak/http';
import type { GratificationDocument } from '@jejak/views';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { ListRoute } from '../reading/list-route';
import { type ListReply, Lists } from '../reading/lists';
import { QueryRoute } from '../reading/query-route';
import { gratificationList } from './gratification.list';
import { GratificationsQuery } from './gratification.query';

/**
 * A list only: no report has an address of its own. Its number is given by who reports and counts
 * within one receiver, so it names a report only together with the receiver's pseudonym, which
 * this list does not show. A handle made of both, such as a hash, would let whoever knows the
 * pseudonym find that person's reports.
 */
@ApiTags('Gratification')
@QueryRoute()
@Controller('v1/gratifications')
export class GratificationController {
  constructor(private readonly lists: Lists) {}

  @Get()
  @ListRoute(
    'Reported gifts: in time or late, exempt or not, by which version of the rules; nobody is named',
    gratificationList,
  )
  gratifications(
    @Query() query: GratificationsQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<GratificationDocument>> {
    return this.lists.answer(gratificationList, query, exchange);
  }
}
