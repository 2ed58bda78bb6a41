import { elementsOf, fieldsOf, isArray, isObject, type Value } from '../bson/value';
import { arrayOf, documentOf } from '../bson/write';
import { compileFilter } from '../query/filter';
import { splitPath, valueAt } from '../storage/paths';
import { isNumeric } from './paths';

/** Conditions that say nothing of a single element, or that hold when none satisfies them. */
const withoutElement = new Set(['$ne', '$nin', '$not', '$exists', '$size', '$type', '$options']);

/** A condition on one path, with the values that only make sense together kept together. */
interface Condition {
  readonly path: string;
  readonly operand: Value;
}

function conditionsOn(path: string, operand: Value): Condition[] {
  const fields = isObject(operand) ? fieldsOf(operand) : [];
  if (fields[0]?.name.startsWith('$') !== true) return [{ path, operand }];
  if (fields.some(({ name }) => name === '$regex')) return [{ path, operand }];
  return fields
    .filter(({ name }) => !withoutElement.has(name))
    .flatMap(({ name, value }) => {
      // $all holds when each of its values is found: each is a condition of its own.
      if (name === '$all') return elementsOf(value).flatMap((each) => conditionsOn(path, each));
      return [{ path, operand: documentOf([[name, value]]) }];
    });
}

/** The last of the conditions that an array element met decides, as in MongoDB. */
function conditionsIn(filter: Value, document: Value): Condition[] {
  return fieldsOf(filter).flatMap(({ name, value }) => {
    if (name === '$and' && isArray(value)) {
      return elementsOf(value).flatMap((clause) => conditionsIn(clause, document));
    }
    if (name === '$or' && isArray(value)) {
      const met = elementsOf(value).find((clause) => compileFilter(clause)(document));
      return met === undefined ? [] : conditionsIn(met, document);
    }
    return name.startsWith('$') ? [] : conditionsOn(name, value);
  });
}

/** The position of the element that satisfies a condition, in the first array on its path. */
function positionFor({ path, operand }: Condition, document: Value): number | undefined {
  const parts = splitPath(path);
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const value = valueAtPosition(document, parts.slice(0, depth));
    if (value === undefined) return undefined;
    const next = parts[depth];
    if (!isArray(value) || (next !== undefined && isNumeric(next))) continue;
    const matches = compileFilter(
      documentOf([[['v', ...parts.slice(depth)].join('.'), operand] as const]),
    );
    const found = elementsOf(value).findIndex((element) =>
      matches(documentOf([['v', arrayOf([element])]])),
    );
    return found < 0 ? undefined : found;
  }
  return undefined;
}

/** As a path through documents, but a number steps into an array. */
function valueAtPosition(document: Value, parts: readonly string[]): Value | undefined {
  let value: Value | undefined = document;
  for (const part of parts) {
    if (isArray(value)) value = elementsOf(value)[Number(part)];
    else value = isObject(value) ? valueAt(value, [part]) : undefined;
    if (value === undefined) return undefined;
  }
  return value;
}

/** What `$` stands for in the update of a document that the filter matched. */
export function matchedPosition(filter: Value, document: Value): number | undefined {
  const positions = conditionsIn(filter, document).map((each) => positionFor(each, document));
  return positions.findLast((position) => position !== undefined);
}
