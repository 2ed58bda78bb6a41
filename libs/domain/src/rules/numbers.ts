import type { Refusal } from '../decider';
import type { ContextWith } from '../refusal-codes';
import type { DecimalText } from '../values';
import { canonicalDecimal } from '../values/decimal';
import { refusal } from './refusal';

export const mustBeDecimal = (
  context: ContextWith<'invalid-decimal'>,
  field: string,
  text: string,
): Refusal | null =>
  canonicalDecimal(text) === null
    ? refusal(
        `${context}.invalid-decimal`,
        `${field} "${text}" is not a decimal number`,
        'Write a plain decimal such as 69.55: at most 15 digits before and 10 after the point, no exponent.',
        field,
      )
    : null;

/** How many of something there are: a whole number from `least` on. */
export const mustBeCount = (
  context: ContextWith<'invalid-count'>,
  field: string,
  count: number,
  least = 0,
): Refusal | null =>
  Number.isSafeInteger(count) && count >= least
    ? null
    : refusal(
        `${context}.invalid-count`,
        `${field} is ${count}`,
        `Give a whole number from ${least} on.`,
        field,
      );

/** The canonical spelling of a decimal that a rule has already found valid. */
export function canonical(text: string): DecimalText {
  const value = canonicalDecimal(text);
  if (value === null) throw new TypeError(`"${text}" reached a decision without being checked`);
  return value;
}
