import { compareValues, sameValue } from '../bson/compare';
import { isNaNValue } from '../bson/number';
import { argumentNumber, isNumber, textOf } from '../bson/read';
import { BsonType, numberRank, rankOf } from '../bson/types';
import { elementsOf, fieldOf, firstNameOf, isArray, isObject, type Value } from '../bson/value';
import { nullValue } from '../bson/write';
import { badValue } from '../errors';
import { equalityName } from '../keys/equality-name';
import { regexFrom } from './regex';

/** A test of one value that a path shows; `undefined` where the field is missing. */
export type Test = (value: Value | undefined) => boolean;

export const isOperator = (name: string): boolean => name.startsWith('$');

const isReference = (value: Value): boolean =>
  fieldOf(value, '$ref') !== undefined && fieldOf(value, '$id') !== undefined;

/** Whether an operand is a document of operators; a DBRef is a value. */
export const isOperatorDocument = (value: Value): boolean =>
  isObject(value) && isOperator(firstNameOf(value) ?? '') && !isReference(value);

/** `test` on the value, or on any element when it is an array, as comparisons do. */
export const orAnyElement =
  (test: Test): Test =>
  (value) =>
    test(value) || (isArray(value) && elementsOf(value).some(test));

const isNull: Test = (value) => value === undefined || value.type === BsonType.null;

/** Null also equals a missing field, but, since MongoDB 8.0, not the deprecated undefined. */
export function equality(operand: Value): Test {
  if (operand.type === BsonType.undefined) throw badValue('cannot compare to undefined');
  if (operand.type === BsonType.null) return isNull;
  return (value) => value !== undefined && sameValue(value, operand);
}

export type Ordering = '$gt' | '$gte' | '$lt' | '$lte';
const accepts: Readonly<Record<Ordering, (order: number) => boolean>> = {
  $gt: (order) => order > 0,
  $gte: (order) => order >= 0,
  $lt: (order) => order < 0,
  $lte: (order) => order <= 0,
};

export const isOrdering = (name: string): name is Ordering => Object.hasOwn(accepts, name);

/** Within the operand's own type; only MinKey and MaxKey compare with everything. */
export function ordering(name: Ordering, operand: Value): Test {
  const accept = accepts[name];
  const rank = rankOf(operand.type);
  if (operand.type === BsonType.regex) {
    throw badValue(`Can't have RegEx as arg to predicate over field: ${name}`);
  }
  if (operand.type === BsonType.undefined) throw badValue('cannot compare to undefined');
  if (operand.type === BsonType.null) return (value) => accept(0) && isNull(value);
  if (operand.type === BsonType.minKey || operand.type === BsonType.maxKey) {
    return (value) => accept(compareValues(value ?? nullValue, operand));
  }
  const nan = rank === numberRank && isNaNValue(operand);
  return (value) => {
    if (value === undefined || rankOf(value.type) !== rank) return false;
    if (rank === numberRank && isNaNValue(value) !== nan) return false;
    return accept(compareValues(value, operand));
  };
}

/**
 * Texts that match. A stored regular expression is not matched by its like, which MongoDB does too: an
 * index could not answer both; `$eq` finds it.
 */
export function regexTest(operand: Value, options: Value | undefined): Test {
  const regex = regexFrom(operand, options);
  return (value) =>
    value !== undefined &&
    (value.type === BsonType.string || value.type === BsonType.symbol) &&
    regex.test(textOf(value));
}

export const equalOrRegex = (operand: Value): Test =>
  operand.type === BsonType.regex ? regexTest(operand, undefined) : equality(operand);

export function listOf(name: string, operand: Value): Value[] {
  if (!isArray(operand)) throw badValue(`${name} needs an array`);
  return elementsOf(operand);
}

/** A list longer than this is looked up by key instead of being compared with one by one. */
const shortList = 8;

/** Null and patterns match more than their like: they are tested, everything else is looked up. */
function lookup(elements: readonly Value[]): Test {
  const isKeyed = ({ type }: Value): boolean =>
    type !== BsonType.null && type !== BsonType.undefined && type !== BsonType.regex;
  const names = new Set(elements.filter(isKeyed).map(equalityName));
  const tests = elements.filter((element) => !isKeyed(element)).map(equalOrRegex);
  return (value) =>
    (value !== undefined && names.has(equalityName(value))) || tests.some((test) => test(value));
}

export function membership(operand: Value): Test {
  const elements = listOf('$in', operand);
  if (elements.some(isOperatorDocument)) throw badValue('cannot nest $ under $in');
  if (elements.length > shortList) return lookup(elements);
  const tests = elements.map(equalOrRegex);
  return (value) => tests.some((test) => test(value));
}

export function sizeTest(operand: Value): Test {
  const size = isNumber(operand) ? argumentNumber(operand) : undefined;
  if (size === undefined || !Number.isInteger(size)) {
    throw badValue('Failed to parse $size. Expected an integer');
  }
  if (size < 0) throw badValue('Failed to parse $size. Expected a non-negative number');
  return (value) => isArray(value) && elementsOf(value).length === size;
}
