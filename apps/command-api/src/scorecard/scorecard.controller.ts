import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { type Exchange, InExchange } from '@jejak/http';
import { instrumentInPath, regionCodeInPath, yearInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import {
  AmendScoreBody,
  AssignIndicatorBody,
  CloseCycleBody,
  FinaliseScorecardBody,
  OpenScorecardBody,
  RecordAreaScoresBody,
  RecordPublishedScoreBody,
  ScoreIndicatorBody,
} from './scorecard.bodies';
import {
  amendScore,
  assignIndicator,
  closeCycle,
  finaliseScorecard,
  openScorecard,
  recordAreaScores,
  recordPublishedScore,
  scoreIndicator,
} from './scorecard.commands';

@ApiTags('Commands: scorecards')
@ApiBearerAuth()
@ApiParam({ name: 'region', example: '36.73' })
@ApiParam({ name: 'instrument', example: 'MCP' })
@ApiParam({ name: 'year', example: '2019' })
@Controller('v1/scorecards/:region/:instrument/:year')
export class ScorecardController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('open')
  @CommandRoute('Open the scorecard of a region for one instrument and year')
  openScorecard(
    @Param('region', regionCodeInPath) region: string,
    @Param('instrument', instrumentInPath) instrument: string,
    @Param('year', yearInPath) year: number,
    @Body() body: OpenScorecardBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, openScorecard, { region, instrument, year }, body);
  }

  @Post('assign-indicator')
  @CommandRoute('Name the unit that leads an indicator')
  assignIndicator(
    @Param('region', regionCodeInPath) region: string,
    @Param('instrument', instrumentInPath) instrument: string,
    @Param('year', yearInPath) year: number,
    @Body() body: AssignIndicatorBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, assignIndicator, { region, instrument, year }, body);
  }

  @Post('close-cycle')
  @CommandRoute('Decide once when uploads end; what comes later is recorded as late')
  closeCycle(
    @Param('region', regionCodeInPath) region: string,
    @Param('instrument', instrumentInPath) instrument: string,
    @Param('year', yearInPath) year: number,
    @Body() body: CloseCycleBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, closeCycle, { region, instrument, year }, body);
  }

  @Post('score-indicator')
  @CommandRoute('Score one indicator')
  scoreIndicator(
    @Param('region', regionCodeInPath) region: string,
    @Param('instrument', instrumentInPath) instrument: string,
    @Param('year', yearInPath) year: number,
    @Body() body: ScoreIndicatorBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, scoreIndicator, { region, instrument, year }, body);
  }

  @Post('record-area-scores')
  @CommandRoute('Record scores of whole areas')
  recordAreaScores(
    @Param('region', regionCodeInPath) region: string,
    @Param('instrument', instrumentInPath) instrument: string,
    @Param('year', yearInPath) year: number,
    @Body() body: RecordAreaScoresBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, recordAreaScores, { region, instrument, year }, body);
  }

  @Post('record-published-score')
  @CommandRoute('Record a published score beside the computed one')
  recordPublishedScore(
    @Param('region', regionCodeInPath) region: string,
    @Param('instrument', instrumentInPath) instrument: string,
    @Param('year', yearInPath) year: number,
    @Body() body: RecordPublishedScoreBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, recordPublishedScore, { region, instrument, year }, body);
  }

  @Post('finalise')
  @CommandRoute('Count the evidence and finalise the computed score')
  finaliseScorecard(
    @Param('region', regionCodeInPath) region: string,
    @Param('instrument', instrumentInPath) instrument: string,
    @Param('year', yearInPath) year: number,
    @Body() body: FinaliseScorecardBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, finaliseScorecard, { region, instrument, year }, body);
  }

  @Post('amend')
  @CommandRoute('Correct a score with a reason; the earlier value stays')
  amendScore(
    @Param('region', regionCodeInPath) region: string,
    @Param('instrument', instrumentInPath) instrument: string,
    @Param('year', yearInPath) year: number,
    @Body() body: AmendScoreBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, amendScore, { region, instrument, year }, body);
  }
}
