import { type Exchange, InExchange } from '@jejak/http';
import type { ContentUses, EvidenceDocument } from '@jejak/views';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { ListRoute } from '../reading/list-route';
import { type ListReply, Lists } from '../reading/lists';
import { QueryRoute } from '../reading/query-route';
import { evidenceList, repeatedList } from './evidence.list';
import { EvidenceQuery, RepeatedQuery } from './evidence.query';

@ApiTags('Evidence')
@QueryRoute()
@Controller('v1/evidence')
export class EvidenceController {
  constructor(private readonly lists: Lists) {}

  @Get()
  @ListRoute(
    'Uploads of evidence, those that came late and those that were replaced included',
    evidenceList,
  )
  uploads(
    @Query() query: EvidenceQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<EvidenceDocument>> {
    return this.lists.answer(evidenceList, query, exchange);
  }

  @Get('repeated')
  @ListRoute('Files handed in more than once for one scorecard, and where', repeatedList)
  repeated(
    @Query() query: RepeatedQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<ContentUses>> {
    return this.lists.answer(repeatedList, query, exchange, { repeated: true });
  }
}
