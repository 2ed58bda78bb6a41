import { elementsOf, fieldOf, isArray, isObject, type Value } from '../bson/value';

/**
 * Calls `visit` with every value there is at a path, through documents and through the elements of
 * arrays; a part that is a number also names a position. What is missing is not visited.
 */
export function visitValues(
  value: Value,
  parts: readonly string[],
  visit: (value: Value) => void,
  from = 0,
): void {
  const part = parts[from];
  if (part === undefined) {
    visit(value);
  } else if (isObject(value)) {
    const next = fieldOf(value, part);
    if (next !== undefined) visitValues(next, parts, visit, from + 1);
  } else if (isArray(value)) {
    const elements = elementsOf(value);
    const element = /^(0|[1-9]\d*)$/.test(part) ? elements[Number(part)] : undefined;
    if (element !== undefined) visitValues(element, parts, visit, from + 1);
    for (const each of elements) if (isObject(each)) visitValues(each, parts, visit, from);
  }
}
