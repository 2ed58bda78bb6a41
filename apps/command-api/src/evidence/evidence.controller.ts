import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { type Exchange, InExchange } from '@jejak/http';
import { instrumentInPath, regionCodeInPath, yearInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import {
  ReturnEvidenceBody,
  SubmitEvidenceBody,
  SubmittedReply,
  VerifyEvidenceBody,
} from './evidence.bodies';
import { returnEvidence, submitEvidence, verifyEvidence } from './evidence.commands';

@ApiTags('Commands: evidence')
@ApiBearerAuth()
@ApiParam({ name: 'region', example: '36.73' })
@ApiParam({ name: 'instrument', example: 'MCP' })
@ApiParam({ name: 'year', example: '2025' })
@Controller('v1/scorecards/:region/:instrument/:year')
export class EvidenceController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('submit-evidence')
  @CommandRoute('Hand in a document; after the end of the uploads it is recorded as late')
  @ApiCreatedResponse({ type: SubmittedReply })
  async submitEvidence(
    @Param('region', regionCodeInPath) region: string,
    @Param('instrument', instrumentInPath) instrument: string,
    @Param('year', yearInPath) year: number,
    @Body() body: SubmitEvidenceBody,
    @InExchange() exchange: Exchange,
  ): Promise<SubmittedReply> {
    const key = { region, instrument, year, subIndicator: body.subIndicator };
    const reply = await this.desk.record(exchange, submitEvidence, key, body);
    const receipt = `${reply.stream.slice('evidence-'.length)}-${reply.revision}`;
    return Object.assign(reply, { receipt });
  }

  @Post('verify-evidence')
  @CommandRoute('Give a document its points, as somebody outside the region')
  verifyEvidence(
    @Param('region', regionCodeInPath) region: string,
    @Param('instrument', instrumentInPath) instrument: string,
    @Param('year', yearInPath) year: number,
    @Body() body: VerifyEvidenceBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    const key = { region, instrument, year, subIndicator: body.subIndicator };
    return this.desk.record(exchange, verifyEvidence, key, body);
  }

  @Post('return-evidence')
  @CommandRoute('Send a document back with a reason, as somebody outside the region')
  returnEvidence(
    @Param('region', regionCodeInPath) region: string,
    @Param('instrument', instrumentInPath) instrument: string,
    @Param('year', yearInPath) year: number,
    @Body() body: ReturnEvidenceBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    const key = { region, instrument, year, subIndicator: body.subIndicator };
    return this.desk.record(exchange, returnEvidence, key, body);
  }
}
