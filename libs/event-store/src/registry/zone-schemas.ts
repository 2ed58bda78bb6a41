import type {
  AnnouncedWindow,
  CycleEvent,
  DeclarationEvent,
  DesignationGrounds,
  InternalReviewCompleted,
  PactCoverage,
  PactCoverageRecorded,
  PredicateRecommended,
  PrerequisiteCheck,
  PrerequisitesChecked,
  ProposalDeclined,
  ProposalWindow,
  PublishedCycleRecorded,
  Reviewer,
  SelfAssessmentSubmitted,
  SurveyResultRecorded,
  UnitDesignated,
  UnitProposed,
  ZoneBuildingStarted,
  ZoneDeclared,
  ZoneEvaluationRecorded,
  ZoneQuestionsAnswered,
} from '@jejak/domain/zone';

import { calendarDate, decimalText, evidence, source } from './common-shapes';
import { firstVersion, nextVersion, type SchemasOf } from './event-schema';
import { type Fields, record } from './record';
import { integer, list, nullable, oneOf, text, truth } from './shape';
import { answer, cycleKey, predicate, scored, sheetInUse } from './zone-shapes';

const coverage = record<PactCoverage>({ staff: integer, signed: integer });

export const zoneDeclarationSchemas: SchemasOf<DeclarationEvent> = {
  ZoneDeclared: firstVersion(
    record<ZoneDeclared['data']>({
      region: text,
      declaredOn: calendarDate,
      publication: text,
      witnesses: list(text),
      coverage,
      owed: integer,
      source: nullable(source),
      policyVersion: integer,
    }),
  ),
  PactCoverageRecorded: firstVersion(
    record<PactCoverageRecorded['data']>({
      region: text,
      asOf: calendarDate,
      coverage,
      owed: integer,
    }),
  ),
};

const given = record<NonNullable<PrerequisiteCheck['given']>>({
  value: text,
  asOf: calendarDate,
  source,
});

const designated: Fields<Omit<UnitDesignated['data'], 'proposalWindow'>> = {
  ...cycleKey,
  unitName: text,
  form: oneOf('work-unit', 'integrated-area'),
  target: predicate,
  designatedOn: calendarDate,
  decree: text,
  grounds: record<DesignationGrounds>({
    strategicService: text,
    sizeableResources: text,
    reformCarriedOut: text,
  }),
  sheetVersion: integer,
  sheet: sheetInUse,
};

export const zoneCycleSchemas: SchemasOf<CycleEvent> = {
  UnitDesignated: nextVersion(
    firstVersion(record<Omit<UnitDesignated['data'], 'proposalWindow'>>(designated)),
    record<UnitDesignated['data']>({
      ...designated,
      proposalWindow: nullable(
        record<AnnouncedWindow>({
          opensOn: calendarDate,
          closesOn: calendarDate,
          policyVersion: integer,
        }),
      ),
    }),
    // When the unit could be proposed was not kept with the designation.
    (data) => ({ ...data, proposalWindow: null }),
  ),
  ZoneBuildingStarted: firstVersion(
    record<ZoneBuildingStarted['data']>({
      ...cycleKey,
      startedOn: calendarDate,
      workPlan: evidence,
      agents: list(text),
    }),
  ),
  ZoneQuestionsAnswered: firstVersion(
    record<ZoneQuestionsAnswered['data']>({
      ...cycleKey,
      set: oneOf('SELF', 'TPI', 'TPN'),
      answers: list(answer),
      answeredBy: text,
    }),
  ),
  SelfAssessmentSubmitted: firstVersion(
    record<SelfAssessmentSubmitted['data']>({
      ...cycleKey,
      ...scored,
      submittedOn: calendarDate,
      submittedBy: text,
    }),
  ),
  InternalReviewCompleted: firstVersion(
    record<InternalReviewCompleted['data']>({
      ...cycleKey,
      ...scored,
      completedOn: calendarDate,
      reviewers: list(record<Reviewer>({ name: text, office: text })),
      completedBy: text,
    }),
  ),
  PrerequisitesChecked: firstVersion(
    record<PrerequisitesChecked['data']>({
      ...cycleKey,
      checkedOn: calendarDate,
      prerequisites: list(
        record<PrerequisiteCheck>({
          id: text,
          name: text,
          required: text,
          given: nullable(given),
          met: truth,
          unconfirmed: truth,
        }),
      ),
      checkedBy: text,
      policyVersion: integer,
    }),
  ),
  UnitProposed: firstVersion(
    record<UnitProposed['data']>({
      ...cycleKey,
      target: predicate,
      proposedOn: calendarDate,
      letter: text,
      window: record<ProposalWindow>({ opensOn: calendarDate, closesOn: calendarDate }),
      policyVersion: integer,
      proposedBy: text,
    }),
  ),
  ZoneEvaluationRecorded: firstVersion(
    record<ZoneEvaluationRecorded['data']>({
      ...cycleKey,
      step: oneOf('admin-check', 'desk', 'field'),
      evaluatedOn: calendarDate,
      findings: text,
      evidence: list(evidence),
      evaluatedBy: text,
    }),
  ),
  SurveyResultRecorded: firstVersion(
    record<SurveyResultRecorded['data']>({
      ...cycleKey,
      question: text,
      index: decimalText,
      respondents: integer,
      surveyedOn: calendarDate,
      source,
      recordedBy: text,
    }),
  ),
  PredicateRecommended: firstVersion(
    record<PredicateRecommended['data']>({
      ...cycleKey,
      ...scored,
      predicate,
      recommendedOn: calendarDate,
      overrideGround: nullable(text),
      recommendedBy: text,
    }),
  ),
  ProposalDeclined: firstVersion(
    record<ProposalDeclined['data']>({
      ...cycleKey,
      declinedOn: calendarDate,
      reasons: list(text),
      declinedBy: text,
    }),
  ),
  PublishedCycleRecorded: firstVersion(
    record<PublishedCycleRecorded['data']>({
      ...cycleKey,
      unitName: text,
      target: nullable(predicate),
      declaredOn: nullable(calendarDate),
      outcome: nullable(oneOf('not-granted', 'granted-wbk', 'granted-wbbm')),
      outcomeOn: nullable(calendarDate),
      note: nullable(text),
      source,
    }),
  ),
};
