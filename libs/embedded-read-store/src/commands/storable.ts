import { show } from '../bson/show';
import { BsonType } from '../bson/types';
import { type Field, fieldsOf, isObject, rawOf, type Value } from '../bson/value';
import { documentOf } from '../bson/write';
import { badValue, ServerError } from '../errors';
import { maxDocumentSize } from '../storage/collection';
import { timestampNow } from '../update/current-date';

const refusedIds = new Map<number, string>([
  [BsonType.array, 'array'],
  [BsonType.regex, 'regex'],
  [BsonType.undefined, 'undefined'],
]);

/** @throws ServerError 53 for a type no `_id` may have, 52 for one with fields that begin with `$`. */
function requireGoodId(id: Value): void {
  const type = refusedIds.get(id.type);
  if (type !== undefined) {
    throw new ServerError(53, `The '_id' value cannot be of type ${type}`);
  }
  const dollar = isObject(id) && fieldsOf(id).find(({ name }) => name.startsWith('$'));
  if (dollar !== false && dollar !== undefined) {
    throw new ServerError(
      52,
      `_id fields may not contain '$'-prefixed fields: ${dollar.name} is not valid for storage. ${show(id)}`,
    );
  }
}

const isEmptyTimestamp = ({ name, value }: Field): boolean =>
  name !== '_id' && value.type === BsonType.timestamp && rawOf(value).every((byte) => byte === 0);

/**
 * A document as it is going to be stored: MongoDB gives an empty timestamp at the top level the
 * server's time.
 * @throws ServerError 2 when it is too large, 52 or 53 for its `_id`.
 */
export function storable(document: Value): Value {
  const size = document.end - document.start;
  if (size > maxDocumentSize) {
    throw badValue(
      `object to insert too large. size in bytes: ${String(size)}, max size: ${String(maxDocumentSize)}`,
    );
  }
  const fields = fieldsOf(document);
  const id = fields.find(({ name }) => name === '_id');
  if (id !== undefined) requireGoodId(id.value);
  if (!fields.some(isEmptyTimestamp)) return document;
  return documentOf(
    fields.map((field) => [field.name, isEmptyTimestamp(field) ? timestampNow() : field.value]),
  );
}
