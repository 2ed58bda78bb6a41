import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { type Exchange, InExchange } from '@jejak/http';
import { viewInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import { SkipParkedEventBody } from './projection.bodies';
import { skipParkedEvent } from './projection.commands';

@ApiTags('Commands: projection')
@ApiBearerAuth()
@ApiParam({ name: 'view', example: 'pact-register' })
@Controller('v1/projection/:view')
export class ProjectionController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('skip-parked-event')
  @CommandRoute('Leave a parked event out of a view, with a reason')
  skipParkedEvent(
    @Param('view', viewInPath) view: string,
    @Body() body: SkipParkedEventBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, skipParkedEvent, view, body);
  }
}
