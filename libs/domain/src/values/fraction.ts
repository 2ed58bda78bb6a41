import Big from 'big.js';
import type { DecimalText } from '../values';
import { bigOf, decimalText } from './decimal';

/**
 * An exact quotient. Scores are kept as fractions until the total, because rounding a third on the
 * way can move a total by a hundredth and a region by a rank.
 */
export interface Fraction {
  readonly numerator: Big;
  /** Always positive. */
  readonly denominator: Big;
}

const one = new Big(1);

export const fractionOf = (value: DecimalText): Fraction => ({
  numerator: bigOf(value),
  denominator: one,
});

export const plus = (a: Fraction, b: Fraction): Fraction =>
  a.denominator.eq(b.denominator)
    ? { numerator: a.numerator.plus(b.numerator), denominator: a.denominator }
    : {
        numerator: a.numerator.times(b.denominator).plus(b.numerator.times(a.denominator)),
        denominator: a.denominator.times(b.denominator),
      };

export const times = (a: Fraction, b: Fraction): Fraction => ({
  numerator: a.numerator.times(b.numerator),
  denominator: a.denominator.times(b.denominator),
});

/** The quotient of two fractions; the divisor must be positive. */
export const dividedBy = (a: Fraction, b: Fraction): Fraction => ({
  numerator: a.numerator.times(b.denominator),
  denominator: a.denominator.times(b.numerator),
});

export const compareFractions = (a: Fraction, b: Fraction): number =>
  a.numerator.times(b.denominator).cmp(b.numerator.times(a.denominator));

/** Rounds once, half up (a tie goes away from zero), to at most `decimalPlaces` decimals. */
export function roundHalfUp(value: Fraction, decimalPlaces: number): DecimalText {
  const Rounded = Big();
  Rounded.DP = decimalPlaces;
  Rounded.RM = Big.roundHalfUp;
  return decimalText(new Rounded(value.numerator).div(value.denominator));
}
