import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import type { PlanProgressOn } from '@jejak/views';
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
import type { Positioned } from '../reading/replies';
import { planList } from './plan.list';
import { PlanQuery, PlansQuery } from './plan.query';
import { PlanService } from './plan.service';

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
  @ApiOperation({ summary: 'One action plan: items, milestones, how far it came, what is overdue' })
  @ApiParam({ name: 'id', example: '36-2017' })
  @ApiOkResponse({ description: 'Milestones are open, reported, verified or returned.' })
  @ApiNotFoundResponse({ description: 'There is no such plan.' })
  plan(
    @Param('id') id: string,
    @Query() query: PlanQuery,
    @Req() request: FastifyRequest,
  ): Promise<PlanProgressOn & Positioned> {
    return this.service.plan(id, query, jejakAfterOf(request));
  }
}
