import { type Exchange, InExchange } from '@jejak/http';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { regionCodeInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import { RecodeRegionBody, RegisterRegionBody, ReserveRegionCodeBody } from './region.bodies';
import { recodeRegion, registerRegion, reserveRegionCode } from './region.commands';

@ApiTags('Commands: regions')
@ApiBearerAuth()
@ApiParam({ name: 'region', example: '36.73' })
@Controller('v1/regions/:region')
export class RegionController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('register')
  @CommandRoute('Register a province, regency or city; its code becomes its id for ever')
  register(
    @Param('region', regionCodeInPath) code: string,
    @Body() body: RegisterRegionBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, registerRegion, code, body);
  }

  @Post('reserve-code')
  @CommandRoute('Keep this code for a region that was registered under another')
  reserve(
    @Param('region', regionCodeInPath) code: string,
    @Body() body: ReserveRegionCodeBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, reserveRegionCode, code, body);
  }

  @Post('recode')
  @CommandRoute('Give the region a reserved code from a day on')
  recode(
    @Param('region', regionCodeInPath) id: string,
    @Body() body: RecodeRegionBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, recodeRegion, id, body);
  }
}
