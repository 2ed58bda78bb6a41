import { zoneStream } from '@jejak/domain';
import { zoneCycle } from '@jejak/domain/zone';

import { commandsOn } from '../edge/command-on';
import { sourceFrom } from '../edge/parts';
import { policyOn } from '../edge/policy';
import { ofUnit } from '../edge/unregistered';
import { AnswerQuestionsBody, answersFrom } from './answers.body';
import { predicatesOf, regionRegistered, zoneDeclaredOn } from './references';
import {
  CheckPrerequisitesBody,
  CompleteReviewBody,
  DesignateUnitBody,
  ProposeUnitBody,
  RecordPublishedCycleBody,
  StartBuildingBody,
  SubmitSelfAssessmentBody,
} from './zone.bodies';

/* What the unit, its agency and the internal team do, up to the proposal. */

export const onCycle = commandsOn(zoneCycle, zoneStream);

export const recordPublishedCycle = onCycle(RecordPublishedCycleBody, {
  action: 'zone.record-published',
  region: ({ key }) => key.region,
  refer: (ledger, { key }) => regionRegistered(ledger, key.region),
  command: ({ key, body }, registered) => ({
    type: 'RecordPublishedCycle',
    ...key,
    unitName: body.unitName,
    target: body.target ?? null,
    declaredOn: body.declaredOn ?? null,
    outcome: body.outcome ?? null,
    outcomeOn: body.outcomeOn ?? null,
    note: body.note ?? null,
    source: sourceFrom(body.source),
    regionRegistered: registered,
  }),
});

export const designateUnit = onCycle(DesignateUnitBody, {
  action: 'zone.designate',
  region: ({ key }) => key.region,
  unregistered: (ledger, { key }) => ofUnit(ledger, key.region, key.unit),
  refer: async (ledger, { key, body }) => ({
    declaredOn: await zoneDeclaredOn(ledger, key.region),
    predicates: await predicatesOf(ledger, key),
    sheet: await policyOn(ledger, 'zone-sheet', `${key.year}-01-01`),
    windows: await policyOn(ledger, 'zone-window', body.designatedOn),
  }),
  command: ({ key, body }, references) => {
    const { unitName, form, target, designatedOn, decree, grounds } = body;
    const { strategicService, sizeableResources, reformCarriedOut } = grounds;
    return {
      type: 'DesignateUnit',
      ...key,
      ...{ unitName, form, target, designatedOn, decree },
      grounds: { strategicService, sizeableResources, reformCarriedOut },
      ...references,
    };
  },
});

export const startBuilding = onCycle(StartBuildingBody, {
  action: 'zone.start-building',
  region: ({ key }) => key.region,
  command: ({ body }) => ({
    type: 'StartZoneBuilding',
    startedOn: body.startedOn,
    workPlan: { sha256: body.workPlan.sha256, title: body.workPlan.title },
    agents: [...(body.agents ?? [])],
  }),
});

export const answerAsUnit = onCycle(AnswerQuestionsBody, {
  action: 'zone.answer-self',
  region: ({ key }) => key.region,
  command: ({ body }) => ({ type: 'AnswerZoneQuestions', set: 'SELF', answers: answersFrom(body) }),
});

export const answerInternally = onCycle(AnswerQuestionsBody, {
  action: 'zone.answer-internal',
  region: ({ key }) => key.region,
  command: ({ body }) => ({ type: 'AnswerZoneQuestions', set: 'TPI', answers: answersFrom(body) }),
});

export const submitSelfAssessment = onCycle(SubmitSelfAssessmentBody, {
  action: 'zone.submit-self-assessment',
  region: ({ key }) => key.region,
  command: ({ body }) => ({ type: 'SubmitSelfAssessment', submittedOn: body.submittedOn }),
});

export const completeInternalReview = onCycle(CompleteReviewBody, {
  action: 'zone.complete-internal-review',
  region: ({ key }) => key.region,
  command: ({ body }) => ({
    type: 'CompleteInternalReview',
    completedOn: body.completedOn,
    reviewers: body.reviewers.map(({ name, office }) => ({ name, office })),
  }),
});

export const checkPrerequisites = onCycle(CheckPrerequisitesBody, {
  action: 'zone.check-prerequisites',
  region: ({ key }) => key.region,
  refer: (ledger, { body }) => policyOn(ledger, 'zone-prerequisites', body.checkedOn),
  command: ({ body }, prerequisites) => ({
    type: 'CheckPrerequisites',
    checkedOn: body.checkedOn,
    values: body.values.map(({ id, value, asOf, source }) => ({
      ...{ id, value, asOf },
      source: sourceFrom(source),
    })),
    prerequisites,
  }),
});

export const proposeUnit = onCycle(ProposeUnitBody, {
  action: 'zone.propose',
  region: ({ key }) => key.region,
  refer: async (ledger, { key, body }) => ({
    predicates: await predicatesOf(ledger, key),
    asked: await policyOn(ledger, 'zone-prerequisites', body.proposedOn),
    windows: await policyOn(ledger, 'zone-window', body.proposedOn),
  }),
  command: ({ body }, references) => ({
    type: 'ProposeUnit',
    proposedOn: body.proposedOn,
    letter: body.letter,
    ...references,
  }),
});

export const preparationHandlers = [
  recordPublishedCycle,
  designateUnit,
  startBuilding,
  answerAsUnit,
  answerInternally,
  submitSelfAssessment,
  completeInternalReview,
  checkPrerequisites,
  proposeUnit,
].map(({ handler }) => handler);
