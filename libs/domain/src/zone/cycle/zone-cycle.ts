import { type Decider, type Decision, refused } from '../../decider';
import { answerZoneQuestions } from './answer-zone-questions';
import { checkPrerequisites } from './check-prerequisites';
import type { CycleCommand } from './commands';
import { completeInternalReview } from './complete-internal-review';
import { declineProposal } from './decline-proposal';
import { designateUnit } from './designate-unit';
import type { CycleEvent } from './events';
import { evolve } from './evolve';
import { proposeUnit } from './propose-unit';
import { recommendPredicate } from './recommend-predicate';
import { recordPublishedCycle } from './record-published-cycle';
import { recordSurveyResult } from './record-survey-result';
import { recordZoneEvaluation } from './record-zone-evaluation';
import { startZoneBuilding } from './start-zone-building';
import { type CycleState, initialState, isOpened } from './state';
import { notFound } from './step-rules';
import { submitSelfAssessment } from './submit-self-assessment';

function decide(state: CycleState, command: CycleCommand): Decision<CycleEvent> {
  if (command.type === 'DesignateUnit') return designateUnit(state, command);
  if (command.type === 'RecordPublishedCycle') return recordPublishedCycle(state, command);
  if (!isOpened(state)) return refused(notFound());
  switch (command.type) {
    case 'StartZoneBuilding':
      return startZoneBuilding(state, command);
    case 'AnswerZoneQuestions':
      return answerZoneQuestions(state, command);
    case 'SubmitSelfAssessment':
      return submitSelfAssessment(state, command);
    case 'CompleteInternalReview':
      return completeInternalReview(state, command);
    case 'CheckPrerequisites':
      return checkPrerequisites(state, command);
    case 'ProposeUnit':
      return proposeUnit(state, command);
    case 'RecordZoneEvaluation':
      return recordZoneEvaluation(state, command);
    case 'RecordSurveyResult':
      return recordSurveyResult(state, command);
    case 'RecommendPredicate':
      return recommendPredicate(state, command);
    case 'DeclineProposal':
      return declineProposal(state, command);
  }
}

/** The rules of one unit's cycle of evaluation towards WBK or WBBM in one year. */
export const zoneCycle: Decider<CycleState, CycleCommand, CycleEvent> = {
  initialState,
  decide,
  evolve,
};
