import { requirePermission } from '@jejak/access';
import { frameworkStream, regionStream, scorecardStream } from '@jejak/domain';
import { framework, publishedFramework } from '@jejak/domain/framework';
import { isRegistered, region, registeredRegion } from '@jejak/domain/region';
import { scorecard } from '@jejak/domain/scorecard';
import { type Ledger, type Outcome } from '@jejak/event-store';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { evidenceFrom, sourceFrom } from '../edge/parts';
import { LEDGER } from '../tokens';
import {
  AmendScore,
  FinaliseScorecard,
  OpenScorecard,
  RecordAreaScores,
  RecordPublishedScore,
  ScoreIndicator,
} from './scorecard.commands';

@CommandHandler(OpenScorecard)
export class OpenScorecardHandler implements ICommandHandler<OpenScorecard, Outcome> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  async execute({ key, caller }: OpenScorecard): Promise<Outcome> {
    const { envelope, principal } = caller;
    const regionState = await this.ledger.refer(region, regionStream(key.region), isRegistered);
    const frameworkState = await this.ledger.refer(
      framework,
      frameworkStream(key),
      (state) => publishedFramework(state) !== null,
    );
    return this.ledger.handle(scorecard, scorecardStream(key), envelope, (state, at) => {
      requirePermission(principal, 'scorecard.open', key.region);
      return scorecard.decide(state, {
        type: 'OpenScorecard',
        ...key,
        regionState: registeredRegion(regionState),
        framework: publishedFramework(frameworkState),
        actor: envelope.actor,
        at,
      });
    });
  }
}

@CommandHandler(ScoreIndicator)
export class ScoreIndicatorHandler implements ICommandHandler<ScoreIndicator, Outcome> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  execute({ key, body, caller }: ScoreIndicator): Promise<Outcome> {
    const { envelope, principal } = caller;
    return this.ledger.handle(scorecard, scorecardStream(key), envelope, (state, at) => {
      requirePermission(principal, 'scorecard.score-indicator', key.region);
      return scorecard.decide(state, {
        type: 'ScoreIndicator',
        area: body.area,
        indicator: body.indicator,
        points: body.points,
        maximumPoints: body.maximumPoints,
        evidence: evidenceFrom(body.evidence),
        note: body.note ?? null,
        actor: envelope.actor,
        at,
      });
    });
  }
}

@CommandHandler(RecordAreaScores)
export class RecordAreaScoresHandler implements ICommandHandler<RecordAreaScores, Outcome> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  execute({ key, body, caller }: RecordAreaScores): Promise<Outcome> {
    const { envelope, principal } = caller;
    return this.ledger.handle(scorecard, scorecardStream(key), envelope, (state, at) => {
      requirePermission(principal, 'scorecard.record-area-scores', key.region);
      return scorecard.decide(state, {
        type: 'RecordAreaScores',
        scores: body.scores.map(({ area, score }) => ({ area, score })),
        asOf: body.asOf ?? null,
        source: sourceFrom(body.source),
        actor: envelope.actor,
        at,
      });
    });
  }
}

@CommandHandler(RecordPublishedScore)
export class RecordPublishedScoreHandler implements ICommandHandler<RecordPublishedScore, Outcome> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  execute({ key, body, caller }: RecordPublishedScore): Promise<Outcome> {
    const { envelope, principal } = caller;
    return this.ledger.handle(scorecard, scorecardStream(key), envelope, (state, at) => {
      requirePermission(principal, 'scorecard.record-published-score', key.region);
      return scorecard.decide(state, {
        type: 'RecordPublishedScore',
        value: body.value,
        status: body.status,
        asOf: body.asOf ?? null,
        source: sourceFrom(body.source),
        publishedRank: body.publishedRank ?? null,
        actor: envelope.actor,
        at,
      });
    });
  }
}

@CommandHandler(FinaliseScorecard)
export class FinaliseScorecardHandler implements ICommandHandler<FinaliseScorecard, Outcome> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  execute({ key, caller }: FinaliseScorecard): Promise<Outcome> {
    const { envelope, principal } = caller;
    return this.ledger.handle(scorecard, scorecardStream(key), envelope, (state, at) => {
      requirePermission(principal, 'scorecard.finalise', key.region);
      return scorecard.decide(state, {
        type: 'FinaliseScorecard',
        actor: envelope.actor,
        at,
      });
    });
  }
}

@CommandHandler(AmendScore)
export class AmendScoreHandler implements ICommandHandler<AmendScore, Outcome> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  execute({ key, body, caller }: AmendScore): Promise<Outcome> {
    const { envelope, principal } = caller;
    return this.ledger.handle(scorecard, scorecardStream(key), envelope, (state, at) => {
      requirePermission(principal, 'scorecard.amend', key.region);
      return scorecard.decide(state, {
        type: 'AmendScore',
        subject: body.publication ?? 'finalised',
        to: body.to,
        reason: body.reason,
        decision: body.decision,
        actor: envelope.actor,
        at,
      });
    });
  }
}

/** Every handler of this context, for its module. */
export const scorecardHandlers = [
  OpenScorecardHandler,
  ScoreIndicatorHandler,
  RecordAreaScoresHandler,
  RecordPublishedScoreHandler,
  FinaliseScorecardHandler,
  AmendScoreHandler,
];
