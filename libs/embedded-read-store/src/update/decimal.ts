import { Decimal128 } from 'bson';
import { BsonType } from '../bson/types';
import { type Value } from '../bson/value';

/** IEEE 754-2008 decimal128: 34 digits, exponents of the last digit from -6176 to 6111. */
const precision = 34;
const lowestExponent = -6176;
const highestExponent = 6111;

/** coefficient × 10^exponent; the exponent tells 1.0 from 1. */
interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;
}

/** What is not finite: 'NaN', 'Infinity' or '-Infinity', as a number. */
type Parsed = Decimal | number;

function parse(text: string): Parsed {
  const parts = /^(-?)(\d*)\.?(\d*)(?:[Ee]([+-]?\d+))?$/.exec(text);
  if (parts === null) return Number(text);
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts;
  const digits = BigInt(`${whole}${fraction}` || '0');
  return {
    coefficient: sign === '-' ? -digits : digits,
    exponent: Number(exponent) - fraction.length,
  };
}

/** Divides by a power of ten, half to even. */
function shortened(coefficient: bigint, digits: number): bigint {
  const unit = 10n ** BigInt(digits);
  const quotient = coefficient / unit;
  const rest = (coefficient % unit) * 2n;
  const size = rest < 0n ? -rest : rest;
  const up = size > unit || (size === unit && quotient % 2n !== 0n);
  if (!up) return quotient;
  return coefficient < 0n ? quotient - 1n : quotient + 1n;
}

const digitsOf = (coefficient: bigint): number =>
  (coefficient < 0n ? -coefficient : coefficient).toString().length;

function render({ coefficient, exponent }: Decimal): string {
  const excess = Math.max(digitsOf(coefficient) - precision, lowestExponent - exponent, 0);
  let digits = excess > 0 ? shortened(coefficient, excess) : coefficient;
  let power = exponent + excess;
  if (digitsOf(digits) > precision) {
    digits /= 10n;
    power += 1;
  }
  if (digits === 0n) power = Math.min(power, highestExponent);
  while (power > highestExponent && digitsOf(digits) < precision) {
    digits *= 10n;
    power -= 1;
  }
  if (power > highestExponent) return digits < 0n ? '-Infinity' : 'Infinity';
  return `${String(digits)}E${String(power)}`;
}

const roughly = (value: Parsed): number =>
  typeof value === 'number' ? value : Math.sign(Number(value.coefficient));

export function decimalSum(left: string, right: string): string {
  const [a, b] = [parse(left), parse(right)];
  if (typeof a === 'number' || typeof b === 'number') return String(roughly(a) + roughly(b));
  const exponent = Math.min(a.exponent, b.exponent);
  const scaled = (value: Decimal): bigint =>
    value.coefficient * 10n ** BigInt(value.exponent - exponent);
  return render({ coefficient: scaled(a) + scaled(b), exponent });
}

export function decimalProduct(left: string, right: string): string {
  const [a, b] = [parse(left), parse(right)];
  if (typeof a === 'number' || typeof b === 'number') return String(roughly(a) * roughly(b));
  return render({
    coefficient: a.coefficient * b.coefficient,
    exponent: a.exponent + b.exponent,
  });
}

export function decimalValue(text: string): Value {
  const bytes = Buffer.from(Decimal128.fromString(text).bytes);
  return { type: BsonType.decimal128, bytes, start: 0, end: bytes.length };
}
