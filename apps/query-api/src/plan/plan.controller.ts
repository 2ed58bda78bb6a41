import { jejakAfterOf } from '@jejak/http';
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

import { QueryRoute } from '../reading/query-route';
import type { PageReply, Positioned } from '../reading/replies';
import { PlanQuery, PlansQuery } from './plan.query';
import { PlanService } from './plan.service';

@ApiTags('Action plans')
@QueryRoute()
@Controller('v1/plans')
export class PlanController {
  constructor(private readonly service: PlanService) {}

  @Get()
  @ApiOperation({ summary: 'Action plans (rencana aksi) by identifier, page by page' })
  @ApiOkResponse({ description: 'Plans with their milestones and what is overdue.' })
  plans(
    @Query() query: PlansQuery,
    @Req() request: FastifyRequest,
  ): Promise<PageReply<PlanProgressOn>> {
    return this.service.plans(query, jejakAfterOf(request));
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
