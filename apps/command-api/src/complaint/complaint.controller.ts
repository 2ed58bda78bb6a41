import { type Exchange, InExchange } from '@jejak/http';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { uuidInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import {
  AcknowledgeComplaintBody,
  AnswerComplaintBody,
  AssignComplaintBody,
  CloseComplaintBody,
  EscalateComplaintBody,
  FileComplaintBody,
  ReopenComplaintBody,
} from './complaint.bodies';
import {
  acknowledgeComplaint,
  answerComplaint,
  assignComplaint,
  closeComplaint,
  escalateComplaint,
  fileComplaint,
  reopenComplaint,
} from './complaint.commands';

const complaintInPath = uuidInPath('complaint');

@ApiTags('Commands: complaints')
@ApiBearerAuth()
@ApiParam({ name: 'complaint', example: '7d0e7e0e-95b6-4f0c-9c3a-7f5e2a1b4c03' })
@Controller('v1/complaints/:complaint')
export class ComplaintController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('file')
  @CommandRoute('File a complaint; what it says is sealed')
  file(
    @Param('complaint', complaintInPath) complaint: string,
    @Body() body: FileComplaintBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, fileComplaint, complaint, body);
  }

  @Post('acknowledge')
  @CommandRoute('Record that it was verified')
  acknowledge(
    @Param('complaint', complaintInPath) complaint: string,
    @Body() body: AcknowledgeComplaintBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, acknowledgeComplaint, complaint, body);
  }

  @Post('assign')
  @CommandRoute('Forward it to the office that must answer')
  assign(
    @Param('complaint', complaintInPath) complaint: string,
    @Body() body: AssignComplaintBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, assignComplaint, complaint, body);
  }

  @Post('answer')
  @CommandRoute('Record the answer, sealed')
  answer(
    @Param('complaint', complaintInPath) complaint: string,
    @Body() body: AnswerComplaintBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, answerComplaint, complaint, body);
  }

  @Post('close')
  @CommandRoute('Close it, after the term to reply or by consent')
  close(
    @Param('complaint', complaintInPath) complaint: string,
    @Body() body: CloseComplaintBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, closeComplaint, complaint, body);
  }

  @Post('reopen')
  @CommandRoute('Reopen it, with its term once more')
  reopen(
    @Param('complaint', complaintInPath) complaint: string,
    @Body() body: ReopenComplaintBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, reopenComplaint, complaint, body);
  }

  @Post('escalate')
  @CommandRoute('Record that it was escalated')
  escalate(
    @Param('complaint', complaintInPath) complaint: string,
    @Body() body: EscalateComplaintBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, escalateComplaint, complaint, body);
  }
}
