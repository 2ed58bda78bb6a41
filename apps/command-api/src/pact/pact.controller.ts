import { pactStream } from '@jejak/domain';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { type Exchange, InExchange } from '../edge/exchange';
import { slugInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import {
  DraftPactBody,
  PublishPactBody,
  SignPactBody,
  SupersedePactBody,
  WitnessPactBody,
} from './pact.bodies';
import { DraftPact, PublishPact, SignPact, SupersedePact, WitnessPact } from './pact.commands';

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
    return this.desk.issue(
      exchange,
      { action: 'pact.draft', stream: pactStream(pact), body },
      (caller) => new DraftPact(pact, body, caller),
    );
  }

  @Post('sign')
  @CommandRoute('Record a signature')
  sign(
    @Param('pact', slugInPath('pact')) pact: string,
    @Body() body: SignPactBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.issue(
      exchange,
      { action: 'pact.sign', stream: pactStream(pact), body },
      (caller) => new SignPact(pact, body, caller),
    );
  }

  @Post('witness')
  @CommandRoute('Record a witness, who is never one of the signers')
  witness(
    @Param('pact', slugInPath('pact')) pact: string,
    @Body() body: WitnessPactBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.issue(
      exchange,
      { action: 'pact.witness', stream: pactStream(pact), body },
      (caller) => new WitnessPact(pact, body, caller),
    );
  }

  @Post('publish')
  @CommandRoute('Record that the pact was published')
  publish(
    @Param('pact', slugInPath('pact')) pact: string,
    @Body() body: PublishPactBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.issue(
      exchange,
      { action: 'pact.publish', stream: pactStream(pact), body },
      (caller) => new PublishPact(pact, body, caller),
    );
  }

  @Post('supersede')
  @CommandRoute('Mark a published pact as superseded')
  supersede(
    @Param('pact', slugInPath('pact')) pact: string,
    @Body() body: SupersedePactBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.issue(
      exchange,
      { action: 'pact.supersede', stream: pactStream(pact), body },
      (caller) => new SupersedePact(pact, body, caller),
    );
  }
}
