import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import type { Backlog, PublishedVsComputed, ScoreTree } from '@jejak/views';
import { Controller, Get, Param, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { InForms, ListRoute } from '../reading/list-route';
import { type ListReply, Lists } from '../reading/lists';
import { instantOf } from '../reading/moments';
import { refuseQuery } from '../reading/no-query';
import { QueryRoute } from '../reading/query-route';
import type { Positioned } from '../reading/replies';
import { inForm } from '../reading/row-stream';
import { comparisonList } from './comparison.list';
import { heatmapTable } from './heatmap.table';
import { type HeatmapReply, ScoreTreeService } from './score-tree.service';
import { BacklogQuery, ComparisonQuery, HeatmapQuery, ScorecardPath } from './scorecard.query';

@ApiTags('Scorecards')
@QueryRoute()
@Controller('v1/scorecards')
export class ScoreTreeController {
  constructor(
    private readonly lists: Lists,
    private readonly service: ScoreTreeService,
  ) {}

  @Get('heatmap')
  @ApiOperation({
    summary:
      'Areas of a province side by side, each coloured by the bands of its framework version',
  })
  @InForms('One row for each scorecard, one cell for each area that applies.')
  async heatmap(
    @Query() query: HeatmapQuery,
    @InExchange() exchange: Exchange,
  ): Promise<HeatmapReply | StreamableFile> {
    const reply = await this.service.heatmap(query, jejakAfterOf(exchange.request));
    return inForm(reply, heatmapTable, query, exchange);
  }

  @Get('published-vs-computed')
  @ListRoute('Published scores beside computed ones, with their difference', comparisonList)
  comparisons(
    @Query() query: ComparisonQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<PublishedVsComputed>> {
    return this.lists.answer(comparisonList, query, exchange, { compared: true });
  }

  @Get(':region/:instrument/:year/tree')
  @ApiOperation({
    summary: 'Areas, indicators, sub-indicators and documents of a scorecard with points and state',
    description:
      'Until it is finalised the total is provisional, and what is not verified counts as zero.',
  })
  @ApiOkResponse({ description: 'Every score with the parts it is the weighted mean of.' })
  @ApiNotFoundResponse({ description: 'Nobody opened this scorecard.' })
  tree(
    @Param() path: ScorecardPath,
    @Req() request: FastifyRequest,
  ): Promise<ScoreTree & Positioned> {
    refuseQuery(request.query);
    return this.service.tree(path, jejakAfterOf(request));
  }

  @Get(':region/:instrument/:year/backlog')
  @ApiOperation({
    summary: 'What is left to hand in and to review, by area and lead unit, and the days to close',
  })
  @ApiOkResponse({ description: 'Counts of documents by what became of them.' })
  @ApiNotFoundResponse({ description: 'Nobody opened this scorecard.' })
  backlog(
    @Param() path: ScorecardPath,
    @Query() { at }: BacklogQuery,
    @Req() request: FastifyRequest,
  ): Promise<Backlog & Positioned> {
    const instant = at === undefined ? new Date().toISOString() : instantOf(at, 'end');
    return this.service.backlog(path, instant, jejakAfterOf(request));
  }
}
