import type { DecimalText } from '../values';
import { bigOf, decimalText } from './decimal';

/**
 * An exact quotient in lowest terms. Scores are kept as fractions until the total, because rounding
 * a third on the way can move a total by a hundredth and a region by a rank. Lowest terms keep a
 * scorecard of many different maxima as quick as one of equal ones.
 */
export interface Fraction {
  readonly numerator: bigint;
  /** Always positive. */
  readonly denominator: bigint;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [greater, lesser] = [a < 0n ? -a : a, b];
  while (lesser !== 0n) [greater, lesser] = [lesser, greater % lesser];
  return greater;
}

function inLowestTerms(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 1n) return { numerator, denominator };
  const common = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / common, denominator: denominator / common };
}

/** What needs no library to be read: nearly every decimal there is. */
const plainDecimal = /^-?\d+(\.\d+)?$/;

export function fractionOf(value: DecimalText): Fraction {
  const plain = plainDecimal.test(value) ? value : bigOf(value).toFixed();
  const [whole = '0', decimals = ''] = plain.split('.');
  return inLowestTerms(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  a.denominator === b.denominator
    ? inLowestTerms(a.numerator + b.numerator, a.denominator)
    : inLowestTerms(
        a.numerator * b.denominator + b.numerator * a.denominator,
        a.denominator * b.denominator,
      );

export const times = (a: Fraction, b: Fraction): Fraction =>
  inLowestTerms(a.numerator * b.numerator, a.denominator * b.denominator);

/** The quotient of two fractions; the divisor must be positive. */
export function dividedBy(a: Fraction, b: Fraction): Fraction {
  if (b.numerator <= 0n) throw new RangeError('a fraction is divided by a positive one only');
  return inLowestTerms(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Rounds once, half up (a tie goes away from zero), to at most `decimalPlaces` decimals. */
export function roundHalfUp(
  { numerator, denominator }: Fraction,
  decimalPlaces: number,
): DecimalText {
  const size = (numerator < 0n ? -numerator : numerator) * 10n ** BigInt(decimalPlaces);
  const rounded = (2n * size + denominator) / (2n * denominator);
  const digits = rounded.toString().padStart(decimalPlaces + 1, '0');
  const point = digits.length - decimalPlaces;
  const sign = numerator < 0n ? '-' : '';
  const text = decimalPlaces === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return decimalText(bigOf(sign + text));
}
