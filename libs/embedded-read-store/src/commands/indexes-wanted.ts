import { argumentNumber, argumentTruth, isNumber, textOf } from '../bson/read';
import { show } from '../bson/show';
import { BsonType } from '../bson/types';
import { fieldOf, fieldsOf, isObject, type Value } from '../bson/value';
import { badValue, ServerError } from '../errors';
import { type IndexRecord } from '../storage/catalogue';
import { requireSimpleCollation } from './collation';

export type IndexKey = readonly (readonly [path: string, direction: 1 | -1])[];

/** An index as `createIndexes` asks for it. */
export interface Wanted {
  readonly name: string;
  readonly key: IndexKey;
  readonly unique: boolean;
  readonly sparse: boolean;
}

/** What an index may say without being another kind of index. */
const understood = new Set('v key name unique sparse background ns dropDups collation'.split(' '));

/** What MongoDB can do and this node cannot. */
const foreign = new Set(
  'expireAfterSeconds partialFilterExpression hidden weights default_language language_override textIndexVersion 2dsphereIndexVersion bits min max bucketSize wildcardProjection columnstoreProjection clustered storageEngine prepareUnique'.split(
    ' ',
  ),
);

/** The most indexes of a collection, with that of `_id`, and the most fields of one. */
export const maxIndexes = 64;
const maxFields = 32;

const cannot = (reason: string): ServerError => new ServerError(67, reason);

function directionOf(name: string, value: Value): 1 | -1 {
  if (value.type === BsonType.string) {
    throw cannot(`the embedded read store has no indexes of type '${textOf(value)}'`);
  }
  const direction = isNumber(value) ? argumentNumber(value) : undefined;
  if (direction === undefined || Number.isNaN(direction)) {
    throw cannot(
      `Values in v:2 index key pattern must be numbers > 0 or < 0, or strings: {${name}: ${show(value)}}`,
    );
  }
  if (direction === 0) throw cannot('Values in the index key pattern cannot be 0.');
  return direction > 0 ? 1 : -1;
}

function requirePath(name: string): void {
  if (name === '' || name.split('.').includes('')) {
    throw cannot('Index keys cannot contain an empty field.');
  }
  if (name.split('.').some((part) => part.startsWith('$') && !/^\$(ref|id|db)$/.test(part))) {
    throw cannot(
      name === '$**' || name.endsWith('.$**')
        ? 'the embedded read store has no wildcard indexes'
        : "Index key contains an illegal field name: field name starts with '$'.",
    );
  }
}

function keyOf(key: Value | undefined): IndexKey {
  if (key === undefined) {
    throw new ServerError(9, "The 'key' field is a required property of an index specification");
  }
  if (!isObject(key)) throw new ServerError(14, "The field 'key' must be an object");
  const fields = fieldsOf(key).map(({ name, value }) => {
    requirePath(name);
    return [name, directionOf(name, value)] as const;
  });
  if (fields.length === 0) throw cannot('Index keys cannot be empty.');
  if (fields.length > maxFields) {
    throw new ServerError(13103, `too many compound keys {${fields.map(String).join(', ')}}`);
  }
  return fields;
}

function nameOf(name: Value | undefined): string {
  if (name === undefined) {
    throw new ServerError(9, "The 'name' field is a required property of an index specification");
  }
  if (name.type !== BsonType.string) {
    throw new ServerError(14, "The field 'name' must be a string");
  }
  const text = textOf(name);
  if (text === '*') throw badValue("The index name '*' is not valid.");
  if (text === '' || text.includes('\0')) throw cannot(`The index name '${text}' is not valid.`);
  return text;
}

function requireUnderstood(specification: Value): void {
  for (const { name, value } of fieldsOf(specification)) {
    const off = value.type === BsonType.boolean && !argumentTruth(value);
    if (understood.has(name) || off) continue;
    if (foreign.has(name)) {
      throw cannot(`the embedded read store does not support the index option ${name}`);
    }
    throw new ServerError(
      197,
      `The field '${name}' is not valid for an index specification. Specification: ${show(specification)}`,
    );
  }
  const v = argumentNumber(fieldOf(specification, 'v')) ?? 2;
  if (v !== 1 && v !== 2) throw cannot(`Invalid index version: ${String(v)}`);
  const collation = fieldOf(specification, 'collation');
  if (collation !== undefined) requireSimpleCollation(collation);
}

export const isIdKey = (key: IndexKey): boolean => key.length === 1 && key[0]?.[0] === '_id';

/** @throws ServerError 2 or 197: there is only one way to ask for the index of `_id`. */
function requireIdIndex(specification: Value, { key, unique, sparse }: Wanted): void {
  if (key[0]?.[1] !== 1) {
    throw badValue("The field 'key' for an _id index must be {_id: 1}");
  }
  const option = unique ? 'unique' : sparse ? 'sparse' : undefined;
  if (option !== undefined) {
    throw new ServerError(
      197,
      `The field '${option}' is not valid for an _id index specification. Specification: ${show(specification)}`,
    );
  }
}

/** @throws ServerError 67 for kinds of index this node does not have, 2, 9, 14, 197 for nonsense. */
export function wantedIndex(specification: Value): Wanted {
  if (!isObject(specification)) throw new ServerError(14, 'An index must be an object');
  const key = keyOf(fieldOf(specification, 'key'));
  requireUnderstood(specification);
  const wanted = {
    name: nameOf(fieldOf(specification, 'name')),
    key,
    unique: argumentTruth(fieldOf(specification, 'unique')),
    sparse: argumentTruth(fieldOf(specification, 'sparse')),
  };
  if (isIdKey(key)) requireIdIndex(specification, wanted);
  else if (wanted.name === '_id_') {
    throw badValue(
      "The index name '_id_' is reserved for the _id index, which must have key pattern {_id: 1}",
    );
  }
  return wanted;
}

export const sameKey = (left: IndexKey, right: IndexKey): boolean =>
  JSON.stringify(left) === JSON.stringify(right);

/** Whether the very index is there already. @throws ServerError 85 or 86 when another is in its way. */
export function exists(indexes: readonly IndexRecord[], wanted: Wanted): boolean {
  if (isIdKey(wanted.key)) return true;
  for (const index of indexes) {
    const equal =
      sameKey(index.key, wanted.key) &&
      index.unique === wanted.unique &&
      index.sparse === wanted.sparse;
    if (equal && index.name === wanted.name) return true;
    if (index.name === wanted.name) {
      throw new ServerError(
        86,
        `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${wanted.name}, existing index: ${index.name}`,
      );
    }
    // With other options the same key may be indexed again, under another name.
    if (equal) {
      throw new ServerError(85, `Index already exists with a different name: ${index.name}`);
    }
  }
  return false;
}
