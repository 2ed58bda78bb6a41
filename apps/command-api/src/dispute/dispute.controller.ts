import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { type Exchange, InExchange } from '@jejak/http';
import { instrumentInPath, yearInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import { RecordClaimBody } from './dispute.bodies';
import { recordClaim } from './dispute.commands';

@ApiTags('Commands: disputes')
@ApiBearerAuth()
@ApiParam({ name: 'instrument', example: 'MCP' })
@ApiParam({ name: 'year', example: '2024' })
@Controller('v1/disputes/:instrument/:year')
export class DisputeController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('record-claim')
  @CommandRoute('Record what somebody claims about the results of an instrument and year')
  recordClaim(
    @Param('instrument', instrumentInPath) instrument: string,
    @Param('year', yearInPath) year: number,
    @Body() body: RecordClaimBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, recordClaim, { instrument, year }, body);
  }
}
