import type { Decision, Refusal } from '../../decider';
import { canonical } from '../../rules/numbers';
import { firstRefusal, recordUnless, refusal } from '../../rules/refusal';
import { firstRepeated } from '../../values/identifier';
import type { Answer, AnswerValue } from '../sheet/answer';
import { answerMustFit } from './answer-rules';
import type { AnswerZoneQuestions } from './commands';
import type { ZoneQuestionsAnswered } from './events';
import { keyOf, type OpenedCycle, openDuring } from './state';
import { mustBeImpartial } from './step-rules';

function setMustBeOpen({ status }: OpenedCycle, { set }: AnswerZoneQuestions): Refusal | null {
  const stages = openDuring[set];
  return stages.includes(status)
    ? null
    : refusal(
        'zone.set-closed',
        `the answers of ${set} are given while the cycle is ${stages.join(' or ')}; it is ${status}`,
        'Answer in the set that is open; what an earlier set says stays as it is.',
        'set',
      );
}

function mustAnswerEachOnce({ answers }: AnswerZoneQuestions): Refusal | null {
  if (answers.length === 0) {
    return refusal('zone.no-answers', 'no answer was given', 'Give at least one.', 'answers');
  }
  const twice = firstRepeated(answers.map(({ question }) => question));
  return twice === null
    ? null
    : refusal(
        'zone.question-repeated',
        `question ${twice} is answered twice at once`,
        'Answer each question once.',
        'answers',
      );
}

/** Before its panel the national team relies on external surveys, which come with their source. */
const surveysComeWithTheirSource = ({ set, answers }: AnswerZoneQuestions): Refusal | null =>
  set === 'TPN' && answers.some(({ value }) => value.kind === 'index')
    ? refusal(
        'zone.survey-without-source',
        'the national team answers with a survey whose source is not told',
        'Record the survey result, with its day and source.',
        'answers',
      )
    : null;

/** An index in its one spelling. */
const canonicalValue = (value: AnswerValue): AnswerValue =>
  value.kind === 'index' ? { ...value, index: canonical(value.index) } : value;

const plain = ({ question, value, evidence, note }: Answer): Answer => ({
  question,
  value: canonicalValue(value),
  evidence: evidence.map(({ sha256, title }) => ({ sha256, title })),
  note,
});

export const answerZoneQuestions = (
  state: OpenedCycle,
  command: AnswerZoneQuestions,
): Decision<ZoneQuestionsAnswered> =>
  recordUnless(
    mustBeImpartial(state, command.set, command.actor) ??
      setMustBeOpen(state, command) ??
      mustAnswerEachOnce(command) ??
      surveysComeWithTheirSource(command) ??
      firstRefusal(command.answers, (answer) => answerMustFit(state, answer)),
    () => ({
      type: 'ZoneQuestionsAnswered',
      data: {
        ...keyOf(state),
        set: command.set,
        answers: command.answers.map(plain),
        answeredBy: command.actor.id,
      },
    }),
  );
