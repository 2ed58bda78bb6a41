import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { type Exchange, InExchange } from '@jejak/http';
import { slugInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import { PublishPactTextBody, RetirePactTextBody } from './pact.bodies';
import { publishPactText, retirePactText } from './pact.commands';

@ApiTags('Commands: pacts')
@ApiBearerAuth()
@ApiParam({ name: 'version', example: 'permenpan-rb-49-2011' })
@Controller('v1/pact-texts/:version')
export class PactTextController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('publish')
  @CommandRoute('Publish a pact text with its seven obligations')
  publish(
    @Param('version', slugInPath('version')) version: string,
    @Body() body: PublishPactTextBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, publishPactText, version, body);
  }

  @Post('retire')
  @CommandRoute('Retire a pact text: nobody signs it after its last day')
  retire(
    @Param('version', slugInPath('version')) version: string,
    @Body() body: RetirePactTextBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, retirePactText, version, body);
  }
}
