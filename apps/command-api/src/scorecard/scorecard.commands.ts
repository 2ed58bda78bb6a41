import { frameworkStream, regionStream, scorecardStream } from '@jejak/domain';
import { framework, publishedFrameworks } from '@jejak/domain/framework';
import { isRegistered, region, registeredRegion } from '@jejak/domain/region';
import { scorecard } from '@jejak/domain/scorecard';

import { commandsOn } from '../edge/command-on';
import { evidenceFrom, instantFrom, sourceFrom } from '../edge/parts';
import { ofUnit } from '../edge/unregistered';
import { countedEvidence } from '../evidence/count-evidence';
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

const onScorecard = commandsOn(scorecard, scorecardStream);

export const openScorecard = onScorecard(OpenScorecardBody, {
  action: 'scorecard.open',
  region: ({ key }) => key.region,
  refer: async (ledger, { key }) => ({
    regionState: await ledger.refer(region, regionStream(key.region), isRegistered),
    // To its end: a version in memory would look sufficient when a later one is in force by now.
    frameworkState: await ledger.refer(framework, frameworkStream(key), () => false),
  }),
  command: ({ key }, { regionState, frameworkState }) => ({
    type: 'OpenScorecard',
    ...key,
    regionState: registeredRegion(regionState),
    frameworks: publishedFrameworks(frameworkState),
  }),
});

export const assignIndicator = onScorecard(AssignIndicatorBody, {
  action: 'scorecard.assign-indicator',
  region: ({ key }) => key.region,
  unregistered: (ledger, { key, body }) => ofUnit(ledger, key.region, body.unit),
  command: ({ body: { area, indicator, subIndicator, unit } }) => ({
    type: 'AssignIndicator',
    area,
    indicator,
    subIndicator: subIndicator ?? null,
    unit,
  }),
});

export const closeCycle = onScorecard(CloseCycleBody, {
  action: 'scorecard.close-cycle',
  region: ({ key }) => key.region,
  command: ({ body: { closesAt, decision }, principal }) => ({
    type: 'CloseCycle',
    jurisdiction: principal.regions,
    closesAt: closesAt ? instantFrom(closesAt) : null,
    decision: decision ?? null,
  }),
});

export const scoreIndicator = onScorecard(ScoreIndicatorBody, {
  action: 'scorecard.score-indicator',
  region: ({ key }) => key.region,
  command: ({ body, principal }) => ({
    type: 'ScoreIndicator',
    jurisdiction: principal.regions,
    area: body.area,
    indicator: body.indicator,
    points: body.points,
    maximumPoints: body.maximumPoints,
    evidence: evidenceFrom(body.evidence),
    note: body.note ?? null,
  }),
});

export const recordAreaScores = onScorecard(RecordAreaScoresBody, {
  action: 'scorecard.record-area-scores',
  region: ({ key }) => key.region,
  command: ({ body }) => ({
    type: 'RecordAreaScores',
    scores: body.scores.map(({ area, score }) => ({ area, score })),
    asOf: body.asOf ?? null,
    source: sourceFrom(body.source),
  }),
});

export const recordPublishedScore = onScorecard(RecordPublishedScoreBody, {
  action: 'scorecard.record-published-score',
  region: ({ key }) => key.region,
  command: ({ body }) => ({
    type: 'RecordPublishedScore',
    value: body.value,
    status: body.status,
    asOf: body.asOf ?? null,
    source: sourceFrom(body.source),
    publishedRank: body.publishedRank ?? null,
    claimedBand: body.claimedBand ?? null,
  }),
});

/** Counts the evidence first, each sub-indicator in its own stream, then finalises what came of it. */
export const finaliseScorecard = onScorecard(FinaliseScorecardBody, {
  action: 'scorecard.finalise',
  region: ({ key }) => key.region,
  refer: countedEvidence,
  command: ({ principal }, counted) => ({
    type: 'FinaliseScorecard',
    jurisdiction: principal.regions,
    counted,
  }),
});

export const amendScore = onScorecard(AmendScoreBody, {
  action: 'scorecard.amend',
  region: ({ key }) => key.region,
  command: ({ body, principal }) => ({
    type: 'AmendScore',
    jurisdiction: principal.regions,
    subject: body.publication ?? 'finalised',
    to: body.to,
    reason: body.reason,
    decision: body.decision,
  }),
});
