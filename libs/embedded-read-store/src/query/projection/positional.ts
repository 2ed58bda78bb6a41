import { type Variables } from '../../aggregate/expression';
import {
  elementsOf,
  type Field,
  fieldOf,
  fieldsOf,
  isArray,
  isObject,
  type Value,
} from '../../bson/value';
import { arrayOf, documentOf } from '../../bson/write';
import { ServerError } from '../../errors';
import { splitPath } from '../../storage/paths';
import { compileFilter } from '../filter';
import { isOperatorDocument } from '../value-tests';

/** The place in an array by which a document met a filter; undefined when it was none. */
type Locator = (document: Value) => number | undefined;

const nowhere: Locator = () => undefined;

/** The outermost array on a path, and what is left of the path behind it. */
function firstArray(
  document: Value,
  parts: readonly string[],
): { array: Value; rest: readonly string[] } | undefined {
  let value: Value | undefined = document;
  for (let from = 0; from <= parts.length; from += 1) {
    if (isArray(value)) return { array: value, rest: parts.slice(from) };
    value = isObject(value) ? fieldOf(value, parts[from] ?? '') : undefined;
  }
  return undefined;
}

/** Operators that are not met by one element among others. */
const ofNoElement = new Set(['$ne', '$nin', '$not', '$exists', '$size']);

/** For one operator (or value) at one path. */
function pathLocator(path: string, operand: Value, variables: Variables): Locator {
  const parts = splitPath(path);
  const matchers = new Map<string, (element: Value) => boolean>();
  const matcherFor = (rest: readonly string[]): ((element: Value) => boolean) => {
    const key = rest.join('.');
    const known = matchers.get(key);
    if (known !== undefined) return known;
    const matches = compileFilter(
      documentOf([[`v${rest.length > 0 ? `.${key}` : ''}`, operand]]),
      variables,
    );
    const made = (element: Value): boolean => matches(documentOf([['v', arrayOf([element])]]));
    matchers.set(key, made);
    return made;
  };
  return (document) => {
    const found = firstArray(document, parts);
    // A place that the path names itself is not one that was searched for.
    if (found === undefined || /^\d+$/.test(found.rest[0] ?? '')) return undefined;
    const at = elementsOf(found.array).findIndex(matcherFor(found.rest));
    return at < 0 ? undefined : at;
  };
}

/** The last place that any of several tells. */
const last =
  (locators: readonly Locator[]): Locator =>
  (document) =>
    locators.reduce<number | undefined>((at, locate) => locate(document) ?? at, undefined);

function fieldLocator({ name, value }: Field, variables: Variables): Locator {
  if (isArray(value)) return nowhere;
  if (!isOperatorDocument(value)) return pathLocator(name, value, variables);
  const operators = fieldsOf(value);
  const options = operators.filter((each) => each.name === '$options');
  return last(
    operators.flatMap((operator) => {
      if (ofNoElement.has(operator.name) || operator.name === '$options') return [];
      const beside = operator.name === '$regex' ? options : [];
      const alone = [operator, ...beside].map((each) => [each.name, each.value] as const);
      return pathLocator(name, documentOf(alone), variables);
    }),
  );
}

/** Alternatives tell a place only when they are about one field, as one `$in` would be. */
function alternatives(clauses: readonly Value[], variables: Variables): Locator {
  const fields = clauses.map((clause) => fieldsOf(clause));
  const names = new Set(fields.flatMap((each) => each.map(({ name }) => name)));
  const [name] = names;
  if (names.size !== 1 || name === undefined || name.startsWith('$')) return nowhere;
  const locators = fields.flatMap((each) => each.map((field) => fieldLocator(field, variables)));
  return (document) => {
    const places = locators.map((locate) => locate(document)).filter((at) => at !== undefined);
    return places.length === 0 ? undefined : Math.min(...places);
  };
}

function locatorOf(filter: Value, variables: Variables): Locator {
  return last(
    fieldsOf(filter).map((field) => {
      const clauses = isArray(field.value) ? elementsOf(field.value) : [];
      if (field.name === '$and') return last(clauses.map((each) => locatorOf(each, variables)));
      if (field.name === '$or') return alternatives(clauses, variables);
      return field.name.startsWith('$') ? nowhere : fieldLocator(field, variables);
    }),
  );
}

/** The document with `array` at the outermost array of a path. */
function withArray(value: Value, parts: readonly string[], array: Value): Value {
  if (!isObject(value)) return array;
  const [part, ...rest] = parts;
  return documentOf(
    fieldsOf(value).map(
      (field) =>
        [
          field.name,
          field.name === part ? withArray(field.value, rest, array) : field.value,
        ] as const,
    ),
  );
}

/**
 * For `path.$`: a document of whose first array on the path only that element is left by whose place
 * the document met the filter, in whatever array it was. Where there is no array, nothing changes.
 * @throws ServerError from what it answers: 51246 where no place is told, 51247 beyond the array.
 */
export function elementPicker(
  path: string,
  filter: Value,
  variables: Variables,
): (document: Value) => Value {
  const locate = locatorOf(filter, variables);
  const parts = splitPath(path);
  const failed = 'Executor error during find command :: caused by :: positional operator';
  return (document) => {
    const found = firstArray(document, parts);
    if (found === undefined) return document;
    const at = locate(document);
    if (at === undefined) {
      throw new ServerError(51246, `${failed} '.$' couldn't find a matching element in the array`);
    }
    const element = elementsOf(found.array)[at];
    if (element === undefined) throw new ServerError(51247, `${failed} '.$' element mismatch`);
    return withArray(document, parts, arrayOf([element]));
  };
}
