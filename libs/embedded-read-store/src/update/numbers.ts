import { badValue } from '../errors';
import { decimalOf, doubleOf, int32Of, longOf } from '../bson/read';
import { BsonType } from '../bson/types';
import { type Value } from '../bson/value';
import { doubleValue, int32Value, int64Value } from '../bson/write';
import { decimalProduct, decimalSum, decimalValue } from './decimal';

const fitsLong = (value: bigint): boolean => BigInt.asIntN(64, value) === value;

const wholeOf = (value: Value): bigint =>
  value.type === BsonType.int32 ? BigInt(int32Of(value)) : longOf(value);

const floatOf = (value: Value): number =>
  value.type === BsonType.double ? doubleOf(value) : Number(wholeOf(value));

/** A number as decimal text; of a double 15 digits count, as in MongoDB. */
function decimalText(value: Value): string {
  if (value.type === BsonType.decimal128) return decimalOf(value).toString();
  if (value.type !== BsonType.double) return String(wholeOf(value));
  const number = doubleOf(value);
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : String(number);
}

interface Arithmetic {
  readonly name: string;
  readonly whole: (left: bigint, right: bigint) => bigint;
  readonly float: (left: number, right: number) => number;
  readonly decimal: (left: string, right: string) => string;
}

/**
 * MongoDB's widening: int32 grows into a long when it must, a double makes a double, a Decimal128 a
 * Decimal128.
 * @throws ServerError 2 when a long overflows.
 */
const combine =
  ({ name, whole, float, decimal }: Arithmetic) =>
  (left: Value, right: Value): Value => {
    const types = [left.type, right.type];
    if (types.includes(BsonType.decimal128)) {
      return decimalValue(decimal(decimalText(left), decimalText(right)));
    }
    if (types.includes(BsonType.double)) return doubleValue(float(floatOf(left), floatOf(right)));
    const result = whole(wholeOf(left), wholeOf(right));
    if (!fitsLong(result)) {
      throw badValue(
        `Failed to apply ${name} operations to current value ((NumberLong)${String(wholeOf(left))})`,
      );
    }
    const narrow = !types.includes(BsonType.int64) && BigInt.asIntN(32, result) === result;
    return narrow ? int32Value(Number(result)) : int64Value(result);
  };

export const sum = combine({
  name: '$inc',
  whole: (left, right) => left + right,
  float: (left, right) => left + right,
  decimal: decimalSum,
});

export const product = combine({
  name: '$mul',
  whole: (left, right) => left * right,
  float: (left, right) => left * right,
  decimal: decimalProduct,
});

/** Zero in the type of a number: what `$mul` makes of a missing field. */
export function zeroLike(value: Value): Value {
  if (value.type === BsonType.int32) return int32Value(0);
  if (value.type === BsonType.int64) return int64Value(0n);
  return value.type === BsonType.double ? doubleValue(0) : decimalValue('0');
}
