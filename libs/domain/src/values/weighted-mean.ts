import type { DecimalText } from '../values';
import { dividedBy, type Fraction, fractionOf, plus, times } from './fraction';

export interface Weighted {
  readonly value: Fraction;
  /** Positive. */
  readonly weight: DecimalText;
}

/** Sum of value × weight over the sum of the weights, exact; null when there is nothing to weigh. */
export function weightedMean(parts: readonly Weighted[]): Fraction | null {
  if (parts.length === 0) return null;
  const zero = fractionOf('0');
  const total = parts.reduce(
    (sum, part) => plus(sum, times(part.value, fractionOf(part.weight))),
    zero,
  );
  const weights = parts.reduce((sum, part) => plus(sum, fractionOf(part.weight)), zero);
  return dividedBy(total, weights);
}
