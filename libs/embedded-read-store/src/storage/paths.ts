import { fieldOf, elementsOf, isArray, isObject, type Value } from '../bson/value';

export const splitPath = (path: string): readonly string[] => path.split('.');

const isPosition = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part);

/**
 * Calls `visit` with every value MongoDB sees at a path, arrays on the way spread out; `undefined`
 * stands for a place where the field is missing. Stops when `visit` answers true, and says so.
 */
export function someAt(
  document: Value,
  parts: readonly string[],
  visit: (value: Value | undefined) => boolean,
  from = 0,
): boolean {
  const part = parts[from];
  if (part === undefined) return visit(document);
  const value = fieldOf(document, part);
  return below(value, parts, visit, from + 1);
}

function below(
  value: Value | undefined,
  parts: readonly string[],
  visit: (value: Value | undefined) => boolean,
  from: number,
): boolean {
  const next = parts[from];
  if (next === undefined || value === undefined) return visit(value);
  if (isObject(value)) return someAt(value, parts, visit, from);
  if (!isArray(value)) return visit(undefined);
  const elements = elementsOf(value);
  if (isPosition(next) && Number(next) < elements.length) {
    if (below(elements[Number(next)], parts, visit, from + 1)) return true;
  }
  return elements.some((element) => isObject(element) && someAt(element, parts, visit, from));
}

/** The value at a path through documents only; arrays on the way have no fields. */
export function valueAt(document: Value, parts: readonly string[]): Value | undefined {
  let value: Value | undefined = document;
  for (const part of parts) {
    if (!isObject(value)) return undefined;
    value = fieldOf(value, part);
  }
  return value;
}
