import type {
  AreaScore,
  AreaScoresRecorded,
  AssessedArea,
  IndicatorScored,
  PublishedScoreRecorded,
  ScoreAmended,
  ScorecardEvent,
  ScorecardFinalised,
  ScorecardOpened,
} from '@jejak/domain/scorecard/events';

import { calendarDate, decimalText, evidence, regionLevel, scale, source } from './common-shapes';
import { firstVersion, type SchemasOf } from './event-schema';
import { frameworkIndicator } from './framework-schemas';
import { record } from './record';
import { either, integer, list, nullable, oneOf, text } from './shape';

const assessedArea = record<AssessedArea>({
  id: text,
  weight: decimalText,
  indicators: nullable(list(frameworkIndicator)),
});

const areaScore = record<AreaScore>({ area: text, score: decimalText });

const key = { region: text, instrument: text, year: integer };

export const scorecardSchemas: SchemasOf<ScorecardEvent> = {
  ScorecardOpened: firstVersion(
    record<ScorecardOpened['data']>({
      ...key,
      level: regionLevel,
      frameworkVersion: integer,
      scale,
      decimalPlaces: integer,
      areas: list(assessedArea),
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
  PublishedScoreRecorded: firstVersion(
    record<PublishedScoreRecorded['data']>({
      ...key,
      publication: integer,
      value: decimalText,
      status: oneOf('provisional', 'final'),
      asOf: nullable(calendarDate),
      source,
      publishedRank: nullable(integer),
      computed: nullable(decimalText),
    }),
  ),
  ScorecardFinalised: firstVersion(
    record<ScorecardFinalised['data']>({
      ...key,
      computed: nullable(decimalText),
      areas: list(areaScore),
      countedAsZero: list(text),
    }),
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
