import type { DecimalText } from '../values';
import { dividedBy, type Fraction, fractionOf, plus, roundHalfUp, times } from '../values/fraction';
import { weightedMean } from '../values/weighted-mean';
import type { AreaScore, AssessedArea, ScorecardOpened } from './events';
import type { AreaAssessment, IndicatorPoints, OpenedScorecard, ScorecardState } from './state';

type Scale = ScorecardOpened['data']['scale'];

/** Enough places for a reader to add up an area's score to the same total. */
const areaDecimalPlaces = 6;

/** Share of the maximum points, laid on the instrument's scale. */
function indicatorScore({ points, maximumPoints }: IndicatorPoints, scale: Scale): Fraction {
  const minimum = fractionOf(scale.minimum);
  const span = plus(fractionOf(scale.maximum), times(minimum, fractionOf('-1')));
  return plus(minimum, times(dividedBy(fractionOf(points), fractionOf(maximumPoints)), span));
}

/** Listed indicators without points count as zero points; unlisted indicators weigh equally. */
function meanOfIndicators(
  { indicators: listed }: AssessedArea,
  scored: readonly IndicatorPoints[],
  scale: Scale,
): Fraction | null {
  if (listed === null) {
    return weightedMean(
      scored.map((points) => ({ value: indicatorScore(points, scale), weight: '1' })),
    );
  }
  return weightedMean(
    listed.map(({ id, weight }) => {
      const points = scored.find(({ indicator }) => indicator === id);
      const value = points ? indicatorScore(points, scale) : fractionOf(scale.minimum);
      return { value, weight };
    }),
  );
}

function exactAreaScore(
  area: AssessedArea,
  assessment: AreaAssessment | undefined,
  scale: Scale,
): Fraction | null {
  if (!assessment) return null;
  if (assessment.recorded !== null) return fractionOf(assessment.recorded);
  if (assessment.indicators.length === 0) return null;
  return meanOfIndicators(area, assessment.indicators, scale);
}

const exactAreaScores = ({
  opened: { areas, scale },
  assessments,
}: OpenedScorecard): readonly { area: AssessedArea; score: Fraction | null }[] =>
  areas.map((area) => ({
    area,
    score: exactAreaScore(
      area,
      assessments.find((assessment) => assessment.area === area.id),
      scale,
    ),
  }));

/** The scored areas in the framework's order, rounded half up to six places. */
export const areaScores = (state: ScorecardState): readonly AreaScore[] =>
  state.status === 'unopened'
    ? []
    : exactAreaScores(state).flatMap(({ area, score }) =>
        score ? [{ area: area.id, score: roundHalfUp(score, areaDecimalPlaces) }] : [],
      );

/** Applicable areas about which nothing is known. */
export const unscoredAreas = (state: ScorecardState): readonly string[] =>
  state.status === 'unopened'
    ? []
    : exactAreaScores(state).flatMap(({ area, score }) => (score ? [] : [area.id]));

/**
 * Sum of area score × weight over the sum of the applicable weights, rounded half up once, at the
 * total. An area without a score counts as zero points, the minimum of the scale. Null without
 * applicable areas. Jejak's own formula: it agrees with "the average of the areas"
 * (jogja.viva.co.id, Jepara, 2024) where weights are equal, and MCP's own was not found.
 */
export function total(state: OpenedScorecard): DecimalText | null {
  const { scale, decimalPlaces } = state.opened;
  const mean = weightedMean(
    exactAreaScores(state).map(({ area, score }) => ({
      value: score ?? fractionOf(scale.minimum),
      weight: area.weight,
    })),
  );
  return mean && roundHalfUp(mean, decimalPlaces);
}

/** The total, or null without areas and, before it is finalised, while nothing is scored. */
export function computedScore(state: ScorecardState): DecimalText | null {
  if (state.status === 'unopened') return null;
  if (state.status === 'finalised') return state.finalised.computed;
  return areaScores(state).length === 0 ? null : total(state);
}

/** The computed score as it stands today: amended, when a decision amended it. */
export const standingScore = (state: ScorecardState): DecimalText | null =>
  state.status === 'finalised'
    ? (state.finalised.amendedTo ?? state.finalised.computed)
    : computedScore(state);
