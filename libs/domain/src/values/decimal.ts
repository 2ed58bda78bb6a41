import Big from 'big.js';
import type { DecimalText } from '../values';

/** Bounded on purpose: a number no score needs must not be able to cost a minute of arithmetic. */
const plainDecimal = /^[+-]?\d{1,15}(\.\d{1,10})?$/;

/**
 * The one spelling of a decimal: no exponent, no plus sign, no leading or trailing zeros, `0` for
 * `-0`. Null for anything that is not a plain decimal of at most 15 integer and 10 decimal digits.
 */
export function canonicalDecimal(text: string): DecimalText | null {
  return plainDecimal.test(text) ? decimalText(bigOf(text)) : null;
}

/** The number a decimal stands for; throws when the text is not a number. */
export const bigOf = (text: DecimalText): Big => new Big(text.replace(/^\+/, ''));

/** Whether the text is a decimal in its canonical spelling. */
export const isDecimalText = (text: string): boolean => canonicalDecimal(text) === text;

/** Writes a decimal canonically. */
export function decimalText(value: Big): DecimalText {
  return value.eq(0) ? '0' : value.toFixed();
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export const compareDecimals = (a: DecimalText, b: DecimalText): number => bigOf(a).cmp(bigOf(b));

export const sumOf = (values: readonly DecimalText[]): DecimalText =>
  decimalText(values.reduce((sum, value) => sum.plus(bigOf(value)), new Big(0)));

/** The first less the second. */
export const differenceOf = (a: DecimalText, b: DecimalText): DecimalText =>
  decimalText(bigOf(a).minus(bigOf(b)));

/** Whether the value lies between the two bounds, both included. */
export const isWithin = (value: DecimalText, minimum: DecimalText, maximum: DecimalText): boolean =>
  compareDecimals(value, minimum) >= 0 && compareDecimals(value, maximum) <= 0;
