import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { type Exchange, InExchange } from '@jejak/http';
import { slugInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import { ConcludeBreachBody, ReportBreachBody } from './breach.bodies';
import { concludePactBreach, reportPactBreach } from './breach.commands';

@ApiTags('Commands: pacts')
@ApiBearerAuth()
@ApiParam({ name: 'breach', example: '2024-001' })
@Controller('v1/pact-breaches/:breach')
export class BreachController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('report')
  @CommandRoute('Report a breach of a pact, the reporter under a pseudonym')
  report(
    @Param('breach', slugInPath('breach')) breach: string,
    @Body() body: ReportBreachBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, reportPactBreach, breach, body);
  }

  @Post('conclude')
  @CommandRoute('Conclude a reported breach, once and by somebody else')
  conclude(
    @Param('breach', slugInPath('breach')) breach: string,
    @Body() body: ConcludeBreachBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, concludePactBreach, breach, body);
  }
}
