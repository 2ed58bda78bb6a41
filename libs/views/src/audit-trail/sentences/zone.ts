import type { CycleKey, ZoneEvent } from '@jejak/domain/zone';

type DataOf = { [Event in ZoneEvent as Event['type']]: Event['data'] };

const cycle = ({ region, unit, year }: CycleKey): string => `${unit} of ${region}, ${year}`;

const points = ({ total }: { readonly total: string }): string => `${total} of 100 points`;

const missed = (checks: readonly { readonly passed: boolean }[]): string => {
  const count = checks.filter(({ passed }) => !passed).length;
  return count === 0 ? 'every threshold reached' : `${count} thresholds missed`;
};

const outcomes = {
  'not-granted': 'was not granted a predicate',
  'granted-wbk': 'was granted WBK',
  'granted-wbbm': 'was granted WBBM',
} as const;

/** Zona Integritas: declaration, cycle and predicates. */
export const zoneSentences: {
  readonly [Type in ZoneEvent['type']]: (data: DataOf[Type]) => string;
} = {
  ZoneDeclared: ({ region, declaredOn, coverage }) =>
    `${region} declared its integrity zone on ${declaredOn}, ${coverage.signed} of ${coverage.staff} staff having signed their pact`,
  PactCoverageRecorded: ({ region, asOf, coverage }) =>
    `${coverage.signed} of ${coverage.staff} staff of ${region} had signed their pact by ${asOf}`,
  UnitDesignated: (data) =>
    `${data.unitName} (${cycle(data)}) was designated on ${data.designatedOn}, aiming at ${data.target}`,
  ZoneBuildingStarted: (data) => `Building of the zone ${cycle(data)}, began on ${data.startedOn}`,
  ZoneQuestionsAnswered: (data) =>
    `${data.answers.length} questions on ${cycle(data)}, were answered in the set ${data.set}`,
  SelfAssessmentSubmitted: (data) =>
    `The self assessment of ${cycle(data)}, was submitted: ${points(data.score)}, ${missed(data.checks)}`,
  InternalReviewCompleted: (data) =>
    `The internal review of ${cycle(data)}, was completed: ${points(data.score)}, ${missed(data.checks)}`,
  PrerequisitesChecked: (data) =>
    `${data.prerequisites.filter(({ met }) => met).length} of ${data.prerequisites.length} prerequisites of ${cycle(data)}, were met on ${data.checkedOn}`,
  UnitProposed: (data) => `${cycle(data)}, was proposed for ${data.target} on ${data.proposedOn}`,
  ZoneEvaluationRecorded: (data) =>
    `The national team recorded the step ${data.step} for ${cycle(data)}, on ${data.evaluatedOn}`,
  SurveyResultRecorded: (data) =>
    `A survey of ${data.respondents} respondents gave ${cycle(data)}, the index ${data.index} for ${data.question}`,
  PredicateRecommended: (data) =>
    `The national panel recommended ${data.predicate} for ${cycle(data)}: ${points(data.score)}${data.overrideGround === null ? '' : `, passing over missed thresholds: ${data.overrideGround}`}`,
  ProposalDeclined: (data) =>
    `The proposal of ${cycle(data)}, was declined on ${data.declinedOn}: ${data.reasons.join('; ')}`,
  PublishedCycleRecorded: (data) =>
    `${data.source.id} tells that ${data.unitName} (${cycle(data)}) ${data.outcome === null ? 'was declared an integrity zone' : outcomes[data.outcome]}`,
  PredicateGranted: (data) =>
    `${data.predicate} was granted to ${data.unitName} (${cycle(data)}) by decision ${data.decision.number} of ${data.decision.date}`,
  PublishedPredicateRecorded: (data) =>
    `${data.source.id} tells that ${data.unitName} (${cycle(data)}) was granted ${data.predicate} on ${data.grantedOn}`,
  PredicateMonitored: (data) =>
    `${data.predicate} of ${cycle(data)}, was monitored by ${data.team} on ${data.monitoredOn} and ${data.meetsMinimum ? 'meets' : 'is under'} the minimum`,
  MonitoringTermSet: (data) =>
    data.dueOn === null
      ? `${data.predicate} of ${cycle(data)}, ends before it would be evaluated in ${data.forYear}`
      : `${data.predicate} of ${cycle(data)}, is to be evaluated again by ${data.dueOn}`,
  PredicateRetained: (data) =>
    `${data.predicate} of ${cycle(data)}, was retained by decision ${data.decision.number}`,
  PredicateRevoked: (data) =>
    `${data.predicate} of ${cycle(data)}, was revoked by decision ${data.decision.number}: ${data.reason}`,
};
