import { argumentNumber, textOf } from '../bson/read';
import { BsonType } from '../bson/types';
import { fieldsOf, isObject, type Value } from '../bson/value';
import { badValue, ServerError } from '../errors';
import { type Hint } from '../query/plan';
import { type CollectionRecord } from '../storage/catalogue';

/** The index a hint names, by name or by key. @throws ServerError 2 when there is none, 9 for no hint. */
export function hintOf(collection: CollectionRecord, hint: Value | undefined): Hint {
  if (hint === undefined) return undefined;
  if (hint.type === BsonType.string) {
    const name = textOf(hint);
    if (name === '_id_') return '_id_';
    return found(collection.indexes.find((index) => index.name === name));
  }
  if (!isObject(hint)) {
    throw new ServerError(9, 'hint must be either a string or nested object');
  }
  const key = fieldsOf(hint).map(({ name, value }) => [name, argumentNumber(value)] as const);
  if (key.length === 0) return undefined;
  const text = JSON.stringify(key);
  if (text === '[["_id",1]]') return '_id_';
  if (text === '[["$natural",1]]' || text === '[["$natural",-1]]') return 'natural';
  return found(collection.indexes.find((index) => JSON.stringify(index.key) === text));
}

function found(hint: Hint): Hint {
  if (hint === undefined) {
    throw badValue(
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  }
  return hint;
}
