import { scorecardStream } from '@jejak/domain';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { type Exchange, InExchange } from '../edge/exchange';
import { instrumentInPath, regionCodeInPath, yearInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import {
  AmendScoreBody,
  FinaliseScorecardBody,
  OpenScorecardBody,
  RecordAreaScoresBody,
  RecordPublishedScoreBody,
  ScoreIndicatorBody,
} from './scorecard.bodies';
import {
  AmendScore,
  FinaliseScorecard,
  OpenScorecard,
  RecordAreaScores,
  RecordPublishedScore,
  ScoreIndicator,
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
  open(
    @Param('region', regionCodeInPath) region: string,
    @Param('instrument', instrumentInPath) instrument: string,
    @Param('year', yearInPath) year: number,
    @Body() body: OpenScorecardBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    const key = { region, instrument, year };
    return this.desk.issue(
      exchange,
      { action: 'scorecard.open', stream: scorecardStream(key), body },
      (caller) => new OpenScorecard(key, body, caller),
    );
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
    const key = { region, instrument, year };
    return this.desk.issue(
      exchange,
      { action: 'scorecard.score-indicator', stream: scorecardStream(key), body },
      (caller) => new ScoreIndicator(key, body, caller),
    );
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
    const key = { region, instrument, year };
    return this.desk.issue(
      exchange,
      { action: 'scorecard.record-area-scores', stream: scorecardStream(key), body },
      (caller) => new RecordAreaScores(key, body, caller),
    );
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
    const key = { region, instrument, year };
    return this.desk.issue(
      exchange,
      { action: 'scorecard.record-published-score', stream: scorecardStream(key), body },
      (caller) => new RecordPublishedScore(key, body, caller),
    );
  }

  @Post('finalise')
  @CommandRoute('Finalise the computed score')
  finalise(
    @Param('region', regionCodeInPath) region: string,
    @Param('instrument', instrumentInPath) instrument: string,
    @Param('year', yearInPath) year: number,
    @Body() body: FinaliseScorecardBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    const key = { region, instrument, year };
    return this.desk.issue(
      exchange,
      { action: 'scorecard.finalise', stream: scorecardStream(key), body },
      (caller) => new FinaliseScorecard(key, body, caller),
    );
  }

  @Post('amend')
  @CommandRoute('Correct a score with a reason; the earlier value stays')
  amend(
    @Param('region', regionCodeInPath) region: string,
    @Param('instrument', instrumentInPath) instrument: string,
    @Param('year', yearInPath) year: number,
    @Body() body: AmendScoreBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    const key = { region, instrument, year };
    return this.desk.issue(
      exchange,
      { action: 'scorecard.amend', stream: scorecardStream(key), body },
      (caller) => new AmendScore(key, body, caller),
    );
  }
}
