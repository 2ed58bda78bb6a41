import { BsonType, rankOf } from '../bson/types';
import {
  elementsOf,
  type Field,
  fieldsOf,
  firstNameOf,
  isArray,
  isObject,
  type Value,
} from '../bson/value';
import { stringValue } from '../bson/write';
import { inverted, valueKey } from '../keys/value-key';
import { type CollectionRecord } from '../storage/catalogue';
import { after } from '../storage/keys';
import { type Regex, regexFrom } from './regex';

/** What a filter demands of one path, as far as an index can use it. Bounds are value keys. */
export interface PathCondition {
  /** The value must have one of these keys. */
  equal?: readonly Buffer[];
  /** Inclusive lower and exclusive upper bounds, of which the tightest is kept. */
  lower?: Buffer;
  upper?: Buffer;
}

export type Conditions = Map<string, PathCondition>;

/** Whether equality with a value says under which key a document lies. */
export const isUsable = (value: Value): boolean =>
  ![BsonType.array, BsonType.regex, BsonType.undefined].some((type) => type === value.type) &&
  !(isObject(value) && (firstNameOf(value)?.startsWith('$') ?? false));

const higher = (left: Buffer | undefined, right: Buffer): Buffer =>
  left === undefined || Buffer.compare(left, right) < 0 ? right : left;
const lower = (left: Buffer | undefined, right: Buffer): Buffer =>
  left === undefined || Buffer.compare(left, right) > 0 ? right : left;

/** All keys of the same place in the order of types, for `$lt` alone or `$gt` alone. */
function typeBounds(value: Value): { first: Buffer; past: Buffer } {
  const rank = rankOf(value.type);
  return { first: Buffer.from([rank]), past: Buffer.from([rank + 1]) };
}

function restrict(condition: PathCondition, lowest: Buffer, past: Buffer, single: boolean): void {
  // Where a field may hold an array, each bound may be met by another element: keep one of them.
  if (single && (condition.lower !== undefined || condition.upper !== undefined)) return;
  condition.lower = higher(condition.lower, lowest);
  condition.upper = lower(condition.upper, past);
}

function addOperator(
  condition: PathCondition,
  { name, value }: Field,
  siblings: Value,
  multikey: boolean,
): void {
  if (name === '$in' && isArray(value)) {
    const elements = elementsOf(value);
    if (elements.every(isUsable)) condition.equal ??= elements.map(valueKey);
    return;
  }
  if (name === '$regex') {
    const options = fieldsOf(siblings).find((field) => field.name === '$options');
    addPrefix(condition, regexFrom(value, options?.value), multikey);
    return;
  }
  const ordered =
    isUsable(value) && value.type !== BsonType.minKey && value.type !== BsonType.maxKey;
  if (!ordered) return;
  const key = valueKey(value);
  const { first, past } = typeBounds(value);
  if (name === '$eq') condition.equal ??= [key];
  else if (value.type === BsonType.null) return;
  else if (name === '$gt') restrict(condition, after(key), past, multikey);
  else if (name === '$gte') restrict(condition, key, past, multikey);
  else if (name === '$lt') restrict(condition, first, key, multikey);
  else if (name === '$lte') restrict(condition, first, after(key), multikey);
}

function addPrefix(condition: PathCondition, { prefix }: Regex, multikey: boolean): void {
  if (prefix === '') return;
  // The key of a text ends in two zeros: without them it begins every longer text's key.
  const begins = valueKey(stringValue(prefix)).subarray(0, -2);
  restrict(condition, begins, after(begins), multikey);
}

/**
 * The conditions that every match must meet, from the top level and from `$and`. They may admit
 * more than the filter does, never less: whoever uses them tests the filter again.
 */
export function conditionsOf(filter: Value, multikey: (path: string) => boolean): Conditions {
  const conditions: Conditions = new Map();
  collect(filter, conditions, multikey);
  return conditions;
}

function collect(filter: Value, conditions: Conditions, multikey: (path: string) => boolean): void {
  for (const { name, value } of fieldsOf(filter)) {
    if (name === '$and' && isArray(value)) {
      for (const clause of elementsOf(value)) collect(clause, conditions, multikey);
    }
    if (name.startsWith('$')) continue;
    const condition = conditions.get(name) ?? {};
    const operators =
      isObject(value) && (firstNameOf(value)?.startsWith('$') ?? false) ? value : undefined;
    if (operators !== undefined) {
      for (const field of fieldsOf(operators)) {
        addOperator(condition, field, operators, multikey(name));
      }
    } else if (value.type === BsonType.regex) {
      addPrefix(condition, regexFrom(value, undefined), multikey(name));
    } else if (isUsable(value)) {
      condition.equal ??= [valueKey(value)];
    }
    conditions.set(name, condition);
  }
}

/**
 * The paths at which all matches sort alike. Equality alone does not tell: an array that has the
 * value among its elements sorts by another one. Only an index without arrays rules that out.
 */
export function fixedPaths(collection: CollectionRecord, conditions: Conditions): Set<string> {
  const single = new Set(
    collection.indexes.flatMap(({ multikey, key }) => (multikey ? [] : key.map(([path]) => path))),
  ).add('_id');
  return new Set(
    [...conditions]
      .filter(([path, { equal }]) => equal?.length === 1 && single.has(path))
      .map(([path]) => path),
  );
}

export const directed = (key: Buffer, direction: 1 | -1): Buffer =>
  direction === 1 ? key : inverted(key);
