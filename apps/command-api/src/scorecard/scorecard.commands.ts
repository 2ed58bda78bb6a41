import { type ScorecardKey } from '@jejak/domain/scorecard';
import { type Outcome } from '@jejak/event-store';
import { Command } from '@nestjs/cqrs';

import { type Caller } from '../edge/caller';
import {
  type AmendScoreBody,
  type FinaliseScorecardBody,
  type OpenScorecardBody,
  type RecordAreaScoresBody,
  type RecordPublishedScoreBody,
  type ScoreIndicatorBody,
} from './scorecard.bodies';

export class OpenScorecard extends Command<Outcome> {
  constructor(
    readonly key: ScorecardKey,
    readonly body: OpenScorecardBody,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class ScoreIndicator extends Command<Outcome> {
  constructor(
    readonly key: ScorecardKey,
    readonly body: ScoreIndicatorBody,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class RecordAreaScores extends Command<Outcome> {
  constructor(
    readonly key: ScorecardKey,
    readonly body: RecordAreaScoresBody,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class RecordPublishedScore extends Command<Outcome> {
  constructor(
    readonly key: ScorecardKey,
    readonly body: RecordPublishedScoreBody,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class FinaliseScorecard extends Command<Outcome> {
  constructor(
    readonly key: ScorecardKey,
    readonly body: FinaliseScorecardBody,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class AmendScore extends Command<Outcome> {
  constructor(
    readonly key: ScorecardKey,
    readonly body: AmendScoreBody,
    readonly caller: Caller,
  ) {
    super();
  }
}
