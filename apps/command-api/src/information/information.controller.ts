import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { type Exchange, InExchange } from '@jejak/http';
import { slugInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import {
  AnswerInformationBody,
  DecideObjectionBody,
  ExtendInformationBody,
  NoteDisputeBody,
  ObjectToInformationBody,
  RequestInformationBody,
} from './information.bodies';
import {
  answerInformation,
  decideInformationObjection,
  extendInformationDeadline,
  noteInformationDispute,
  objectToInformation,
  requestInformation,
} from './information.commands';

@ApiTags('Commands: information requests')
@ApiBearerAuth()
@ApiParam({ name: 'request', example: 'serang-2025-001' })
@Controller('v1/information-requests/:request')
export class InformationController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('request')
  @CommandRoute('Record a request for public information, by a pseudonym')
  request(
    @Param('request', slugInPath('request')) request: string,
    @Body() body: RequestInformationBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, requestInformation, request, body);
  }

  @Post('extend')
  @CommandRoute('Extend the term for the answer, once and with a reason')
  extend(
    @Param('request', slugInPath('request')) request: string,
    @Body() body: ExtendInformationBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, extendInformationDeadline, request, body);
  }

  @Post('answer')
  @CommandRoute('Record the answer; a late one is recorded as late')
  answer(
    @Param('request', slugInPath('request')) request: string,
    @Body() body: AnswerInformationBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, answerInformation, request, body);
  }

  @Post('object')
  @CommandRoute("Record the requester's objection to the answer or the silence")
  object(
    @Param('request', slugInPath('request')) request: string,
    @Body() body: ObjectToInformationBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, objectToInformation, request, body);
  }

  @Post('decide-objection')
  @CommandRoute('Decide an objection, as the superior of the office')
  decideObjection(
    @Param('request', slugInPath('request')) request: string,
    @Body() body: DecideObjectionBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, decideInformationObjection, request, body);
  }

  @Post('note-dispute')
  @CommandRoute('Note a dispute before the Information Commission')
  noteDispute(
    @Param('request', slugInPath('request')) request: string,
    @Body() body: NoteDisputeBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, noteInformationDispute, request, body);
  }
}
