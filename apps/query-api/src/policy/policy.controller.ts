import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { ListQuery } from '../reading/list.query';
import { ListRoute } from '../reading/list-route';
import { type ListReply, Lists } from '../reading/lists';
import { refuseQuery } from '../reading/no-query';
import { QueryRoute } from '../reading/query-route';
import { type ListedPolicy, policyList } from './policy.list';
import { DueDayQuery, PolicyQuery } from './policy.query';
import {
  type DraftReply,
  type DueDayReply,
  type PolicyReply,
  PolicyService,
} from './policy.service';

@ApiTags('Policies')
@QueryRoute()
@Controller('v1')
export class PolicyController {
  constructor(
    private readonly lists: Lists,
    private readonly service: PolicyService,
  ) {}

  @Get('policies')
  @ListRoute(
    'Every kind of policy: its versions, when each applies, who drafted and approved it',
    policyList,
  )
  policies(
    @Query() query: ListQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<ListedPolicy>> {
    return this.lists.answer(policyList, query, exchange);
  }

  @Get('policies/:kind/draft')
  @ApiOperation({ summary: 'The draft that waits for a second person, by what it is approved' })
  @ApiParam({ name: 'kind', example: 'working-days' })
  @ApiOkResponse({ description: 'Approve it by its contentSha256; null: none waits.' })
  @ApiNotFoundResponse({ description: 'Nothing was ever drafted of this kind.' })
  draft(@Param('kind') kind: string, @Req() request: FastifyRequest): Promise<DraftReply> {
    refuseQuery(request.query);
    return this.service.draft(kind, jejakAfterOf(request));
  }

  @Get('policies/:kind')
  @ApiOperation({ summary: 'The version of a policy that applies on a day, or one by its number' })
  @ApiParam({ name: 'kind', example: 'working-days' })
  @ApiOkResponse({ description: 'What no source confirms is named in unconfirmed.' })
  @ApiNotFoundResponse({ description: 'There is no such policy, or none applies on that day.' })
  policy(
    @Param('kind') kind: string,
    @Query() query: PolicyQuery,
    @Req() request: FastifyRequest,
  ): Promise<PolicyReply> {
    return this.service.policy(kind, query, jejakAfterOf(request));
  }

  @Get('calendar/due')
  @ApiOperation({ summary: 'The day on which a term in working days ends' })
  @ApiOkResponse({
    description:
      'By the calendar in force on the first day. dueOn is null where no decree covers a year on the way.',
  })
  @ApiNotFoundResponse({ description: 'No calendar applies on the first day.' })
  dueDay(@Query() query: DueDayQuery, @Req() request: FastifyRequest): Promise<DueDayReply> {
    return this.service.dueDay(query, jejakAfterOf(request));
  }
}
