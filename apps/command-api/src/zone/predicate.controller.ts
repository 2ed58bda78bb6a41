import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { type Exchange, InExchange } from '@jejak/http';
import { regionCodeInPath, slugInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import {
  GrantBody,
  MonitorBody,
  RecordPublishedPredicateBody,
  RetainBody,
  RevokeBody,
} from './predicate.bodies';
import {
  grantPredicate,
  monitorPredicate,
  recordPublishedPredicate,
  retainPredicate,
  revokePredicate,
} from './predicate.commands';

@ApiTags('Commands: predicates')
@ApiBearerAuth()
@ApiParam({ name: 'region', example: '36.04' })
@ApiParam({ name: 'unit', example: 'disdukcapil' })
@Controller('v1/predicates/:region/:unit')
export class PredicateController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('grant')
  @CommandRoute('Grant the predicate that the panel recommended')
  grant(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', slugInPath('unit')) unit: string,
    @Body() body: GrantBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, grantPredicate, { region, unit }, body);
  }

  @Post('record-published')
  @CommandRoute('Record a grant that a publication tells of')
  recordPublished(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', slugInPath('unit')) unit: string,
    @Body() body: RecordPublishedPredicateBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, recordPublishedPredicate, { region, unit }, body);
  }

  @Post('monitor')
  @CommandRoute('Record a yearly re-evaluation')
  monitor(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', slugInPath('unit')) unit: string,
    @Body() body: MonitorBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, monitorPredicate, { region, unit }, body);
  }

  @Post('retain')
  @CommandRoute('Retain the predicate after a re-evaluation that meets the minimum')
  retain(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', slugInPath('unit')) unit: string,
    @Body() body: RetainBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, retainPredicate, { region, unit }, body);
  }

  @Post('revoke')
  @CommandRoute('Revoke the predicate')
  revoke(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', slugInPath('unit')) unit: string,
    @Body() body: RevokeBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, revokePredicate, { region, unit }, body);
  }
}
