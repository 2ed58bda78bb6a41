import { compareValues } from '../bson/compare';
import { divide } from '../bson/arithmetic';
import { isNumber } from '../bson/read';
import { Sum } from '../bson/sum';
import { isNullish, type Value } from '../bson/value';
import { arrayOf, int32Value, nullValue } from '../bson/write';
import { equalityName } from '../keys/equality-name';
import { merged } from './merge';

/** Gathers one value per document of a group. */
export interface Accumulator {
  /** Answers how many bytes it holds more than before; 0 where it holds no more than a few values. */
  add(value: Value | undefined): number;
  result(): Value;
}

const sizeOf = (value: Value): number => value.end - value.start;

function sum(): Accumulator {
  const total = new Sum();
  return {
    add: (value) => {
      if (isNumber(value)) total.add(value);
      return 0;
    },
    result: () => total.result(),
  };
}

function average(): Accumulator {
  const total = new Sum();
  let count = 0;
  return {
    add: (value) => {
      if (!isNumber(value)) return 0;
      total.add(value);
      count += 1;
      return 0;
    },
    result: () => (count === 0 ? nullValue : divide(total.floating(), int32Value(count))),
  };
}

const extreme = (direction: 1 | -1) => (): Accumulator => {
  let best: Value | undefined;
  return {
    add: (value) => {
      if (value === undefined || isNullish(value)) return 0;
      if (best === undefined || compareValues(value, best) * direction > 0) best = value;
      return 0;
    },
    result: () => best ?? nullValue,
  };
};

function first(): Accumulator {
  let kept: Value | undefined;
  return {
    add: (value) => {
      kept ??= value ?? nullValue;
      return 0;
    },
    result: () => kept ?? nullValue,
  };
}

function last(): Accumulator {
  let kept = nullValue;
  return {
    add: (value) => {
      kept = value ?? nullValue;
      return 0;
    },
    result: () => kept,
  };
}

function push(): Accumulator {
  const values: Value[] = [];
  return {
    add: (value) => {
      if (value === undefined) return 0;
      values.push(value);
      return sizeOf(value);
    },
    result: () => arrayOf(values),
  };
}

function addToSet(): Accumulator {
  const values = new Map<string, Value>();
  return {
    add: (value) => {
      if (value === undefined) return 0;
      const key = equalityName(value);
      if (values.has(key)) return 0;
      values.set(key, value);
      return sizeOf(value) + key.length;
    },
    result: () => arrayOf([...values.values()]),
  };
}

function mergeObjects(): Accumulator {
  let kept = merged([]);
  return {
    add: (value) => {
      const before = sizeOf(kept);
      kept = merged([kept, value]);
      return sizeOf(kept) - before;
    },
    result: () => kept,
  };
}

export const accumulators = {
  $sum: sum,
  $avg: average,
  $min: extreme(-1),
  $max: extreme(1),
  $first: first,
  $last: last,
  $push: push,
  $addToSet: addToSet,
  $mergeObjects: mergeObjects,
} as const satisfies Readonly<Record<string, () => Accumulator>>;

export type AccumulatorName = keyof typeof accumulators;

export const isAccumulator = (name: string): name is AccumulatorName =>
  Object.hasOwn(accumulators, name);

/** Accumulators MongoDB has and this node has not. */
export const foreignAccumulators: ReadonlySet<string> = new Set(
  '$accumulator $bottom $bottomN $concatArrays $firstN $lastN $maxN $median $minN $percentile $setUnion $stdDevPop $stdDevSamp $top $topN $count'.split(
    ' ',
  ),
);
