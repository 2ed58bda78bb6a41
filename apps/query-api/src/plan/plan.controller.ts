import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import type { PlanProgressOn, PlanTrafficLights } from '@jejak/views';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { ListRoute } from '../reading/list-route';
import { type ListReply, Lists } from '../reading/lists';
import { QueryRoute } from '../reading/query-route';
import { refuseQuery } from '../reading/no-query';
import type { Positioned } from '../reading/replies';
import { planList } from './plan.list';
import { PlanAsKnownQuery, PlanQuery, PlansQuery } from './plan.query';
import { type PlanReply, PlanService, type PlanWorkload } from './plan.service';

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
  ): Promise<ListReply<PlanProgressOn>> {
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
  @ApiOkResponse({
    description:
      'Green, yellow, red or none (no report), by the version in force on the day of the checkpoint. What no source confirms of it is named.',
  })
  @ApiNotFoundResponse({ description: 'There is no such plan.' })
  trafficLight(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<PlanTrafficLights & Positioned> {
    refuseQuery(request.query);
    return this.service.trafficLights(id, jejakAfterOf(request));
  }

  @Get(':id/workload')
  @ApiOperation({ summary: 'What each office carries of a plan, and what of it is overdue' })
  @ApiParam({ name: 'id', example: '36-2017' })
  @ApiOkResponse({ description: 'Items whose office no source names stand under null.' })
  @ApiNotFoundResponse({ description: 'There is no such plan.' })
  workload(
    @Param('id') id: string,
    @Query() query: PlanQuery,
    @Req() request: FastifyRequest,
  ): Promise<PlanWorkload & Positioned> {
    return this.service.workload(id, query, jejakAfterOf(request));
  }
}
