import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { type Exchange, InExchange } from '@jejak/http';
import { slugInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import {
  DraftPactBody,
  PublishPactBody,
  SignPactBody,
  SupersedePactBody,
  SupersedeSignatureBody,
  WitnessPactBody,
} from './pact.bodies';
import {
  draftPact,
  publishPact,
  signPact,
  supersedePact,
  supersedeSignature,
  witnessPact,
} from './pact.commands';

@ApiTags('Commands: pacts')
@ApiBearerAuth()
@ApiParam({ name: 'pact', example: 'serang-2022-06-23' })
@Controller('v1/pacts/:pact')
export class PactController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('draft')
  @CommandRoute('Draft a pact on a published text')
  draft(
    @Param('pact', slugInPath('pact')) pact: string,
    @Body() body: DraftPactBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, draftPact, pact, body);
  }

  @Post('sign')
  @CommandRoute('Record a signature; a named person signs a text in a position in one pact only')
  sign(
    @Param('pact', slugInPath('pact')) pact: string,
    @Body() body: SignPactBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, signPact, pact, body);
  }

  @Post('witness')
  @CommandRoute('Record a witness, who is never one of the signers')
  witness(
    @Param('pact', slugInPath('pact')) pact: string,
    @Body() body: WitnessPactBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, witnessPact, pact, body);
  }

  @Post('publish')
  @CommandRoute('Record that the pact was published')
  publish(
    @Param('pact', slugInPath('pact')) pact: string,
    @Body() body: PublishPactBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, publishPact, pact, body);
  }

  @Post('supersede')
  @CommandRoute('Mark a published pact as superseded')
  supersede(
    @Param('pact', slugInPath('pact')) pact: string,
    @Body() body: SupersedePactBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, supersedePact, pact, body);
  }

  @Post('supersede-signature')
  @CommandRoute('Mark one signature as superseded: its signatory signs again')
  supersedeSignature(
    @Param('pact', slugInPath('pact')) pact: string,
    @Body() body: SupersedeSignatureBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, supersedeSignature, pact, body);
  }
}
