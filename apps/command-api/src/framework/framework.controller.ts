import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { type Exchange, InExchange } from '@jejak/http';
import { instrumentInPath, yearInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import { DraftFrameworkBody, PublishFrameworkBody } from './framework.bodies';
import { draftFramework, publishFramework } from './framework.commands';

@ApiTags('Commands: frameworks')
@ApiBearerAuth()
@ApiParam({ name: 'instrument', example: 'MCP' })
@ApiParam({ name: 'year', example: '2019' })
@Controller('v1/frameworks/:instrument/:year')
export class FrameworkController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('draft')
  @CommandRoute('Draft an assessment framework')
  draft(
    @Param('instrument', instrumentInPath) instrument: string,
    @Param('year', yearInPath) year: number,
    @Body() body: DraftFrameworkBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, draftFramework, { instrument, year }, body);
  }

  @Post('publish')
  @CommandRoute('Publish the drafted framework, as a second person')
  publish(
    @Param('instrument', instrumentInPath) instrument: string,
    @Param('year', yearInPath) year: number,
    @Body() body: PublishFrameworkBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, publishFramework, { instrument, year }, body);
  }
}
