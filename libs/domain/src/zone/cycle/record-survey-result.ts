import { type Decision, type Refusal, refused } from '../../decider';
import { mustHaveHappened } from '../../rules/dates';
import { canonical } from '../../rules/numbers';
import { recordUnless, refusal } from '../../rules/refusal';
import { mustCite } from '../../rules/text';
import { scaleOf } from '../policy/sheet';
import { findQuestion, questionUnknown, surveyMustBeSound } from './answer-rules';
import type { RecordSurveyResult } from './commands';
import type { SurveyResultRecorded } from './events';
import { keyOf, type OpenedCycle } from './state';
import { mustBeAt, mustBeImpartial } from './step-rules';

const notASurvey = (question: string): Refusal =>
  refusal(
    'zone.not-a-survey',
    `question ${question} is not answered by the index of a survey`,
    'Answer it as the national team (TPN), in the form of its scale.',
    'question',
  );

/** Part of the field evaluation: before it, or after it and before the panel. */
export function recordSurveyResult(
  state: OpenedCycle,
  command: RecordSurveyResult,
): Decision<SurveyResultRecorded> {
  const question = findQuestion(state, command.question);
  if (!question) return refused(questionUnknown(command.question));
  const scale = scaleOf(state.designation.sheet.content, question);
  if (scale?.kind !== 'index') return refused(notASurvey(question.id));
  return recordUnless(
    mustBeImpartial(state, 'TPN', command.actor) ??
      mustBeAt(state, ['desk-evaluated', 'field-evaluated'], 'the survey') ??
      mustHaveHappened('zone', 'surveyedOn', command.surveyedOn, command.at) ??
      surveyMustBeSound(state, question.id, scale, command) ??
      mustCite('zone', command.source),
    () => ({
      type: 'SurveyResultRecorded',
      data: {
        ...keyOf(state),
        question: question.id,
        index: canonical(command.index),
        respondents: command.respondents,
        surveyedOn: command.surveyedOn,
        source: command.source,
        recordedBy: command.actor.id,
      },
    }),
  );
}
