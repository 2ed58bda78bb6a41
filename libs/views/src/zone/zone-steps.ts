import type { CalendarDate, JejakEvent } from '@jejak/domain';
import type { CycleKey, CycleStage } from '@jejak/domain/zone';

import { caseOf, type EventCases } from './event-cases';

/** How far a cycle came: its own stages, what comes before them and what follows the last. */
export type ZoneStage = 'declared' | CycleStage | 'granted' | 'revoked';

/** From the declaration to the grant: what a funnel counts, in this order. */
export const funnelStages = [
  'declared',
  'designated',
  'building',
  'self-assessed',
  'reviewed',
  'proposed',
  'admin-checked',
  'desk-evaluated',
  'field-evaluated',
  'recommended',
  'granted',
] as const satisfies readonly ZoneStage[];

export interface ZoneStep {
  readonly stage: ZoneStage;
  /** Null where only a publication tells of it and gives no day. */
  readonly on: CalendarDate | null;
}

const evaluated = {
  'admin-check': 'admin-checked',
  desk: 'desk-evaluated',
  field: 'field-evaluated',
} as const satisfies Readonly<Record<string, CycleStage>>;

const published = {
  'not-granted': 'declined',
  'granted-wbk': 'granted',
  'granted-wbbm': 'granted',
} as const satisfies Readonly<Record<string, ZoneStage>>;

const step = (stage: ZoneStage, on: CalendarDate | null): readonly ZoneStep[] => [{ stage, on }];

const steps: EventCases<readonly ZoneStep[]> = {
  UnitDesignated: ({ designatedOn }) => step('designated', designatedOn),
  ZoneBuildingStarted: ({ startedOn }) => step('building', startedOn),
  SelfAssessmentSubmitted: ({ submittedOn }) => step('self-assessed', submittedOn),
  InternalReviewCompleted: ({ completedOn }) => step('reviewed', completedOn),
  UnitProposed: ({ proposedOn }) => step('proposed', proposedOn),
  ZoneEvaluationRecorded: (data) => step(evaluated[data.step], data.evaluatedOn),
  PredicateRecommended: ({ recommendedOn }) => step('recommended', recommendedOn),
  ProposalDeclined: ({ declinedOn }) => step('declined', declinedOn),
  PredicateGranted: ({ decision }) => step('granted', decision.date),
  PublishedPredicateRecorded: ({ grantedOn }) => step('granted', grantedOn),
  PredicateRevoked: ({ decision }) => step('revoked', decision.date),
  PublishedCycleRecorded: ({ declaredOn, outcome, outcomeOn }) => [
    { stage: 'declared', on: declaredOn },
    ...(outcome === null ? [] : step(published[outcome], outcomeOn)),
  ],
};

/** The steps that an event of a cycle, or of the predicate granted in it, stands for. */
export const stepsOf = (event: JejakEvent): readonly ZoneStep[] => caseOf(steps, event) ?? [];

/** Every event that concerns one cycle. */
export const zoneEventTypes = [
  'UnitDesignated',
  'ZoneBuildingStarted',
  'ZoneQuestionsAnswered',
  'SelfAssessmentSubmitted',
  'InternalReviewCompleted',
  'PrerequisitesChecked',
  'UnitProposed',
  'ZoneEvaluationRecorded',
  'SurveyResultRecorded',
  'PredicateRecommended',
  'ProposalDeclined',
  'PublishedCycleRecorded',
  'PredicateGranted',
  'PublishedPredicateRecorded',
  'PredicateRevoked',
] as const;

/** The cycle an event is about; null for an event about none. */
export const cycleOfEvent = ({ data }: JejakEvent): CycleKey | null =>
  'region' in data && 'unit' in data && 'year' in data && typeof data.unit === 'string'
    ? { region: data.region, unit: data.unit, year: data.year }
    : null;
