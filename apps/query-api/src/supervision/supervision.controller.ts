import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import { supervisionRegister } from '@jejak/views';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { PolicyVersions } from '../policy/policy-versions';
import { ListRoute } from '../reading/list-route';
import { type ListReply, Lists } from '../reading/lists';
import { refuseQuery } from '../reading/no-query';
import { QueryRoute } from '../reading/query-route';
import { ProvincialRegisterQuery } from '../reading/register.query';
import { type Positioned, replyFrom } from '../reading/replies';
import { ViewReader } from '../reading/view-reader';
import { supervisionShown, type SupervisionShown } from './supervision-shown';
import { supervisionList } from './supervision.list';

@ApiTags('Supervision')
@QueryRoute()
@Controller('v1/supervision')
export class SupervisionController {
  constructor(
    private readonly lists: Lists,
    private readonly views: ViewReader,
    private readonly policies: PolicyVersions,
  ) {}

  @Get()
  @ListRoute(
    'Meetings of coordination and supervision, what was recommended and what became of it',
    supervisionList,
  )
  list(
    @Query() query: ProvincialRegisterQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<SupervisionShown>> {
    return this.lists.answer(supervisionList, query, exchange);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One meeting' })
  @ApiParam({ name: 'id', example: '36-2017-10-18' })
  @ApiOkResponse({
    description: 'Where sources disagree about a detail, everything they say is kept.',
  })
  @ApiNotFoundResponse({ description: 'There is no such meeting.' })
  async one(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<SupervisionShown & Positioned> {
    refuseQuery(request.query);
    const reading = await this.views.reading([supervisionRegister], jejakAfterOf(request));
    const meeting = await reading.existing(supervisionRegister, id, `meeting ${id}`);
    const unconfirmed = await this.policies.unconfirmed(['supervision-terms']);
    return replyFrom(reading, supervisionShown(meeting, unconfirmed));
  }
}
