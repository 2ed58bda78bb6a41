import type { Refusal } from '../../decider';
import { mustNameContent } from '../../rules/evidence';
import { mustBeCount, mustBeDecimal } from '../../rules/numbers';
import { refusal } from '../../rules/refusal';
import { mustNotBeBlank } from '../../rules/text';
import { isWithin } from '../../values/decimal';
import { type AnswerScale, type Question, questionsOf, scaleOf } from '../policy/sheet';
import type { Answer, AnswerValue } from '../sheet/answer';
import type { OpenedCycle } from './state';

export const findQuestion = (
  { designation: { sheet } }: OpenedCycle,
  id: string,
): Question | undefined => questionsOf(sheet.content).find((question) => question.id === id);

export const questionUnknown = (id: string): Refusal =>
  refusal(
    'zone.question-unknown',
    `the sheet of this cycle has no question "${id}"`,
    'Use the questions of the sheet version that the cycle was opened with.',
    'question',
  );

const notInScale = (question: string, said: string, scale: AnswerScale, remedy: string): Refusal =>
  refusal(
    'zone.answer-not-in-scale',
    `question ${question} is answered with ${said}, and its scale ${scale.id} takes ${scale.kind}`,
    remedy,
    'answers',
  );

const optionMustExist = (
  question: string,
  scale: AnswerScale & { kind: 'choice' },
  chosen: string,
): Refusal | null =>
  scale.options.some(({ option }) => option === chosen)
    ? null
    : notInScale(
        question,
        `"${chosen}"`,
        scale,
        `Choose one of ${scale.options.map(({ option }) => option).join(', ')}.`,
      );

/** An index within its scale, of at least as many respondents as policy asks for, and of one. */
export const surveyMustBeSound = (
  state: OpenedCycle,
  question: string,
  scale: AnswerScale & { kind: 'index' },
  { index, respondents }: { readonly index: string; readonly respondents: number },
): Refusal | null =>
  mustBeDecimal('zone', 'index', index) ??
  (isWithin(index, scale.minimum, scale.maximum)
    ? null
    : notInScale(
        question,
        `the index ${index}`,
        scale,
        `Give an index from ${scale.minimum} to ${scale.maximum}.`,
      )) ??
  mustBeCount('zone', 'respondents', respondents, 1) ??
  mustAskEnough(state, respondents);

function mustAskEnough(
  { designation: { sheet } }: OpenedCycle,
  respondents: number,
): Refusal | null {
  const least = sheet.content.procedure.surveyMinimumRespondents;
  return least === null || respondents >= least
    ? null
    : refusal(
        'zone.survey-too-small',
        `${respondents} respondents answered the survey; policy asks for ${least}`,
        `Survey at least ${least} respondents.`,
        'respondents',
      );
}

function valueMustFit(state: OpenedCycle, question: Question, value: AnswerValue): Refusal | null {
  const scale = scaleOf(state.designation.sheet.content, question);
  if (!scale) throw new TypeError(`question ${question.id} has no scale`);
  if (value.kind === 'blank') return null;
  if (value.kind === 'choice' && scale.kind === 'choice') {
    return optionMustExist(question.id, scale, value.option);
  }
  if (value.kind === 'share' && scale.kind === 'share') {
    return mustBeCount('zone', 'done', value.done) ?? mustBeCount('zone', 'due', value.due);
  }
  if (value.kind === 'reduction' && scale.kind === 'reduction') {
    return mustBeCount('zone', 'before', value.before) ?? mustBeCount('zone', 'after', value.after);
  }
  if (value.kind === 'index' && scale.kind === 'index') {
    return surveyMustBeSound(state, question.id, scale, value);
  }
  return notInScale(
    question.id,
    value.kind,
    scale,
    `Answer with ${scale.kind}, or leave it blank.`,
  );
}

/** A question of the cycle's own sheet version, answered within its set of options. */
export function answerMustFit(state: OpenedCycle, answer: Answer): Refusal | null {
  const question = findQuestion(state, answer.question);
  if (!question) return questionUnknown(answer.question);
  return (
    valueMustFit(state, question, answer.value) ??
    mustNameContent('zone', answer.evidence) ??
    mustNotBeBlank('zone', 'note', answer.note)
  );
}
