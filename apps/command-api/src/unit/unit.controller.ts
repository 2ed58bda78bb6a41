import { type Exchange, InExchange } from '@jejak/http';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { regionCodeInPath, slugInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import {
  CloseUnitBody,
  MergeUnitsBody,
  RecodeUnitBody,
  RegisterUnitBody,
  RenameUnitBody,
} from './unit.bodies';
import { closeUnit, mergeUnits, recodeUnit, registerUnit, renameUnit } from './unit.commands';

const unitInPath = slugInPath('unit');

@ApiTags('Commands: units')
@ApiBearerAuth()
@ApiParam({ name: 'region', example: '36.04' })
@ApiParam({ name: 'unit', example: 'bapenda' })
@Controller('v1/units/:region/:unit')
export class UnitController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('register')
  @CommandRoute('Register an office, district, village or service area')
  register(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', unitInPath) unit: string,
    @Body() body: RegisterUnitBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, registerUnit, { region, unit }, body);
  }

  @Post('rename')
  @CommandRoute('Give the unit another name from a day on')
  rename(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', unitInPath) unit: string,
    @Body() body: RenameUnitBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, renameUnit, { region, unit }, body);
  }

  @Post('recode')
  @CommandRoute('Give the district or village another code from a day on')
  recode(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', unitInPath) unit: string,
    @Body() body: RecodeUnitBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, recodeUnit, { region, unit }, body);
  }

  @Post('merge')
  @CommandRoute('Merge other units into this one from a day on')
  merge(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', unitInPath) unit: string,
    @Body() body: MergeUnitsBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, mergeUnits, { region, unit }, body);
  }

  @Post('close')
  @CommandRoute('Close the unit from a day on')
  close(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', unitInPath) unit: string,
    @Body() body: CloseUnitBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, closeUnit, { region, unit }, body);
  }
}
