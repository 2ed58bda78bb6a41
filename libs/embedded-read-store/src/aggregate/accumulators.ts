import { add } from '../bson/arithmetic';
import { compareValues, sameValue } from '../bson/compare';
import { argumentNumber, isNumber } from '../bson/read';
import { BsonType } from '../bson/types';
import { isNullish, type Value } from '../bson/value';
import { arrayOf, doubleValue, int32Value, nullValue } from '../bson/write';
import { unsupported } from '../errors';

/** Gathers one value per document of a group. */
export interface Accumulator {
  add(value: Value | undefined): void;
  result(): Value;
}

function sum(): Accumulator {
  let total = int32Value(0);
  return {
    add: (value) => {
      if (isNumber(value)) total = add(total, value);
    },
    result: () => total,
  };
}

function average(): Accumulator {
  let total = 0;
  let count = 0;
  return {
    add: (value) => {
      if (!isNumber(value)) return;
      if (value.type === BsonType.decimal128) throw unsupported('arithmetic on Decimal128');
      total += argumentNumber(value) ?? Number(value.bytes.readBigInt64LE(value.start));
      count += 1;
    },
    result: () => (count === 0 ? nullValue : doubleValue(total / count)),
  };
}

const extreme = (direction: 1 | -1) => (): Accumulator => {
  let best: Value | undefined;
  return {
    add: (value) => {
      if (value === undefined || isNullish(value)) return;
      if (best === undefined || compareValues(value, best) * direction > 0) best = value;
    },
    result: () => best ?? nullValue,
  };
};

function first(): Accumulator {
  let kept: Value | undefined;
  return { add: (value) => (kept ??= value ?? nullValue), result: () => kept ?? nullValue };
}

function last(): Accumulator {
  let kept = nullValue;
  return { add: (value) => (kept = value ?? nullValue), result: () => kept };
}

function push(): Accumulator {
  const values: Value[] = [];
  return {
    add: (value) => {
      if (value !== undefined) values.push(value);
    },
    result: () => arrayOf(values),
  };
}

function addToSet(): Accumulator {
  const values: Value[] = [];
  return {
    add: (value) => {
      if (value !== undefined && !values.some((each) => sameValue(each, value))) values.push(value);
    },
    result: () => arrayOf(values),
  };
}

export const accumulators: Readonly<Record<string, () => Accumulator>> = {
  $sum: sum,
  $avg: average,
  $min: extreme(-1),
  $max: extreme(1),
  $first: first,
  $last: last,
  $push: push,
  $addToSet: addToSet,
};
