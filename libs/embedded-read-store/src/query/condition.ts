import { type Value } from '../bson/value';
import { someAt } from '../storage/paths';
import { orAnyElement, type Test } from './value-tests';

export type Predicate = (document: Value) => boolean;

/** What operators demand, asked in two ways. */
export interface Condition {
  /** Of one value as it stands, as `$elemMatch` asks of each element. */
  readonly single: Test;
  /** Of a document at a path, arrays on the way and at its end looked into. */
  readonly at: (parts: readonly string[]) => Predicate;
}

/** `spreads`: the elements of an array at the end of the path are tested as well. */
export const condition = (test: Test, spreads = true): Condition => ({
  single: test,
  at: (parts) => {
    const tested = spreads ? orAnyElement(test) : test;
    return (document) => someAt(document, parts, tested);
  },
});

/** Holds where no value at the path satisfies the other. */
export const negated = (of: Condition): Condition => ({
  single: (value) => !of.single(value),
  at: (parts) => {
    const predicate = of.at(parts);
    return (document) => !predicate(document);
  },
});

export function everyCondition(conditions: readonly Condition[]): Condition {
  const [only] = conditions;
  if (only !== undefined && conditions.length === 1) return only;
  return {
    single: (value) => conditions.every(({ single }) => single(value)),
    at: (parts) => {
      const predicates = conditions.map(({ at }) => at(parts));
      return (document) => predicates.every((predicate) => predicate(document));
    },
  };
}

/** Holds for nothing, as `$all` of an empty list does. */
export const never: Condition = { single: () => false, at: () => () => false };
