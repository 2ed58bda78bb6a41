import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { type Exchange, InExchange } from '@jejak/http';
import { slugInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import {
  ClaimDetailBody,
  MakeRecommendationBody,
  RecordMeetingBody,
  ReportFollowUpBody,
  ReturnFollowUpBody,
  VerifyFollowUpBody,
} from './supervision.bodies';
import {
  claimMeetingDetail,
  makeRecommendation,
  recordMeeting,
  reportFollowUp,
  returnFollowUp,
  verifyFollowUp,
} from './supervision.commands';

@ApiTags('Commands: supervision')
@ApiBearerAuth()
@ApiParam({ name: 'meeting', example: '36-2017-10-18' })
@Controller('v1/supervision/:meeting')
export class SupervisionController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('record-meeting')
  @CommandRoute('Record a meeting of coordination and supervision')
  recordMeeting(
    @Param('meeting', slugInPath('meeting')) meeting: string,
    @Body() body: RecordMeetingBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, recordMeeting, meeting, body);
  }

  @Post('claim-detail')
  @CommandRoute('Record what a source says about a detail')
  claimDetail(
    @Param('meeting', slugInPath('meeting')) meeting: string,
    @Body() body: ClaimDetailBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, claimMeetingDetail, meeting, body);
  }

  @Post('recommend')
  @CommandRoute('Record a recommendation; its term follows the policy')
  recommend(
    @Param('meeting', slugInPath('meeting')) meeting: string,
    @Body() body: MakeRecommendationBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, makeRecommendation, meeting, body);
  }

  @Post('report-follow-up')
  @CommandRoute('Report the follow-up of a recommendation, with evidence')
  report(
    @Param('meeting', slugInPath('meeting')) meeting: string,
    @Body() body: ReportFollowUpBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, reportFollowUp, meeting, body);
  }

  @Post('verify-follow-up')
  @CommandRoute('Verify a reported follow-up; never by its reporter')
  verify(
    @Param('meeting', slugInPath('meeting')) meeting: string,
    @Body() body: VerifyFollowUpBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, verifyFollowUp, meeting, body);
  }

  @Post('return-follow-up')
  @CommandRoute('Return a reported follow-up with a reason')
  sendBack(
    @Param('meeting', slugInPath('meeting')) meeting: string,
    @Body() body: ReturnFollowUpBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, returnFollowUp, meeting, body);
  }
}
