import { elementsOf, fieldOf, isArray, isObject, type Value } from '../bson/value';
import { arrayOf } from '../bson/write';
import { ServerError } from '../errors';

/** @throws ServerError 16410, 15998, 40353 or 16411 for what is no path of fields. */
export function fieldPath(path: string): readonly string[] {
  if (path.endsWith('.')) throw new ServerError(40353, "FieldPath must not end with a '.'.");
  const parts = path.split('.');
  for (const part of parts) {
    if (part === '')
      throw new ServerError(15998, 'FieldPath field names may not be empty strings.');
    if (part.startsWith('$')) {
      throw new ServerError(
        16410,
        "FieldPath field names may not start with '$'. Consider using $getField or $setField.",
      );
    }
    if (part.includes('\0')) {
      throw new ServerError(16411, "FieldPath field names may not contain '\\0'.");
    }
  }
  return parts;
}

/** A path in an expression: arrays on the way give the array of what their documents hold. */
export function valueOfPath(value: Value, parts: readonly string[], from = 0): Value | undefined {
  const part = parts[from];
  if (part === undefined) return value;
  if (isArray(value)) {
    const found = elementsOf(value).map((each) => valueInElement(each, parts, from));
    return arrayOf(found.filter((each) => each !== undefined));
  }
  if (!isObject(value)) return undefined;
  const next = fieldOf(value, part);
  return next === undefined ? undefined : valueOfPath(next, parts, from + 1);
}

/** An array within an array is not looked into. */
const valueInElement = (
  element: Value,
  parts: readonly string[],
  from: number,
): Value | undefined => (isObject(element) ? valueOfPath(element, parts, from) : undefined);
