import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import { erasureRegister } from '@jejak/views';
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
import { type Positioned, replyFrom } from '../reading/replies';
import { ViewReader } from '../reading/view-reader';
import { erasureShown, type ErasureShown } from './erasure-shown';
import { erasureList } from './erasure.list';
import { ErasuresQuery } from './erasure.query';

@ApiTags('Erasure')
@QueryRoute()
@Controller('v1/erasures')
export class ErasureController {
  constructor(
    private readonly lists: Lists,
    private readonly views: ViewReader,
    private readonly policies: PolicyVersions,
  ) {}

  @Get()
  @ListRoute(
    'Requests to erase personal data: how far each came, in which days, on which ground refused',
    erasureList,
  )
  erasures(
    @Query() query: ErasuresQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<ErasureShown>> {
    return this.lists.answer(erasureList, query, exchange);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One request to erase a subject' })
  @ApiParam({
    name: 'id',
    description: 'UUID of the subject, a dash, and which request of the subject it is.',
    example: 'e3f3b6d2-1c2e-4b8a-8f45-6a7b8c9d0e1f-1',
  })
  @ApiOkResponse({
    description:
      'A step that was not taken is null. Whom it is about is a random UUID and no more.',
  })
  @ApiNotFoundResponse({ description: 'There is no such request.' })
  async erasure(
    @Param('id') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<ErasureShown & Positioned> {
    refuseQuery(query);
    const reading = await this.views.reading([erasureRegister], jejakAfterOf(request));
    const found = await reading.existing(erasureRegister, id, `request for erasure ${id}`);
    const unconfirmed = await this.policies.unconfirmed(['erasure-rules']);
    return replyFrom(reading, erasureShown(found, unconfirmed));
  }
}
