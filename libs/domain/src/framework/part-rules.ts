import type { Refusal } from '../decider';
import { mustBeDecimal } from '../rules/numbers';
import { refusal } from '../rules/refusal';
import { compareDecimals } from '../values/decimal';
import { firstRepeated } from '../values/identifier';

/** Two things under one identifier could not be told apart by any later event. */
export function mustBeDistinct(what: string, ids: readonly string[]): Refusal | null {
  const repeated = firstRepeated(ids);
  if (repeated === null) return null;
  return refusal(
    'framework.identifier-repeated',
    `${what} "${repeated}" occurs more than once`,
    'Give each its own identifier.',
    'content',
  );
}

export const mustWeigh = (what: string, weight: string): Refusal | null =>
  mustBeDecimal('framework', `weight of ${what}`, weight) ??
  (compareDecimals(weight, '0') > 0
    ? null
    : refusal(
        'framework.weight-not-positive',
        `${what} weighs ${weight}`,
        'Give a weight above zero, or leave out what does not count.',
        'content.areas',
      ));
