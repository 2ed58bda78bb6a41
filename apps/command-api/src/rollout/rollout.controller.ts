import { type Exchange, InExchange } from '@jejak/http';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { regionCodeInPath, slugInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import {
  AddRolloutModulesBody,
  AdoptRolloutBody,
  DelegateRolloutBody,
  PlanRolloutBody,
  RecordRolloutLiveBody,
  RecordRolloutStartBody,
  RetireRolloutBody,
} from './rollout.bodies';
import {
  addRolloutModules,
  adoptRollout,
  delegateRollout,
  planRollout,
  recordRolloutLive,
  recordRolloutStart,
  retireRollout,
} from './rollout.commands';

const systemInPath = slugInPath('system');

@ApiTags('Commands: information systems')
@ApiBearerAuth()
@ApiParam({ name: 'region', example: '36.04' })
@ApiParam({ name: 'system', example: 'simral' })
@Controller('v1/rollouts/:region/:system')
export class RolloutController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('plan')
  @CommandRoute('Plan a system with its modules')
  plan(
    @Param('region', regionCodeInPath) region: string,
    @Param('system', systemInPath) system: string,
    @Body() body: PlanRolloutBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, planRollout, { region, system }, body);
  }

  @Post('add-modules')
  @CommandRoute('Add modules to the system')
  addModules(
    @Param('region', regionCodeInPath) region: string,
    @Param('system', systemInPath) system: string,
    @Body() body: AddRolloutModulesBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, addRolloutModules, { region, system }, body);
  }

  @Post('delegate')
  @CommandRoute('Delegate the system to an office')
  delegate(
    @Param('region', regionCodeInPath) region: string,
    @Param('system', systemInPath) system: string,
    @Body() body: DelegateRolloutBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, delegateRollout, { region, system }, body);
  }

  @Post('adopt')
  @CommandRoute('Adopt the system from another region')
  adopt(
    @Param('region', regionCodeInPath) region: string,
    @Param('system', systemInPath) system: string,
    @Body() body: AdoptRolloutBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, adoptRollout, { region, system }, body);
  }

  @Post('record-start')
  @CommandRoute('Record what a source says of when it was built or ran')
  recordStart(
    @Param('region', regionCodeInPath) region: string,
    @Param('system', systemInPath) system: string,
    @Body() body: RecordRolloutStartBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, recordRolloutStart, { region, system }, body);
  }

  @Post('record-live')
  @CommandRoute('Record that it runs at a level, module by module')
  recordLive(
    @Param('region', regionCodeInPath) region: string,
    @Param('system', systemInPath) system: string,
    @Body() body: RecordRolloutLiveBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, recordRolloutLive, { region, system }, body);
  }

  @Post('retire')
  @CommandRoute('Retire a module or the whole system')
  retire(
    @Param('region', regionCodeInPath) region: string,
    @Param('system', systemInPath) system: string,
    @Body() body: RetireRolloutBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, retireRollout, { region, system }, body);
  }
}
