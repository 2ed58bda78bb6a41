import type { DecimalText } from '../values';
import { type Fraction, fractionOf, roundHalfUp } from '../values/fraction';
import { weightedMean } from '../values/weighted-mean';
import type { AreaScore } from './events';
import { exactAreas, type PointsBySubIndicator } from './score-tree';
import type { OpenedScorecard, ScorecardState } from './state';

/** Enough places for a reader to add up an area's score to the same total. */
const partDecimalPlaces = 6;

/** An exact score as it is shown: rounded half up to six places. */
export const roundedScore = (score: Fraction): DecimalText => roundHalfUp(score, partDecimalPlaces);

const noPoints: PointsBySubIndicator = new Map();

/** The points that were counted, once they are. */
const pointsOf = (state: OpenedScorecard): PointsBySubIndicator =>
  state.status === 'open'
    ? noPoints
    : new Map(state.finalised.subIndicators.map((result) => [result.subIndicator, result]));

/** The scored areas in the framework's order, rounded half up to six places. */
export const areaScores = (
  state: ScorecardState,
  points?: PointsBySubIndicator,
): readonly AreaScore[] =>
  state.status === 'unopened'
    ? []
    : exactAreas(state, points ?? pointsOf(state)).flatMap(({ id, score }) =>
        score ? [{ area: id, score: roundedScore(score) }] : [],
      );

/** Applicable areas about which nothing is known. */
export const unscoredAreas = (
  state: ScorecardState,
  points?: PointsBySubIndicator,
): readonly string[] =>
  state.status === 'unopened'
    ? []
    : exactAreas(state, points ?? pointsOf(state)).flatMap(({ id, score }) => (score ? [] : [id]));

/**
 * Sum of area score × weight over the sum of the applicable weights, rounded half up once, at the
 * total. An area without a score counts as zero points, the minimum of the scale. Null without
 * applicable areas. Jejak's own formula: it agrees with "the average of the areas"
 * (jogja.viva.co.id, Jepara, 2024) where weights are equal, and MCP's own was not found.
 */
export function total(
  state: OpenedScorecard,
  points: PointsBySubIndicator = pointsOf(state),
): DecimalText | null {
  const { scale, decimalPlaces } = state.opened;
  const mean = weightedMean(
    exactAreas(state, points).map(({ score, weight }) => ({
      value: score ?? fractionOf(scale.minimum),
      weight,
    })),
  );
  return mean && roundHalfUp(mean, decimalPlaces);
}

/** The total, or null without areas and, before it is finalised, while nothing is scored. */
export function computedScore(
  state: ScorecardState,
  points?: PointsBySubIndicator,
): DecimalText | null {
  if (state.status === 'unopened') return null;
  if (state.status === 'finalised') return state.finalised.computed;
  return areaScores(state, points).length === 0 ? null : total(state, points);
}

/** The computed score as it stands today: amended, when a decision amended it. */
export const standingScore = (state: ScorecardState): DecimalText | null =>
  state.status === 'finalised'
    ? (state.finalised.amendedTo ?? state.finalised.computed)
    : computedScore(state);
