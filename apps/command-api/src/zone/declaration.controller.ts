import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { type Exchange, InExchange } from '@jejak/http';
import { regionCodeInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import { declareZone, recordCoverage } from './declaration.commands';
import { DeclareZoneBody, RecordCoverageBody } from './zone.bodies';

@ApiTags('Commands: integrity zones')
@ApiBearerAuth()
@ApiParam({ name: 'region', example: '36.04' })
@Controller('v1/zone-declarations/:region')
export class ZoneDeclarationController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('declare')
  @CommandRoute('Declare the integrity zone of a government (pencanangan)')
  declare(
    @Param('region', regionCodeInPath) region: string,
    @Body() body: DeclareZoneBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, declareZone, region, body);
  }

  @Post('record-coverage')
  @CommandRoute('Record how many of the staff have signed since')
  recordCoverage(
    @Param('region', regionCodeInPath) region: string,
    @Body() body: RecordCoverageBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, recordCoverage, region, body);
  }
}
