import { jejakAfterOf } from '@jejak/http';
import type { PactDocument } from '@jejak/views';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { refuseQuery } from '../reading/no-query';
import { QueryRoute } from '../reading/query-route';
import { RegisterQuery } from '../reading/register.query';
import type { PageReply, Positioned } from '../reading/replies';
import { PactService } from './pact.service';

@ApiTags('Pacts')
@QueryRoute()
@Controller('v1/pacts')
export class PactController {
  constructor(private readonly service: PactService) {}

  @Get()
  @ApiOperation({ summary: 'Integrity pacts (Pakta Integritas) by identifier, page by page' })
  @ApiOkResponse({ description: 'Pacts with their parties and state, and the next page.' })
  pacts(
    @Query() query: RegisterQuery,
    @Req() request: FastifyRequest,
  ): Promise<PageReply<PactDocument>> {
    return this.service.pacts(query, jejakAfterOf(request));
  }

  @Get(':id')
  @ApiOperation({ summary: 'One pact: text version, ceremony, signatories, witnesses and state' })
  @ApiParam({ name: 'id', example: 'serang-2022-06-23' })
  @ApiOkResponse({ description: 'A superseded pact stays readable, with the ground.' })
  @ApiNotFoundResponse({ description: 'There is no such pact.' })
  pact(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<PactDocument & Positioned> {
    refuseQuery(request.query);
    return this.service.pact(id, jejakAfterOf(request));
  }
}
