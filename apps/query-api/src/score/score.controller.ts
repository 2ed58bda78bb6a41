import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';

import { InForms } from '../reading/list-route';
import { QueryRoute } from '../reading/query-route';
import { inForm } from '../reading/row-stream';
import { type ComparisonReply, ComparisonService } from './comparison.service';
import { ComparisonQuery, SeriesQuery } from './score.query';
import { comparisonTable, seriesTable } from './score.tables';
import { type SeriesReply, SeriesService } from './series.service';

@ApiTags('Scores')
@QueryRoute()
@Controller('v1/scores')
export class ScoreController {
  constructor(
    private readonly comparisons: ComparisonService,
    private readonly allSeries: SeriesService,
  ) {}

  @Get('comparison')
  @ApiOperation({
    summary: 'Regions side by side, area by area, with the gap to the best of them',
    description:
      'What nobody recorded stays a gap with its status and is never counted as zero; `remarks` says what to know before comparing.',
  })
  @InForms('Regions with their totals, and every area of the framework.')
  async comparison(
    @Query() query: ComparisonQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ComparisonReply | StreamableFile> {
    const reply = await this.comparisons.comparison(query, jejakAfterOf(exchange.request));
    return inForm(reply, comparisonTable, query, exchange);
  }

  @Get('series')
  @ApiOperation({
    summary: "One region's results year by year, with every break of the series",
    description:
      '`breaks` says between which years totals do not compare, and why: areas that were split, merged, ended or begun (judged by their identifiers), other weights, assumed weights, another scale or version.',
  })
  @InForms('Years, ascending, and the breaks between them.')
  async series(
    @Query() query: SeriesQuery,
    @InExchange() exchange: Exchange,
  ): Promise<SeriesReply | StreamableFile> {
    const reply = await this.allSeries.series(query, jejakAfterOf(exchange.request));
    return inForm(reply, seriesTable, query, exchange);
  }
}
