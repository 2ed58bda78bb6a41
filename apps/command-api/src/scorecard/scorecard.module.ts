import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
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
import { ScorecardController } from './scorecard.controller';

@Module({
  controllers: [ScorecardController],
  providers: [
    CommandDesk,
    openScorecard.handler,
    assignIndicator.handler,
    closeCycle.handler,
    scoreIndicator.handler,
    recordAreaScores.handler,
    recordPublishedScore.handler,
    finaliseScorecard.handler,
    amendScore.handler,
  ],
})
export class ScorecardModule {}
