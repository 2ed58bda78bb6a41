import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import type { RolloutDocument } from '@jejak/views';
import { Controller, Get, Param, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { InForms, ListRoute } from '../reading/list-route';
import { type ListReply, Lists } from '../reading/lists';
import { refuseQuery } from '../reading/no-query';
import { QueryRoute } from '../reading/query-route';
import type { Positioned } from '../reading/replies';
import { inForm } from '../reading/row-stream';
import { rolloutList } from './rollout.list';
import { RolloutMapQuery, RolloutPath, RolloutsQuery } from './rollout.query';
import { type RolloutMapReply, RolloutService } from './rollout.service';
import { mapTable } from './rollout.table';

@ApiTags('Information systems')
@QueryRoute()
@Controller('v1/rollouts')
export class RolloutController {
  constructor(
    private readonly lists: Lists,
    private readonly service: RolloutService,
  ) {}

  @Get()
  @ListRoute('Information systems of the regions, with what sources say of each', rolloutList)
  rollouts(
    @Query() query: RolloutsQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<RolloutDocument>> {
    return this.lists.answer(rolloutList, query, exchange);
  }

  @Get('map')
  @ApiOperation({
    summary: 'Who runs what on a day, module by module',
    description:
      'Only what is certain on that day is called live; a year as the only date makes it perhaps live within that year. Sources that disagree stand side by side.',
  })
  @InForms('Modules, each with the systems that have it, by region.')
  async map(
    @Query() query: RolloutMapQuery,
    @InExchange() exchange: Exchange,
  ): Promise<RolloutMapReply | StreamableFile> {
    const reply = await this.service.map(query, jejakAfterOf(exchange.request));
    return inForm(reply, mapTable, query, exchange);
  }

  @Get(':region/:system')
  @ApiOperation({ summary: 'One information system: its plan, hands, starts, levels and end' })
  @ApiOkResponse({ description: 'A retired system stays readable.' })
  @ApiNotFoundResponse({ description: 'There is no such system.' })
  rollout(
    @Param() path: RolloutPath,
    @Req() request: FastifyRequest,
  ): Promise<RolloutDocument & Positioned> {
    refuseQuery(request.query);
    return this.service.rollout(path, jejakAfterOf(request));
  }
}
