import type { Refusal } from '../../decider';
import { refusal } from '../../rules/refusal';
import { questionsOf } from '../policy/sheet';
import type { AnswerSet } from '../sheet/answer';
import { type Check, checksOf } from '../sheet/checks';
import { scoreOf, type ZoneScore } from '../sheet/score';
import type { OpenedCycle } from './state';

/** Every question is answered or left blank on purpose, which counts 0. */
export function mustBeComplete(
  { designation: { sheet }, sets }: OpenedCycle,
  set: AnswerSet,
): Refusal | null {
  const answered = new Set(sets[set].answers.map(({ question }) => question));
  const missing = questionsOf(sheet.content).filter(({ id }) => !answered.has(id));
  const [first] = missing;
  return first === undefined
    ? null
    : refusal(
        'zone.unanswered',
        `${missing.length} questions have no answer of ${set}, the first of them ${first.id}`,
        'Answer every question, or answer it blank, which counts 0.',
      );
}

/** What a set comes to, and every threshold of the predicate aimed at. */
export function resultOf(
  { designation: { sheet, target }, sets }: OpenedCycle,
  set: AnswerSet,
): { readonly score: ZoneScore; readonly checks: readonly Check[] } {
  const score = scoreOf(sheet.content, sets[set].answers);
  return { score, checks: checksOf(sheet, target, score) };
}
