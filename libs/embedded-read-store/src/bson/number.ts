import { BsonType } from './types';
import { decimalOf, doubleOf, int32Of, longOf } from './read';
import { type Value } from './value';

/** A finite number exactly: coefficient × 2^two × 10^ten. */
export interface Exact {
  readonly coefficient: bigint;
  readonly two: number;
  readonly ten: number;
}

/** What is no finite number has its own value: NaN or ±Infinity. */
export type ExactNumber = Exact | number;

const view = new DataView(new ArrayBuffer(8));

/** The exact value of a double. */
export function exactDouble(value: number): ExactNumber {
  if (!Number.isFinite(value)) return value;
  if (Number.isSafeInteger(value)) return { coefficient: BigInt(value), two: 0, ten: 0 };
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const magnitude = exponent === 0 ? fraction : fraction | 0x10000000000000n;
  const coefficient = value < 0 ? -magnitude : magnitude;
  return { coefficient, two: (exponent === 0 ? 1 : exponent) - 1075, ten: 0 };
}

/** The exact value of a decimal in text, as `Decimal128.toString` writes it. */
export function exactDecimal(text: string): ExactNumber {
  const parts = /^(-?)(\d*)\.?(\d*)(?:E([+-]?\d+))?$/.exec(text);
  if (parts === null) return Number(text);
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts;
  const digits = BigInt(`${whole}${fraction}` || '0');
  const coefficient = sign === '-' ? -digits : digits;
  if (coefficient === 0n) return { coefficient, two: 0, ten: 0 };
  return { coefficient, two: 0, ten: Number(exponent) - fraction.length };
}

export function exactOf(value: Value): ExactNumber {
  switch (value.type) {
    case BsonType.int32:
      return { coefficient: BigInt(int32Of(value)), two: 0, ten: 0 };
    case BsonType.int64:
      return { coefficient: longOf(value), two: 0, ten: 0 };
    case BsonType.double:
      return exactDouble(doubleOf(value));
    default:
      return exactDecimal(decimalOf(value).toString());
  }
}

/** left − right as numerator over a positive denominator; only the sign of `numerator` is needed to compare. */
export function difference(
  left: Exact,
  right: Exact,
): { numerator: bigint; two: number; ten: number } {
  const two = Math.min(left.two, right.two);
  const ten = Math.min(left.ten, right.ten);
  const scale = (exact: Exact): bigint =>
    exact.coefficient * 2n ** BigInt(exact.two - two) * 10n ** BigInt(exact.ten - ten);
  return { numerator: scale(left) - scale(right), two, ten };
}

const order = (left: number, right: number): number => {
  if (left === right) return 0;
  if (Number.isNaN(left)) return Number.isNaN(right) ? 0 : -1;
  if (Number.isNaN(right)) return 1;
  return left < right ? -1 : 1;
};

const roughly = (exact: ExactNumber): number =>
  typeof exact === 'number' ? exact : exact.coefficient > 0n ? 1 : exact.coefficient < 0n ? -1 : 0;

function compareExact(left: ExactNumber, right: ExactNumber): number {
  if (typeof left === 'number' || typeof right === 'number') {
    return order(roughly(left), roughly(right));
  }
  const { numerator } = difference(left, right);
  return numerator === 0n ? 0 : numerator < 0n ? -1 : 1;
}

const plainOf = (value: Value): number | undefined =>
  value.type === BsonType.int32
    ? int32Of(value)
    : value.type === BsonType.double
      ? doubleOf(value)
      : undefined;

/** Numbers of any two types by their exact value; NaN is lowest and equal to itself. */
export function compareNumbers(left: Value, right: Value): number {
  if (left.type === BsonType.int64 && right.type === BsonType.int64) {
    const high = left.bytes.readInt32LE(left.start + 4) - right.bytes.readInt32LE(right.start + 4);
    return high === 0
      ? left.bytes.readUInt32LE(left.start) - right.bytes.readUInt32LE(right.start)
      : high;
  }
  const a = plainOf(left);
  const b = plainOf(right);
  if (a !== undefined && b !== undefined) return order(a, b);
  return compareExact(exactOf(left), exactOf(right));
}

export const isNaNValue = (value: Value): boolean =>
  value.type === BsonType.double
    ? Number.isNaN(doubleOf(value))
    : value.type === BsonType.decimal128 && decimalOf(value).toString() === 'NaN';
