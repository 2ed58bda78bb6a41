import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import type { ComplianceBoard, ComplianceStatisticRow, DeclarationDocument } from '@jejak/views';
import { Controller, Get, Param, Query, Req, type StreamableFile } from '@nestjs/common';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { InForms, ListRoute } from '../reading/list-route';
import { type ListReply, Lists } from '../reading/lists';
import { QueryRoute } from '../reading/query-route';
import type { Positioned } from '../reading/replies';
import { inForm } from '../reading/row-stream';
import { declarationList, statisticList } from './declaration.list';
import { ComplianceQuery, DeclarationsQuery, StatisticsQuery } from './declaration.query';
import { DeclarationService } from './declaration.service';
import { complianceTable } from './declaration.table';

@ApiTags('Wealth reports')
@QueryRoute()
@Controller('v1/declarations')
export class DeclarationController {
  constructor(
    private readonly lists: Lists,
    private readonly service: DeclarationService,
  ) {}

  @Get()
  @ListRoute(
    'Who must report their wealth (LHKPN), under pseudonyms, and what they did',
    declarationList,
  )
  declarations(
    @Query() query: DeclarationsQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<DeclarationDocument>> {
    return this.lists.answer(declarationList, query, exchange);
  }

  @Get('compliance')
  @ApiOperation({
    summary: 'Compliance with the periodic reports of a year, by region and by field',
    description:
      'Submitted and complete reports, each per cent of the obligors: the share of the reports handed in is no measure of compliance and is not given.',
  })
  @InForms('Counts and both ratios; null where nobody is obliged.')
  async compliance(
    @Query() query: ComplianceQuery,
    @InExchange() exchange: Exchange,
  ): Promise<(ComplianceBoard & Positioned) | StreamableFile> {
    const reply = await this.service.compliance(query, jejakAfterOf(exchange.request));
    return inForm(reply, complianceTable, query, exchange);
  }

  @Get('statistics')
  @ListRoute('Published figures on compliance, each with its source and both ratios', statisticList)
  statistics(
    @Query() query: StatisticsQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<ComplianceStatisticRow>> {
    return this.lists.answer(statisticList, query, exchange);
  }

  @Get(':person/:position')
  @ApiOperation({ summary: 'One duty to report: times in the position, reports, what is due' })
  @ApiParam({ name: 'person', example: '0b9f6c1e-7d52-4c55-9f2a-3c7f5a1e9d04' })
  @ApiParam({ name: 'position', example: 'kepala-dinas-kesehatan' })
  @ApiOkResponse({ description: 'That a report was made and when, never what it says.' })
  @ApiNotFoundResponse({ description: 'Nobody is registered under these.' })
  declaration(
    @Param('person') person: string,
    @Param('position') position: string,
    @Req() request: FastifyRequest,
  ): Promise<DeclarationDocument & Positioned> {
    return this.service.declaration({ person, position }, jejakAfterOf(request));
  }
}
