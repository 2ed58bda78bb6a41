import { type Exchange, InExchange } from '@jejak/http';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { yearInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import { RecordComplianceStatisticBody } from './declaration.bodies';
import { recordStatistic } from './statistic.commands';

@ApiTags('Commands: wealth reports')
@ApiBearerAuth()
@ApiParam({ name: 'year', example: '2023', description: 'Year the reports are about.' })
@Controller('v1/declaration-statistics/:year')
export class DeclarationStatisticController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('record')
  @CommandRoute('Record a published figure on compliance; both ratios are over the obligors')
  record(
    @Param('year', yearInPath) year: number,
    @Body() body: RecordComplianceStatisticBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, recordStatistic, year, body);
  }
}
