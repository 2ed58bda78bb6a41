import { badValue, ServerError, unsupported } from '../errors';
import { doubleOf, int32Of, isNumber, longOf } from './read';
import { BsonType } from './types';
import { type Value } from './value';
import { doubleValue, int32Value, int64Value } from './write';

const maxLong = 2n ** 63n - 1n;
const minLong = -(2n ** 63n);

const wholeOf = (value: Value): bigint =>
  value.type === BsonType.int32 ? BigInt(int32Of(value)) : longOf(value);
const floatOf = (value: Value): number =>
  value.type === BsonType.double ? doubleOf(value) : Number(wholeOf(value));

/**
 * The sum with MongoDB's widening: int32 grows into a long when it must, a double makes a double.
 * @throws ServerError 2 when a long overflows, 14 for what is no number, 238 for Decimal128.
 */
export function add(left: Value, right: Value): Value {
  if (!isNumber(left) || !isNumber(right))
    throw new ServerError(14, 'cannot add a non-numeric value');
  const types = [left.type, right.type];
  if (types.includes(BsonType.decimal128)) throw unsupported('arithmetic on Decimal128');
  if (types.includes(BsonType.double)) return doubleValue(floatOf(left) + floatOf(right));
  const sum = wholeOf(left) + wholeOf(right);
  if (sum > maxLong || sum < minLong) throw badValue('a 64-bit sum overflows');
  const narrow = !types.includes(BsonType.int64) && BigInt.asIntN(32, sum) === sum;
  return narrow ? int32Value(Number(sum)) : int64Value(sum);
}
