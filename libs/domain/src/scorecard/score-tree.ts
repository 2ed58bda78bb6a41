import type { DecimalText } from '../values';
import { dividedBy, type Fraction, fractionOf, plus, times } from '../values/fraction';
import { weightedMean } from '../values/weighted-mean';
import type {
  AssessedArea,
  AssessedIndicator,
  AssessedSubIndicator,
  ScorecardOpened,
} from './events';
import type { AreaAssessment, OpenedScorecard } from './state';

type Scale = ScorecardOpened['data']['scale'];

/** Points reached of a sub-indicator or of an indicator scored as a whole. */
export interface PointsReached {
  readonly points: DecimalText;
  readonly maximumPoints: DecimalText;
}

/** Points of sub-indicators by identifier; what is not there is not known. */
export type PointsBySubIndicator = ReadonlyMap<string, PointsReached>;

/** An exact score of something and of its parts; null where nothing is known of any part. */
export interface ExactScore {
  readonly id: string;
  readonly weight: DecimalText;
  readonly score: Fraction | null;
}
export interface ExactIndicator extends ExactScore {
  readonly subIndicators: readonly ExactScore[];
}
export interface ExactArea extends ExactScore {
  readonly indicators: readonly ExactIndicator[];
}

/** Share of the maximum points, laid on the instrument's scale. */
export function scoreOf({ points, maximumPoints }: PointsReached, scale: Scale): Fraction {
  if (scale.minimum === '0') {
    return dividedBy(
      times(fractionOf(points), fractionOf(scale.maximum)),
      fractionOf(maximumPoints),
    );
  }
  const minimum = fractionOf(scale.minimum);
  const span = plus(fractionOf(scale.maximum), times(minimum, fractionOf('-1')));
  return plus(minimum, times(dividedBy(fractionOf(points), fractionOf(maximumPoints)), span));
}

/** What is not known counts as zero points, the minimum of the scale; null when nothing is known. */
export function meanOf(parts: readonly ExactScore[], { minimum }: Scale): Fraction | null {
  if (parts.every(({ score }) => score === null)) return null;
  return weightedMean(
    parts.map(({ score, weight }) => ({ value: score ?? fractionOf(minimum), weight })),
  );
}

const scoreOrNull = (reached: PointsReached | undefined, scale: Scale): Fraction | null =>
  reached === undefined ? null : scoreOf(reached, scale);

const exactSubIndicator = (
  { id, weight }: AssessedSubIndicator,
  points: PointsBySubIndicator,
  scale: Scale,
): ExactScore => ({ id, weight, score: scoreOrNull(points.get(id), scale) });

function exactIndicator(
  { id, weight, subIndicators }: AssessedIndicator,
  assessment: AreaAssessment | undefined,
  points: PointsBySubIndicator,
  scale: Scale,
): ExactIndicator {
  if (subIndicators === null) {
    const scored = assessment?.indicators.find(({ indicator }) => indicator === id);
    return { id, weight, score: scoreOrNull(scored, scale), subIndicators: [] };
  }
  const parts = subIndicators.map((one) => exactSubIndicator(one, points, scale));
  return { id, weight, score: meanOf(parts, scale), subIndicators: parts };
}

/** Listed indicators without points count as zero points; unlisted indicators weigh equally. */
function exactArea(
  { id, weight, indicators: listed }: AssessedArea,
  assessment: AreaAssessment | undefined,
  points: PointsBySubIndicator,
  scale: Scale,
): ExactArea {
  const indicators =
    listed?.map((one) => exactIndicator(one, assessment, points, scale)) ??
    (assessment?.indicators ?? []).map((scored) => ({
      id: scored.indicator,
      weight: '1',
      score: scoreOf(scored, scale),
      subIndicators: [],
    }));
  const recorded = assessment?.recorded ?? null;
  const score = recorded === null ? meanOf(indicators, scale) : fractionOf(recorded);
  return { id, weight, score, indicators };
}

/**
 * The scores of the applicable areas, indicators and sub-indicators, exact: a sub-indicator is its
 * share of the maximum points, everything above it the weighted mean of its applicable parts
 * (Jejak's own formula, see `total`). Nothing is rounded here.
 */
export const exactAreas = (
  { opened: { areas, scale }, assessments }: OpenedScorecard,
  points: PointsBySubIndicator,
): readonly ExactArea[] =>
  areas.map((area) =>
    exactArea(
      area,
      assessments.find((assessment) => assessment.area === area.id),
      points,
      scale,
    ),
  );
