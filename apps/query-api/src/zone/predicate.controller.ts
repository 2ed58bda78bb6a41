import { type Exchange, InExchange } from '@jejak/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { ListRoute } from '../reading/list-route';
import { type ListReply, Lists } from '../reading/lists';
import { QueryRoute } from '../reading/query-route';
import type { PredicateItem } from './predicate-item';
import { heldOnDay, predicateList } from './zone.list';
import { PredicatesQuery } from './zone.query';

@ApiTags('Integrity zones')
@QueryRoute()
@Controller('v1/predicates')
export class PredicateController {
  constructor(private readonly lists: Lists) {}

  @Get()
  @ListRoute('Predicates WBK and WBBM: every grant, or who holds one on a day', predicateList)
  predicates(
    @Query() query: PredicatesQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<PredicateItem>> {
    return this.lists.answer(predicateList, query, exchange, heldOnDay(query.validAt));
  }
}
