import { badValue, ServerError } from '../errors';
import { decimalArithmetic, decimalTerm, type Operation } from './decimal';
import { doubleOf, int32Of, isNumber, longOf } from './read';
import { BsonType } from './types';
import { type Value } from './value';
import { doubleValue, int32Value, int64Value } from './write';

const fitsLong = (value: bigint): boolean => BigInt.asIntN(64, value) === value;
const fitsInt = (value: bigint): boolean => BigInt.asIntN(32, value) === value;

const wholeOf = (value: Value): bigint =>
  value.type === BsonType.int32 ? BigInt(int32Of(value)) : longOf(value);
export const floatOf = (value: Value): number =>
  value.type === BsonType.double ? doubleOf(value) : Number(wholeOf(value));

/** An int32 when it fits, else a long. */
export const intOrLong = (value: bigint): Value =>
  fitsInt(value) ? int32Value(Number(value)) : int64Value(value);

interface Forms {
  readonly name: Operation;
  readonly whole: (left: bigint, right: bigint) => bigint;
  readonly float: (left: number, right: number) => number;
}

const forms = {
  add: { name: 'add', whole: (a, b) => a + b, float: (a, b) => a + b },
  subtract: { name: 'subtract', whole: (a, b) => a - b, float: (a, b) => a - b },
  multiply: { name: 'multiply', whole: (a, b) => a * b, float: (a, b) => a * b },
  modulo: { name: 'modulo', whole: (a, b) => a % b, float: (a, b) => a % b },
} as const satisfies Record<string, Forms>;

/**
 * MongoDB's widening: two int32 give an int32 or a long, a long makes a long, a double a double, a
 * Decimal128 a Decimal128. `overflow` answers for whole results beyond 64 bits.
 */
function operate(
  { name, whole, float }: Forms,
  left: Value,
  right: Value,
  overflow: (left: Value, right: Value) => Value,
): Value {
  const has = (type: number): boolean => left.type === type || right.type === type;
  if (has(BsonType.decimal128)) {
    return decimalArithmetic(name, decimalTerm(left), decimalTerm(right));
  }
  if (has(BsonType.double)) return doubleValue(float(floatOf(left), floatOf(right)));
  const result = whole(wholeOf(left), wholeOf(right));
  if (!fitsLong(result)) return overflow(left, right);
  return has(BsonType.int64) ? int64Value(result) : intOrLong(result);
}

const asDoubles =
  ({ float }: Forms) =>
  (left: Value, right: Value): Value =>
    doubleValue(float(floatOf(left), floatOf(right)));

/** Arithmetic of expressions: a whole result beyond 64 bits becomes a double. Both are numbers. */
export const calculate = (operation: keyof typeof forms, left: Value, right: Value): Value =>
  operate(forms[operation], left, right, asDoubles(forms[operation]));

/** The quotient is a double, or a Decimal128 when one of the two is; the divisor is not zero. */
export function divide(left: Value, right: Value): Value {
  if (left.type === BsonType.decimal128 || right.type === BsonType.decimal128) {
    return decimalArithmetic('divide', decimalTerm(left), decimalTerm(right));
  }
  return doubleValue(floatOf(left) / floatOf(right));
}

function strict(operation: 'add' | 'multiply', left: Value, right: Value): Value {
  if (!isNumber(left) || !isNumber(right)) {
    throw new ServerError(14, `cannot ${operation} a non-numeric value`);
  }
  return operate(forms[operation], left, right, () => {
    throw badValue('a whole result does not fit 64 bits');
  });
}

/**
 * The sum as updates make it.
 * @throws ServerError 2 when a long overflows, 14 for what is no number.
 */
export const add = (left: Value, right: Value): Value => strict('add', left, right);

/** The product as updates make it. @throws ServerError as `add` does. */
export const multiply = (left: Value, right: Value): Value => strict('multiply', left, right);
