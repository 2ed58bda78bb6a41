import { type Exchange, InExchange } from '@jejak/http';
import type { GratificationDocument } from '@jejak/views';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { ListRoute } from '../reading/list-route';
import { type ListReply, Lists } from '../reading/lists';
import { QueryRoute } from '../reading/query-route';
import { gratificationList } from './gratification.list';
import { GratificationsQuery } from './gratification.query';

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
