import { textOf } from '../bson/read';
import { BsonType } from '../bson/types';
import { fieldOf, isNullish, isObject, type Value } from '../bson/value';
import { ServerError, unsupported } from '../errors';

/** @throws ServerError 238 for any collation but `{ locale: 'simple' }`, which compares bytes. */
export function requireSimpleCollation(collation: Value | undefined): void {
  if (isNullish(collation)) return;
  if (!isObject(collation)) throw new ServerError(14, 'collation must be an object');
  const locale = fieldOf(collation, 'locale');
  if (locale === undefined) {
    throw new ServerError(40414, "BSON field 'collation.locale' is missing but a required field");
  }
  if (locale.type !== BsonType.string || textOf(locale) !== 'simple') {
    throw unsupported('collations other than simple');
  }
}
