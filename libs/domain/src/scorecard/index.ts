export type * from './commands';
export {
  closingOf,
  closingReadFor,
  type EvidencePlace,
  evidencePlaces,
  isClosed,
  isClosingCertain,
  isClosingFinal,
} from './closing';
export {
  areaScores,
  roundedScore,
  computedScore,
  standingScore,
  total,
  unscoredAreas,
} from './computed-score';
export type * from './events';
export {
  type ExactArea,
  type ExactIndicator,
  type ExactScore,
  exactAreas,
  type PointsBySubIndicator,
} from './score-tree';
export { leadOf, type LeadPlace } from './leads';
export { scorecard } from './scorecard';
export { judgeMustBeOutside } from './scoring-rules';
export {
  type AreaAssessment,
  type Assignment,
  type FinalisedScorecard,
  isFinalised,
  isOpened,
  type OpenedScorecard,
  type ScorecardInProgress,
  type ScorecardState,
} from './state';
