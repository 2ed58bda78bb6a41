import { typeNameOf } from '../bson/type-names';
import { fieldsOf, isNullish, isObject, type Value } from '../bson/value';
import { documentOf } from '../bson/write';
import { ServerError } from '../errors';

/** `$mergeObjects`: later fields win, in the place of the first. @throws ServerError 40400. */
export function merged(values: readonly (Value | undefined)[]): Value {
  const fields = new Map<string, Value>();
  for (const value of values) {
    if (value === undefined || isNullish(value)) continue;
    if (!isObject(value)) {
      throw new ServerError(
        40400,
        `$mergeObjects requires object inputs, but input is of type ${typeNameOf(value)}`,
      );
    }
    for (const field of fieldsOf(value)) fields.set(field.name, field.value);
  }
  return documentOf(fields);
}
