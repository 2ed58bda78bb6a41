import { CorruptStreamError } from './corrupt-stream';
import { deadline } from './deadline';
import { dispute } from './dispute';
import { complaint, reporter } from './complaint';
import { declaration, declarationStatistic } from './declaration';
import { gratification } from './gratification';
import type { JejakEvent, JejakEventType } from './events';
import { erasure } from './erasure';
import { evidence } from './evidence';
import { feed, receivedEvent } from './feed';
import { framework } from './framework';
import { index } from './indices';
import { pact, pactBreach, pactCoverage, pactSigner, pactText } from './pact';
import { information } from './information';
import { plan } from './plan';
import { policy } from './policy';
import { projection } from './projection';
import { region } from './region';
import { rollout } from './rollout';
import { scorecard } from './scorecard';
import { supervision } from './supervision';
import { training } from './training';
import { categoryOf } from './streams';
import { units } from './unit';
import { unitPredicate, zoneCycle, zoneDeclaration } from './zone';

/** The half of a decider that tells a stream's state from its events. States are plain JSON. */
export interface Replayer {
  initialState(): object;
  /** Throws CorruptStreamError when the event cannot follow: no decider wrote such a stream. */
  evolve(state: object, event: JejakEvent): object;
}

const deciders = {
  region,
  units,
  rollout,
  feed,
  feedevent: receivedEvent,
  policy,
  framework,
  scorecard,
  evidence,
  pacttext: pactText,
  pact,
  pactsigner: pactSigner,
  pactcoverage: pactCoverage,
  pactbreach: pactBreach,
  plan,
  training,
  supervision,
  dispute,
  projection,
  index,
  information,
  deadline,
  declaration,
  declarationstatistic: declarationStatistic,
  zonedeclaration: zoneDeclaration,
  zone: zoneCycle,
  predicate: unitPredicate,
  gratification,
  complaint,
  reporter,
  erasure,
};

export type StreamCategory = keyof typeof deciders;

