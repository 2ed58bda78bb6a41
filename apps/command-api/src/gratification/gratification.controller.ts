import { type Exchange, InExchange } from '@jejak/http';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { slugInPath, uuidInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import {
  CompleteGratificationBody,
  DecideGratificationBody,
  DropGratificationBody,
  ForwardGratificationBody,
  ReportGratificationBody,
} from './gratification.bodies';
import {
  completeGratification,
  decideGratification,
  dropGratification,
  forwardGratification,
  reportGratification,
} from './gratification.commands';

const receiverInPath = uuidInPath('receiver');
const reportInPath = slugInPath('report');

@ApiTags('Commands: gratification')
@ApiBearerAuth()
@ApiParam({
  name: 'receiver',
  example: '5f0c7f0a-0d0b-4e6e-9d9d-0a4f0e3f6a11',
  description: 'Pseudonym of who received the gift.',
})
@ApiParam({ name: 'report', example: '2026-01' })
@Controller('v1/gratifications/:receiver/:report')
export class GratificationController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('report')
  @CommandRoute('Report a gift; judged by the rules in force on the day it was received')
  report(
    @Param('receiver', receiverInPath) receiver: string,
    @Param('report', reportInPath) report: string,
    @Body() body: ReportGratificationBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, reportGratification, { receiver, report }, body);
  }

  @Post('complete')
  @CommandRoute('Record that the missing documents have come')
  complete(
    @Param('receiver', receiverInPath) receiver: string,
    @Param('report', reportInPath) report: string,
    @Body() body: CompleteGratificationBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, completeGratification, { receiver, report }, body);
  }

  @Post('forward')
  @CommandRoute('Record that the unit (UPG) passed the report on to the Commission')
  forward(
    @Param('receiver', receiverInPath) receiver: string,
    @Param('report', reportInPath) report: string,
    @Body() body: ForwardGratificationBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, forwardGratification, { receiver, report }, body);
  }

  @Post('decide')
  @CommandRoute('Record whose the gift is by the decree of the Commission, as a second person')
  decide(
    @Param('receiver', receiverInPath) receiver: string,
    @Param('report', reportInPath) report: string,
    @Body() body: DecideGratificationBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, decideGratification, { receiver, report }, body);
  }

  @Post('drop')
  @CommandRoute('Drop a report whose documents did not come in time')
  drop(
    @Param('receiver', receiverInPath) receiver: string,
    @Param('report', reportInPath) report: string,
    @Body() body: DropGratificationBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, dropGratification, { receiver, report }, body);
  }
}
