import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { type Exchange, InExchange } from '@jejak/http';
import { regionCodeInPath, slugInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import { RecordPactCoverageBody } from './pact.bodies';
import { recordPactCoverage } from './coverage.commands';

@ApiTags('Commands: pacts')
@ApiBearerAuth()
@ApiParam({ name: 'region', example: '36.04' })
@ApiParam({ name: 'unit', example: 'disdukcapil' })
@Controller('v1/pact-coverage/:region/:unit')
export class CoverageController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('record')
  @CommandRoute('Record how many of a unit have signed')
  record(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', slugInPath('unit')) unit: string,
    @Body() body: RecordPactCoverageBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, recordPactCoverage, { region, unit }, body);
  }
}
