import { regionStream } from '@jejak/domain';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { type Exchange, InExchange } from '../edge/exchange';
import { regionCodeInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import { RegisterRegionBody } from './region.bodies';
import { RegisterRegion } from './region.commands';

@ApiTags('Commands: regions')
@ApiBearerAuth()
@ApiParam({ name: 'region', example: '36.73' })
@Controller('v1/regions/:region')
export class RegionController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('register')
  @CommandRoute('Register a province, regency or city')
  register(
    @Param('region', regionCodeInPath) code: string,
    @Body() body: RegisterRegionBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.issue(
      exchange,
      { action: 'region.register', stream: regionStream(code), body },
      (caller) => new RegisterRegion(code, body, caller),
    );
  }
}
