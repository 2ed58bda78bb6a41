import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { type Exchange, InExchange } from '@jejak/http';
import { slugInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import {
  CloseCheckpointBody,
  ReportProgressBody,
  ReturnProgressBody,
  VerifyProgressBody,
} from './checkpoint.bodies';
import {
  closeCheckpoint,
  reportProgress,
  returnProgress,
  verifyProgress,
} from './checkpoint.commands';

@ApiTags('Commands: action plans')
@ApiBearerAuth()
@ApiParam({ name: 'plan', example: '36-2017' })
@Controller('v1/plans/:plan')
export class CheckpointController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('report-progress')
  @CommandRoute('Report how far an item has come by a checkpoint, with evidence')
  report(
    @Param('plan', slugInPath('plan')) plan: string,
    @Body() body: ReportProgressBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, reportProgress, plan, body);
  }

  @Post('verify-progress')
  @CommandRoute('Verify reported progress; never by its reporter')
  verify(
    @Param('plan', slugInPath('plan')) plan: string,
    @Body() body: VerifyProgressBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, verifyProgress, plan, body);
  }

  @Post('return-progress')
  @CommandRoute('Return reported progress with a reason')
  sendBack(
    @Param('plan', slugInPath('plan')) plan: string,
    @Body() body: ReturnProgressBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, returnProgress, plan, body);
  }

  @Post('close-checkpoint')
  @CommandRoute('Close a checkpoint: what stands then is frozen')
  close(
    @Param('plan', slugInPath('plan')) plan: string,
    @Body() body: CloseCheckpointBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, closeCheckpoint, plan, body);
  }
}
