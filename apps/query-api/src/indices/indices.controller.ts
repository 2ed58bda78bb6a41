import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';

import { InForms, ListRoute } from '../reading/list-route';
import { type ListReply, Lists } from '../reading/lists';
import { QueryRoute } from '../reading/query-route';
import { inForm } from '../reading/row-stream';
import { type Divergence, divergenceList } from './divergence.list';
import type { IndexShown } from './index-shown';
import { indexList } from './indices.list';
import { DivergenceQuery, IndexSeriesQuery, IndicesQuery } from './indices.query';
import { type IndexReply, IndicesService } from './indices.service';
import { indexTable } from './indices.table';

@ApiTags('Indices')
@QueryRoute()
@Controller('v1/indices')
export class IndicesController {
  constructor(
    private readonly lists: Lists,
    private readonly service: IndicesService,
  ) {}

  @Get()
  @ListRoute('Published indices, each with the band it claims and the one it has', indexList)
  indices(
    @Query() query: IndicesQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<IndexShown>> {
    return this.lists.answer(indexList, query, exchange);
  }

  @Get('divergence')
  @ListRoute(
    'How far prevention on paper (MCP) and integrity as seen (SPI) are apart',
    divergenceList,
  )
  divergence(
    @Query() query: DivergenceQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<Divergence>> {
    return this.lists.answer(divergenceList, query, exchange);
  }

  @Get(':kind')
  @ApiOperation({ summary: 'One index: how it is read, and its values by subject and year' })
  @ApiParam({ name: 'kind', example: 'SPI' })
  @InForms('Where sources give different values, all of them are listed.')
  @ApiNotFoundResponse({ description: 'No policy lists such an index, and nobody published it.' })
  async index(
    @Param('kind') kind: string,
    @Query() query: IndexSeriesQuery,
    @InExchange() exchange: Exchange,
  ): Promise<IndexReply | StreamableFile> {
    const reply = await this.service.index(kind, query, jejakAfterOf(exchange.request));
    return inForm(reply, indexTable, query, exchange);
  }
}
