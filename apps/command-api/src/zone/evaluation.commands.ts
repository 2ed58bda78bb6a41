import { type ActionName } from '@jejak/access';
import { type EvaluationStep } from '@jejak/domain/zone';

import { evidenceFrom, sourceFrom } from '../edge/parts';
import { AnswerQuestionsBody, answersFrom } from './answers.body';
import { onCycle } from './preparation.commands';
import { predicatesOf } from './references';
import { DeclineBody, RecommendBody, RecordEvaluationBody, RecordSurveyBody } from './zone.bodies';

/* What the national team (TPN) does with a proposal. */

const evaluationOf = (step: EvaluationStep, action: ActionName) =>
  onCycle(RecordEvaluationBody, {
    action,
    region: ({ key }) => key.region,
    command: ({ body }) => ({
      type: 'RecordZoneEvaluation',
      step,
      evaluatedOn: body.evaluatedOn,
      findings: body.findings,
      evidence: evidenceFrom(body.evidence),
    }),
  });

export const recordAdminCheck = evaluationOf('admin-check', 'zone.record-admin-check');
export const recordDeskEvaluation = evaluationOf('desk', 'zone.record-desk-evaluation');
export const recordFieldEvaluation = evaluationOf('field', 'zone.record-field-evaluation');

export const answerNationally = onCycle(AnswerQuestionsBody, {
  action: 'zone.answer-national',
  region: ({ key }) => key.region,
  command: ({ body }) => ({ type: 'AnswerZoneQuestions', set: 'TPN', answers: answersFrom(body) }),
});

export const recordSurveyResult = onCycle(RecordSurveyBody, {
  action: 'zone.record-survey-result',
  region: ({ key }) => key.region,
  command: ({ body }) => ({
    type: 'RecordSurveyResult',
    question: body.question,
    index: body.index,
    respondents: body.respondents,
    surveyedOn: body.surveyedOn,
    source: sourceFrom(body.source),
  }),
});

export const recommendPredicate = onCycle(RecommendBody, {
  action: 'zone.recommend',
  region: ({ key }) => key.region,
  refer: (ledger, { key }) => predicatesOf(ledger, key),
  command: ({ body }, predicates) => ({
    type: 'RecommendPredicate',
    recommendedOn: body.recommendedOn,
    overrideGround: body.overrideGround ?? null,
    predicates,
  }),
});

export const declineProposal = onCycle(DeclineBody, {
  action: 'zone.decline',
  region: ({ key }) => key.region,
  command: ({ body }) => ({
    type: 'DeclineProposal',
    declinedOn: body.declinedOn,
    reasons: [...body.reasons],
  }),
});

export const evaluationHandlers = [
  recordAdminCheck,
  recordDeskEvaluation,
  recordFieldEvaluation,
  answerNationally,
  recordSurveyResult,
  recommendPredicate,
  declineProposal,
].map(({ handler }) => handler);
