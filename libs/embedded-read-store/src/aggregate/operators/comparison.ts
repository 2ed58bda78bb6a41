import { compareValues } from '../../bson/compare';
import { BsonType } from '../../bson/types';
import { type Value } from '../../bson/value';
import { booleanValue, int32Value } from '../../bson/write';
import { binary, type Operator, type Operators } from './operator';

/** A missing field compares as the deprecated undefined: below null. */
const missing: Value = { type: BsonType.undefined, bytes: Buffer.alloc(0), start: 0, end: 0 };

const order = (left: Value | undefined, right: Value | undefined): number =>
  Math.sign(compareValues(left ?? missing, right ?? missing));

const comparing = (name: string, accept: (order: number) => boolean): Operator =>
  binary(name, (left, right) => booleanValue(accept(order(left, right))));

/** Comparisons across all types, unlike those of filters. */
export const comparisonOperators: Operators = {
  $eq: comparing('$eq', (sign) => sign === 0),
  $ne: comparing('$ne', (sign) => sign !== 0),
  $gt: comparing('$gt', (sign) => sign > 0),
  $gte: comparing('$gte', (sign) => sign >= 0),
  $lt: comparing('$lt', (sign) => sign < 0),
  $lte: comparing('$lte', (sign) => sign <= 0),
  $cmp: binary('$cmp', (left, right) => int32Value(order(left, right))),
};
