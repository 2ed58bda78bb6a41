import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import { type TrainingDocument, trainingRegister } from '@jejak/views';
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
import { refuseQuery } from '../reading/no-query';
import { QueryRoute } from '../reading/query-route';
import { ProvincialRegisterQuery } from '../reading/register.query';
import { type Positioned, replyFrom } from '../reading/replies';
import { ViewReader } from '../reading/view-reader';
import { trainingList } from './training.list';

@ApiTags('Trainings')
@QueryRoute()
@Controller('v1/trainings')
export class TrainingController {
  constructor(
    private readonly lists: Lists,
    private readonly views: ViewReader,
  ) {}

  @Get()
  @ListRoute('Training programmes, their sessions, participants and assessments', trainingList)
  list(
    @Query() query: ProvincialRegisterQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<TrainingDocument>> {
    return this.lists.answer(trainingList, query, exchange);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One training programme' })
  @ApiParam({ name: 'id', example: '36-tunas-integritas-2016' })
  @ApiOkResponse({
    description: 'What was announced stands beside what was registered and assessed.',
  })
  @ApiNotFoundResponse({ description: 'There is no such training programme.' })
  async one(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<TrainingDocument & Positioned> {
    refuseQuery(request.query);
    const reading = await this.views.reading([trainingRegister], jejakAfterOf(request));
    return replyFrom(
      reading,
      await reading.existing(trainingRegister, id, `training programme ${id}`),
    );
  }
}
