import { type Exchange, InExchange, problem } from '@jejak/http';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiParam, ApiTags } from '@nestjs/swagger';

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
  ReadComplaintBody,
  ReopenComplaintBody,
} from './complaint.bodies';
import {
  acknowledgeComplaint,
  answerComplaint,
  assignComplaint,
  closeComplaint,
  escalateComplaint,
  fileComplaint,
  readComplaint,
  reopenComplaint,
} from './complaint.commands';
import { ComplaintReading } from './complaint-reading';
import { ComplaintReadReply } from './complaint-texts.reply';

const complaintInPath = uuidInPath('complaint');

/** Who may read changes, and what there is to read: an old key shows nothing. */
const readBefore = () =>
  problem('idempotency.key-reused', {
    detail: 'This reading was recorded and answered before.',
    fix: 'Send a new key: to read again is a reading of its own.',
  });

@ApiTags('Commands: complaints')
@ApiBearerAuth()
@ApiParam({ name: 'complaint', example: '7d0e7e0e-95b6-4f0c-9c3a-7f5e2a1b4c03' })
@Controller('v1/complaints/:complaint')
export class ComplaintController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly reading: ComplaintReading,
  ) {}

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

  @Post('read')
  @CommandRoute('Read what it says and what was answered; who reads is recorded first')
  @ApiCreatedResponse({ type: ComplaintReadReply, description: 'Recorded and shown; not cached.' })
  async read(
    @Param('complaint', complaintInPath) complaint: string,
    @Body() body: ReadComplaintBody,
    @InExchange() exchange: Exchange,
  ): Promise<ComplaintReadReply> {
    const recorded = await this.desk.record(exchange, readComplaint, complaint, body);
    if (exchange.reply.hasHeader('Idempotency-Replayed')) throw readBefore();
    void exchange.reply.header('Cache-Control', 'no-store');
    const { text, answers } = await this.reading.textsOf(complaint);
    const { stream, revision, position, commandId, events } = recorded;
    return { stream, revision, position, commandId, events, text, answers };
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
