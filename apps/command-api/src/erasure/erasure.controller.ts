import { type Exchange, InExchange } from '@jejak/http';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { uuidInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import { DecideErasureBody, RequestErasureBody, ShredSubjectKeyBody } from './erasure.bodies';
import { decideErasure, requestErasure, shredSubjectKey } from './erasure.commands';

const subjectInPath = uuidInPath('subject');

@ApiTags('Commands: erasure')
@ApiBearerAuth()
@ApiParam({
  name: 'subject',
  description:
    'UUID that it is sealed under: that of a complaint for what it says, of a reporter for who they are.',
  example: 'e3f3b6d2-1c2e-4b8a-8f45-6a7b8c9d0e1f',
})
@Controller('v1/erasures/:subject')
export class ErasureController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('request')
  @CommandRoute('Record a request to erase what is sealed under a subject, by its UUID alone')
  request(
    @Param('subject', subjectInPath) subject: string,
    @Body() body: RequestErasureBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, requestErasure, subject, body);
  }

  @Post('decide')
  @CommandRoute('Grant it, or refuse it on an exemption of the law')
  decide(
    @Param('subject', subjectInPath) subject: string,
    @Body() body: DecideErasureBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, decideErasure, subject, body);
  }

  @Post('shred')
  @CommandRoute('Destroy the key, as a second person: nothing sealed under it opens again')
  shred(
    @Param('subject', subjectInPath) subject: string,
    @Body() body: ShredSubjectKeyBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, shredSubjectKey, subject, body);
  }
}
