import type { Refusal } from '../../decider';
import { invalidContent, repeated } from '../../policy/invalid-content';
import { firstRefusal } from '../../rules/refusal';
import { canonicalDecimal, compareDecimals, isWithin } from '../../values/decimal';
import { isBlank } from '../../values/name';
import { type AnswerScale, questionsOf, scaleOf, type ZoneSheet } from './sheet';

const isShare = (text: string): boolean =>
  canonicalDecimal(text) !== null && isWithin(text, '0', '1');

function scaleFault(scale: AnswerScale): string | null {
  switch (scale.kind) {
    case 'choice':
      if (scale.options.length === 0) return 'has no option';
      if (repeated(scale.options.map(({ option }) => option))) return 'has an option twice';
      return scale.options.every(({ option, share }) => !isBlank(option) && isShare(share))
        ? null
        : 'has an option without a name or a share from 0 to 1';
    case 'share':
      return isShare(scale.whenNothingIsDue) ? null : 'gives no share from 0 to 1 for nothing due';
    case 'reduction':
      return isShare(scale.whenNothingWasBefore) ? null : 'gives no share for nothing before';
    case 'index':
      return [scale.minimum, scale.maximum].every((end) => canonicalDecimal(end) !== null) &&
        compareDecimals(scale.minimum, '0') >= 0 &&
        compareDecimals(scale.minimum, scale.maximum) < 0
        ? null
        : 'does not run from a minimum of at least 0 to a greater maximum';
  }
}

/** Every scale gives shares from 0 to 1, and every question has one. */
export const scalesMustBeSound = (sheet: ZoneSheet): Refusal | null =>
  firstRefusal(sheet.scales, (scale, index) => {
    const fault = scaleFault(scale);
    return fault === null
      ? null
      : invalidContent(
          `scales[${index}]`,
          `the scale ${scale.id} ${fault}`,
          'Correct the scale; shares lie from 0 to 1.',
        );
  }) ??
  firstRefusal(questionsOf(sheet), (question) =>
    scaleOf(sheet, question)
      ? null
      : invalidContent(
          `questions.${question.id}.scale`,
          `question ${question.id} is answered on the scale "${question.scale}", which is not there`,
          `Use one of ${sheet.scales.map(({ id }) => id).join(', ')}.`,
        ),
  );
