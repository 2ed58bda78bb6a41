import { areaScores } from './area-scores/area-scores';
import { auditTrail } from './audit-trail/audit-trail';
import { computedScores } from './computed-ranking/computed-scores';
import { deadlines } from './deadlines/deadlines';
import { waitingTerms } from './deadlines/waiting-terms';
import { disputes } from './dispute/disputes';
import { frameworkRegister } from './framework-register/framework-register';
import { complaintBoard } from './complaint/complaint-counts';
import { complaintRegister } from './complaint/complaint-register';
import {
  complianceStatistics,
  declarationRegister,
  filingCounts,
  obligorCounts,
} from './declaration';
import { indexDivergence } from './index-divergence/index-divergence';
import { indexRegister } from './index-register/index-register';
import { erasureRegister } from './erasure-register/erasure-register';
import { gratificationLedger } from './gratification/gratification-ledger';
import { evidenceRegister } from './evidence/evidence-register';
import { evidenceProgress } from './evidence/evidence-progress';
import { repeatedContent } from './evidence/repeated-content';
import { subIndicatorEvidence } from './evidence/sub-indicator-evidence';
import { frameworkContents } from './framework-contents/framework-contents';
import { pactBreaches } from './pact-breaches/pact-breaches';
import { pactCoverage } from './pact-coverage/pact-coverage';
import { informationRegister } from './information-register/information-register';
import { pactRegister } from './pact-register/pact-register';
import { pactTexts } from './pact-texts/pact-texts';
import { planProgress } from './plan-progress/plan-progress';
import { supervisionRegister } from './supervision-register/supervision-register';
import { trainingRegister } from './training-register/training-register';
import { policyRegister } from './policy-register/policy-register';
import { ranking } from './ranking/ranking';
import { regionCodes } from './region-codes/region-codes';
import { regionDirectory } from './region-directory/region-directory';
import { rolloutRegister } from './rollout/rollout-register';
import { scorecards } from './scorecards/scorecards';
import { feedEvents } from './feed/feed-events';
import { feedRegister } from './feed/feed-register';
import { unitDirectory } from './unit-directory/unit-directory';
import type { View } from './view';
import { lkeScorecards } from './zone/lke-scorecards';
import { predicateRegister } from './zone/predicate-register';
import { zoneCycles } from './zone/zone-cycles';
import { zoneDeclarations } from './zone/zone-declarations';
import { zoneFunnel } from './zone/zone-funnel';

export * from './area-scores/area-scores';
export * from './audit-trail/audit-trail';
export { summaryOf } from './audit-trail/event-summary';
export * from './audit-trail/withheld';
export * from './framework-register/framework-register';
export * from './computed-ranking/computed-ranking';
export * from './computed-ranking/computed-scores';
export * from './index-divergence/index-divergence';
export * from './index-register/index-register';
export * from './index-register/index-on';
export * from './evidence/evidence-register';
export * from './evidence/evidence-progress';
export * from './evidence/evidence-progress-on';
export * from './evidence/repeated-content';
export * from './evidence/sub-indicator-evidence';
export * from './framework-contents/framework-contents';
export * from './information-register/information-register';
export * from './information-register/information-on';
export * from './information-register/service-board';
export * from './keyset';
export * from './scorecards/backlog';
export * from './scorecards/heatmap';
export * from './scorecards/published-vs-computed';
export * from './scorecards/score-tree';
export * from './scorecards/scorecards';
export * from './dispute/beside-the-record';
export * from './dispute/disputes';
export * from './dispute/dispute-on';
export * from './pact-register/pact-on';
export * from './complaint/complaint-counts';
export * from './complaint/complaint-register';
export * from './declaration';
export * from './erasure-register/erasure-register';
export * from './gratification/gratification-ledger';
export * from './gratification/gratification-on';
export { type TermPolicy, termPolicies } from './deadlines/change';
export * from './deadlines/deadlines';
export type * from './deadlines/document';
export * from './deadlines/deadline-on';
export * from './deadlines/waiting-terms';
export * from './deadlines/term';
export * from './pact-breaches/pact-breaches';
export * from './pact-coverage/pact-coverage';
export * from './pact-register/pact-ceremony';
export * from './pact-register/pact-register';
export * from './pact-texts/pact-texts';
export * from './plan-progress/checkpoint-standing';
export * from './supervision-register/supervision-register';
export * from './supervision-register/supervision-on';
export * from './training-register/training-register';
export * from './training-register/training-on';
export * from './plan-progress/milestone-progress';
export * from './plan-progress/owner-workload';
export * from './plan-progress/plan-progress';
export * from './plan-progress/plan-progress-on';
export * from './policy-register/policy-on';
export * from './policy-register/policy-register';
export { levelOfCode as levelByCode, provinceOf } from './province';
export * from './plan-progress/plan-traffic-light';
export * from './query';
export { endOfRecordedDay, recordedDay } from './recorded-day';
export * from './ranking/competition-rank';
export * from './ranking/ranking';
export * from './ranking/ranking-as-of';
export * from './ranking/records-of-province';
export * from './ranking/ranking-reply';
export * from './ranking/standing-score';
export * from './region-codes/region-codes';
export * from './region-directory/directory-as-of';
export * from './region-directory/region-directory';
export * from './rollout/rollout-map';
export * from './rollout/rollout-register';
export * from './feed/feed-events';
export * from './feed/feed-register';
export * from './feed/feed-on';
export * from './unit-directory/unit-directory';
export * from './unit-directory/unit-on';
export * from './score-series/area-standing';
export * from './score-series/area-succession';
export * from './score-series/score-comparison';
export * from './score-series/score-series';
export * from './score-series/series-break';
export * from './view';
export * from './zone/lke-scorecards';
export * from './zone/predicate-register';
export * from './zone/predicate-on';
export * from './zone/zone-cycles';
export * from './zone/zone-declarations';
export * from './zone/zone-funnel';
export * from './zone/zone-id';
export * from './zone/zone-on';
export * from './zone/zone-steps';

/** Every view there is: what the projector fills and a rebuild can name. */
export const allViews: readonly View<object>[] = [
  regionDirectory,
  regionCodes,
  unitDirectory,
  rolloutRegister,
  feedRegister,
  feedEvents,
  ranking,
  computedScores,
  frameworkContents,
  scorecards,
  evidenceRegister,
  subIndicatorEvidence,
  repeatedContent,
  evidenceProgress,
  pactRegister,
  pactCoverage,
  pactBreaches,
  pactTexts,
  planProgress,
  trainingRegister,
  supervisionRegister,
  zoneDeclarations,
  zoneCycles,
  lkeScorecards,
  zoneFunnel,
  predicateRegister,
  policyRegister,
  disputes,
  frameworkRegister,
  areaScores,
  indexRegister,
  indexDivergence,
  informationRegister,
  deadlines,
  waitingTerms,
  declarationRegister,
  obligorCounts,
  filingCounts,
  complianceStatistics,
  complaintRegister,
  complaintBoard,
  erasureRegister,
  gratificationLedger,
  auditTrail,
];
