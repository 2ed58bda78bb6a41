import { Decimal128 } from 'bson';
import { type Exact, exactDecimal, exactDouble, type ExactNumber, exactOf } from './number';
import { doubleOf } from './read';
import { BsonType } from './types';
import { type Value } from './value';

/** What Decimal128 holds: 34 decimal digits, magnitudes of 10^-6176 up to below 10^6145. */
const digitsKept = 34;
const largestMagnitude = 6145;
const smallestExponent = -6176;

const valueOf = (text: string): Value => {
  const bytes = Buffer.from(Decimal128.fromString(text).bytes);
  return { type: BsonType.decimal128, bytes, start: 0, end: 16 };
};

/** coefficient / 10^digits, halves to the even neighbour. */
function rounded(coefficient: bigint, digits: number): bigint {
  const unit = 10n ** BigInt(digits);
  const negative = coefficient < 0n;
  const magnitude = negative ? -coefficient : coefficient;
  const whole = magnitude / unit;
  const twice = (magnitude % unit) * 2n;
  const up = twice > unit || (twice === unit && whole % 2n === 1n);
  const result = up ? whole + 1n : whole;
  return negative ? -result : result;
}

const lengthOf = (coefficient: bigint): number => coefficient.toString().replace('-', '').length;

/** The Decimal128 nearest to an exact number. */
export function decimalFrom(exact: ExactNumber): Value {
  if (typeof exact === 'number') return valueOf(String(exact));
  const { two } = exact;
  // 2^-n is 5^n × 10^-n.
  let coefficient = exact.coefficient * (two >= 0 ? 2n ** BigInt(two) : 5n ** BigInt(-two));
  let ten = exact.ten + Math.min(two, 0);
  const excess = Math.max(lengthOf(coefficient) - digitsKept, smallestExponent - ten);
  if (excess > 0) {
    coefficient = rounded(coefficient, excess);
    ten += excess;
  }
  if (coefficient === 0n) return valueOf('0');
  if (lengthOf(coefficient) + ten > largestMagnitude) {
    return valueOf(coefficient < 0n ? '-Infinity' : 'Infinity');
  }
  return valueOf(`${String(coefficient)}E${String(ten)}`);
}

/** A number as a factor or term beside a Decimal128: doubles count with 15 digits, as in MongoDB. */
export function decimalTerm(value: Value): ExactNumber {
  if (value.type !== BsonType.double) return exactOf(value);
  const number = doubleOf(value);
  return Number.isFinite(number)
    ? exactDecimal(number.toPrecision(15).toUpperCase())
    : exactDouble(number);
}

const aligned = (left: Exact, right: Exact): [bigint, bigint, number] => {
  const ten = Math.min(left.ten, right.ten);
  const scale = (exact: Exact): bigint => exact.coefficient * 10n ** BigInt(exact.ten - ten);
  return [scale(left), scale(right), ten];
};

const product = (left: Exact, right: Exact): Exact => ({
  coefficient: left.coefficient * right.coefficient,
  two: 0,
  ten: left.ten + right.ten,
});

function sum(left: Exact, right: Exact): Exact {
  const [a, b, ten] = aligned(left, right);
  return { coefficient: a + b, two: 0, ten };
}

/** Exact where it ends; otherwise with enough digits, and one more, for the rounding to be right. */
function quotient(left: Exact, right: Exact): Exact {
  const more = Math.max(0, lengthOf(right.coefficient) - lengthOf(left.coefficient)) + 36;
  const scaled = left.coefficient * 10n ** BigInt(more);
  const whole = scaled / right.coefficient;
  const ideal = left.ten - right.ten;
  if (whole * right.coefficient !== scaled) {
    const last = scaled < 0n === right.coefficient < 0n ? 1n : -1n;
    return { coefficient: whole * 10n + last, two: 0, ten: ideal - more - 1 };
  }
  let coefficient = whole;
  let ten = ideal - more;
  while (ten < ideal && coefficient % 10n === 0n) {
    coefficient /= 10n;
    ten += 1;
  }
  return { coefficient, two: 0, ten };
}

function remainder(left: Exact, right: Exact): Exact {
  const [a, b, ten] = aligned(left, right);
  return { coefficient: a % b, two: 0, ten };
}

const operations = {
  add: [sum, (a: number, b: number) => a + b],
  subtract: [
    (left: Exact, right: Exact) => sum(left, { ...right, coefficient: -right.coefficient }),
    (a: number, b: number) => a - b,
  ],
  multiply: [product, (a: number, b: number) => a * b],
  divide: [quotient, (a: number, b: number) => a / b],
  modulo: [remainder, (a: number, b: number) => a % b],
} as const;

export type Operation = keyof typeof operations;

const roughly = (exact: ExactNumber): number =>
  typeof exact === 'number' ? exact : Math.sign(Number(exact.coefficient));

/** Arithmetic in Decimal128. NaN and the infinities follow IEEE 754; a divisor is not zero. */
export function decimalArithmetic(
  operation: Operation,
  left: ExactNumber,
  right: ExactNumber,
): Value {
  const [exactly, loosely] = operations[operation];
  if (typeof left !== 'number' && typeof right !== 'number') {
    return decimalFrom(exactly(left, right));
  }
  if (operation === 'modulo' && typeof left !== 'number' && !Number.isNaN(right)) {
    return decimalFrom(left);
  }
  return decimalFrom(loosely(roughly(left), roughly(right)));
}
