import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import type { PlanTrafficLights } from '@jejak/views';
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
import { FormatQuery } from '../reading/format.query';
import type { Positioned } from '../reading/replies';
import { inForm } from '../reading/row-stream';
import type { PlanShown } from './plan-shown';
import { planList } from './plan.list';
import { PlanAsKnownQuery, PlansQuery, WorkloadQuery } from './plan.query';
import { type PlanReply, PlanService, type PlanWorkload } from './plan.service';
import { trafficLightTable, workloadTable } from './plan.tables';

@ApiTags('Action plans')
@QueryRoute()
@Controller('v1/plans')
export class PlanController {
  constructor(
    private readonly lists: Lists,
    private readonly service: PlanService,
  ) {}

  @Get()
  @ListRoute('Action plans (rencana aksi) with their milestones and what is overdue', planList)
  plans(
    @Query() query: PlansQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<PlanShown>> {
    return this.lists.answer(planList, query, exchange);
  }

  @Get(':id')
  @ApiOperation({
    summary: 'One action plan: items, checkpoints, how far it came, what is overdue',
  })
  @ApiParam({ name: 'id', example: '36-2017' })
  @ApiOkResponse({
    description: 'Milestones and checkpoints are open, reported, verified or returned.',
  })
  @ApiNotFoundResponse({ description: 'There is no such plan.' })
  plan(
    @Param('id') id: string,
    @Query() query: PlanAsKnownQuery,
    @Req() request: FastifyRequest,
  ): Promise<PlanReply> {
    return this.service.plan(id, query, jejakAfterOf(request));
  }

  @Get(':id/traffic-light')
  @ApiOperation({ summary: 'The colour of every item at every checkpoint, by policy version' })
  @ApiParam({ name: 'id', example: '36-2017' })
  @InForms(
    'Green, yellow, red or none (no report): as recorded when the checkpoint was closed, else by the version in force on its day. What no source confirms of a version is named.',
  )
  @ApiNotFoundResponse({ description: 'There is no such plan.' })
  async trafficLight(
    @Param('id') id: string,
    @Query() query: FormatQuery,
    @InExchange() exchange: Exchange,
  ): Promise<(PlanTrafficLights & Positioned) | StreamableFile> {
    const reply = await this.service.trafficLights(id, jejakAfterOf(exchange.request));
    return inForm(reply, trafficLightTable, query, exchange);
  }

  @Get(':id/workload')
  @ApiOperation({ summary: 'What each office carries of a plan, and what of it is overdue' })
  @ApiParam({ name: 'id', example: '36-2017' })
  @InForms('Items whose office no source names stand under null.')
  @ApiNotFoundResponse({ description: 'There is no such plan.' })
  async workload(
    @Param('id') id: string,
    @Query() query: WorkloadQuery,
    @InExchange() exchange: Exchange,
  ): Promise<(PlanWorkload & Positioned) | StreamableFile> {
    const reply = await this.service.workload(id, query, jejakAfterOf(exchange.request));
    return inForm(reply, workloadTable, query, exchange);
  }
}