/** Which streams hold which facts. */
export const categoryOfEvent: Readonly<Record<JejakEventType, StreamCategory>> = {
  RegionRegistered: 'region',
  RegionCodeReserved: 'region',
  RegionRecoded: 'region',
  UnitRegistered: 'units',
  UnitRenamed: 'units',
  UnitRecoded: 'units',
  UnitsMerged: 'units',
  UnitClosed: 'units',
  RolloutPlanned: 'rollout',
  RolloutModulesAdded: 'rollout',
  RolloutDelegated: 'rollout',
  RolloutAdopted: 'rollout',
  RolloutStartRecorded: 'rollout',
  RolloutWentLive: 'rollout',
  RolloutRetired: 'rollout',
  FeedSourceRegistered: 'feed',
  FeedTypeDefined: 'feed',
  FeedSourceRetired: 'feed',
  FeedEventAccepted: 'feedevent',
  FeedEventQuarantined: 'feedevent',
  FeedEventReplayed: 'feedevent',
  PolicyDrafted: 'policy',
  PolicyApproved: 'policy',
  PolicyRetired: 'policy',
  FrameworkDrafted: 'framework',
  FrameworkPublished: 'framework',
  ScorecardOpened: 'scorecard',
  IndicatorAssigned: 'scorecard',
  CycleClosed: 'scorecard',
  IndicatorScored: 'scorecard',
  AreaScoresRecorded: 'scorecard',
  PublishedScoreRecorded: 'scorecard',
  ScorecardFinalised: 'scorecard',
  ScoreAmended: 'scorecard',
  EvidenceSubmitted: 'evidence',
  EvidenceVerified: 'evidence',
  EvidenceReturned: 'evidence',
  EvidenceCounted: 'evidence',
  PactTextPublished: 'pacttext',
  PactTextRetired: 'pacttext',
  PactDrafted: 'pact',
  PactSigned: 'pact',
  PactWitnessed: 'pact',
  PactPublished: 'pact',
  PactSuperseded: 'pact',
  SignatureSuperseded: 'pact',
  SignatureClaimed: 'pactsigner',
  UnitSignaturesCounted: 'pactcoverage',
  PactBreachReported: 'pactbreach',
  PactBreachConcluded: 'pactbreach',
  ActionPlanAdopted: 'plan',
  MilestoneReported: 'plan',
  MilestoneVerified: 'plan',
  MilestoneReturned: 'plan',
  PlanItemRevised: 'plan',
  ClaimRecorded: 'dispute',
  ProgressReported: 'plan',
  ProgressVerified: 'plan',
  ProgressReturned: 'plan',
  CheckpointClosed: 'plan',
  PlanItemReassigned: 'plan',
  PlanItemStatusSet: 'plan',
  TaskForceFormed: 'plan',
  TrainingOpened: 'training',
  TrainingSessionHeld: 'training',
  ParticipantsCounted: 'training',
  ParticipantRegistered: 'training',
  AssessmentAnnounced: 'training',
  GroupAssessed: 'training',
  ParticipantAssessed: 'training',
  MeetingRecorded: 'supervision',
  MeetingDetailClaimed: 'supervision',
  RecommendationMade: 'supervision',
  FollowUpReported: 'supervision',
  FollowUpVerified: 'supervision',
  FollowUpReturned: 'supervision',
  ParkedEventSkipped: 'projection',
  IndexRecorded: 'index',
  IndexCorrected: 'index',
  InformationRequested: 'information',
  InformationDeadlineExtended: 'information',
  InformationTermsSettled: 'information',
  InformationAnswered: 'information',
  InformationObjected: 'information',
  InformationObjectionDecided: 'information',
  InformationDisputeNoted: 'information',
  DeadlinePassed: 'deadline',
  ObligorRegistered: 'declaration',
  ObligationEnded: 'declaration',
  WealthReportFiled: 'declaration',
  WealthReportVerified: 'declaration',
  WealthReportSupplemented: 'declaration',
  WealthReportTermsSettled: 'declaration',
  ComplianceStatisticRecorded: 'declarationstatistic',
  ZoneDeclared: 'zonedeclaration',
  PactCoverageRecorded: 'zonedeclaration',
  UnitDesignated: 'zone',
  ZoneBuildingStarted: 'zone',
  ZoneQuestionsAnswered: 'zone',
  SelfAssessmentSubmitted: 'zone',
  InternalReviewCompleted: 'zone',
  PrerequisitesChecked: 'zone',
  UnitProposed: 'zone',
  ZoneEvaluationRecorded: 'zone',
  SurveyResultRecorded: 'zone',
  PredicateRecommended: 'zone',
  ProposalDeclined: 'zone',
  PublishedCycleRecorded: 'zone',
  PredicateGranted: 'predicate',
  PublishedPredicateRecorded: 'predicate',
  PredicateMonitored: 'predicate',
  MonitoringTermSet: 'predicate',
  PredicateRetained: 'predicate',
  PredicateRevoked: 'predicate',
  GratificationReported: 'gratification',
  GratificationCompleted: 'gratification',
  GratificationForwarded: 'gratification',
  GratificationDecided: 'gratification',
  GratificationDropped: 'gratification',
  GratificationTermsSettled: 'gratification',
  ComplaintFiled: 'complaint',
  ComplaintAcknowledged: 'complaint',
  ComplaintAssigned: 'complaint',
  ComplaintAnswered: 'complaint',
  ComplaintClosed: 'complaint',
  ComplaintReopened: 'complaint',
  ComplaintEscalated: 'complaint',
  ComplaintRead: 'complaint',
  ComplaintTermsSettled: 'complaint',
  ReporterSealed: 'reporter',
  UnmaskingRequested: 'reporter',
  ReporterUnmasked: 'reporter',
  ErasureRequested: 'erasure',
  ErasureGranted: 'erasure',
  ErasureRefused: 'erasure',
  SubjectKeyShredded: 'erasure',
};

/** A fact in a stream it does not belong to is reported, never skipped. */
const guarded = (category: string, decider: Replayer): Replayer => ({
  initialState: () => decider.initialState(),
  evolve(state, event) {
    if (categoryOfEvent[event.type] !== category) {
      throw new CorruptStreamError(event.type, `that of a ${category}`);
    }
    return decider.evolve(state, event);
  },
});

const replayers = new Map(
  Object.entries(deciders).map(([category, decider]) => [category, guarded(category, decider)]),
);

/** What replays the given stream, by its category; undefined for a category Jejak does not have. */
export const deciderOf = (stream: string): Replayer | undefined =>
  replayers.get(categoryOf(stream));
