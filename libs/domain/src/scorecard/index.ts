export type * from './commands';
export { areaScores, computedScore, standingScore, unscoredAreas } from './computed-score';
export type * from './events';
export { scorecard } from './scorecard';
export {
  type AreaAssessment,
  type FinalisedScorecard,
  isFinalised,
  type OpenedScorecard,
  type ScorecardInProgress,
  type ScorecardState,
} from './state';
