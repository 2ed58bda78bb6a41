import { type Exchange, InExchange } from '@jejak/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { ListRoute } from '../reading/list-route';
import { type ListReply, Lists } from '../reading/lists';
import { QueryRoute } from '../reading/query-route';
import type { DeadlineShown } from './deadline-shown';
import { deadlineList } from './deadline.list';
import { DeadlinesQuery, dueWithin } from './deadline.query';

@ApiTags('Deadlines')
@QueryRoute()
@Controller('v1/deadlines')
export class DeadlineController {
  constructor(private readonly lists: Lists) {}

  @Get()
  @ListRoute('Deadlines coming up, kept and passed, of every context that has any', deadlineList)
  deadlines(
    @Query() query: DeadlinesQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<DeadlineShown>> {
    return this.lists.answer(deadlineList, query, exchange, dueWithin(query));
  }
}
