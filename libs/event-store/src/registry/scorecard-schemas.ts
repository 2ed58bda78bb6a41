import type {
  AreaScore,
  AreaScoresRecorded,
  AssessedArea,
  AssessedIndicator,
  AssessedSubIndicator,
  CycleClosed,
  IndicatorAssigned,
  IndicatorScored,
  PublishedScoreRecorded,
  ScoreAmended,
  ScorecardEvent,
  ScorecardFinalised,
  ScorecardOpened,
  SubIndicatorResult,
} from '@jejak/domain/scorecard/events';

import {
  calendarDate,
  decimalText,
  evidence,
  instant,
  regionLevel,
  scale,
  source,
} from './common-shapes';
import { firstVersion, nextVersion, type SchemasOf } from './event-schema';
import { band } from './framework-schemas';
import { record } from './record';
import {
  assigned,
  assignedV1,
  assignedV2,
  finalisedV1,
  finalisedV2,
  openedV1,
  openedV2,
  publishedV1,
  publishedV2,
} from './scorecard-first-versions';
import { either, integer, list, nullable, oneOf, text } from './shape';

const subIndicator = record<AssessedSubIndicator>({
  id: text,
  weight: decimalText,
  maximumPoints: decimalText,
  documents: list(
    record<AssessedSubIndicator['documents'][number]>({ id: text, points: decimalText }),
  ),
});

const indicator = record<AssessedIndicator>({
  id: text,
  name: text,
  weight: decimalText,
  subIndicators: nullable(list(subIndicator)),
});

const assessedArea = record<AssessedArea>({
  id: text,
  weight: decimalText,
  indicators: nullable(list(indicator)),
});

const areaScore = record<AreaScore>({ area: text, score: decimalText });

export const zeroReason = oneOf('not-uploaded', 'late', 'waiting', 'returned', 'no-points');

const result = record<SubIndicatorResult>({
  subIndicator: text,
  points: decimalText,
  maximumPoints: decimalText,
  zeroBecause: nullable(zeroReason),
});

const key = { region: text, instrument: text, year: integer };

export const scorecardSchemas: SchemasOf<ScorecardEvent> = {
  ScorecardOpened: nextVersion(
    openedV1,
    record<ScorecardOpened['data']>({
      ...key,
      level: regionLevel,
      frameworkVersion: integer,
      scale,
      decimalPlaces: integer,
      areas: list(assessedArea),
      bands: nullable(list(band)),
      closesAt: nullable(instant),
    }),
    openedV2,
  ),
  IndicatorAssigned: nextVersion(
    assignedV1,
    record<IndicatorAssigned['data']>({ ...assigned, subIndicator: nullable(text) }),
    assignedV2,
  ),
  CycleClosed: firstVersion(
    record<CycleClosed['data']>({
      ...key,
      closesAt: instant,
      decision: nullable(text),
      closedBy: text,
    }),
  ),
  IndicatorScored: firstVersion(
    record<IndicatorScored['data']>({
      ...key,
      area: text,
      indicator: text,
      points: decimalText,
      maximumPoints: decimalText,
      evidence: list(evidence),
      note: nullable(text),
    }),
  ),
  AreaScoresRecorded: firstVersion(
    record<AreaScoresRecorded['data']>({
      ...key,
      scores: list(areaScore),
      asOf: nullable(calendarDate),
      source,
    }),
  ),
  PublishedScoreRecorded: nextVersion(
    publishedV1,
    record<PublishedScoreRecorded['data']>({
      ...key,
      publication: integer,
      value: decimalText,
      status: oneOf('provisional', 'final'),
      asOf: nullable(calendarDate),
      source,
      publishedRank: nullable(integer),
      computed: nullable(decimalText),
      difference: nullable(decimalText),
      claimedBand: nullable(text),
      band: nullable(text),
    }),
    publishedV2,
  ),
  ScorecardFinalised: nextVersion(
    finalisedV1,
    record<ScorecardFinalised['data']>({
      ...key,
      computed: nullable(decimalText),
      areas: list(areaScore),
      countedAsZero: list(text),
      subIndicators: list(result),
      band: nullable(text),
    }),
    finalisedV2,
  ),
  ScoreAmended: firstVersion(
    record<ScoreAmended['data']>({
      ...key,
      subject: either(oneOf('finalised'), integer),
      from: nullable(decimalText),
      to: decimalText,
      reason: text,
      decision: text,
    }),
  ),
};
