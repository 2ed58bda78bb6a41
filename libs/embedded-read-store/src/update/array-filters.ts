import { show } from '../bson/show';
import { elementsOf, fieldsOf, isArray, isObject, type Value } from '../bson/value';
import { documentOf } from '../bson/write';
import { badValue, ServerError } from '../errors';
import { compileFilter, type Predicate } from '../query/filter';
import { identifierOf, isArrayPart, type UpdatePath } from './paths';

/** By identifier, which elements `$[identifier]` means. */
export type ArrayFilters = ReadonlyMap<string, (element: Value) => boolean>;

export const noArrayFilters: ArrayFilters = new Map();

const failed = (reason: string, code = 9): ServerError =>
  new ServerError(code, `Error parsing array filter :: caused by :: ${reason}`);

/** The one top-level name that all conditions of a filter speak of. */
function namesIn(filter: Value): string[] {
  return fieldsOf(filter).flatMap(({ name, value }) => {
    if (!name.startsWith('$')) return [name.split('.')[0] ?? ''];
    return isArray(value) ? elementsOf(value).filter(isObject).flatMap(namesIn) : [];
  });
}

/** @throws ServerError 224 or 2 for what may not stand in an array filter. */
function requireAllowed(filter: Value): void {
  for (const { name } of fieldsOf(filter)) {
    if (name === '$expr') throw failed('$expr is not allowed in this context', 224);
    if (name === '$text' || name === '$where') {
      throw failed(`${name} is not allowed in this context`, 2);
    }
  }
}

function identifierIn(filter: Value): string {
  const [first, ...others] = new Set(namesIn(filter));
  if (first === undefined) {
    throw new ServerError(
      9,
      'Cannot use an expression without a top-level field name in arrayFilters',
    );
  }
  const [other] = others;
  if (other !== undefined) {
    throw failed(`Expected a single top-level field name, found '${first}' and '${other}'`);
  }
  if (!/^[a-z][a-zA-Z0-9]*$/.test(first)) {
    throw failed(
      `The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${first}'`,
      2,
    );
  }
  return first;
}

const elementTest =
  (identifier: string, matches: Predicate) =>
  (element: Value): boolean =>
    matches(documentOf([[identifier, element]]));

/** @throws ServerError 9 or 2 for a filter that does not speak of exactly one element. */
export function parseArrayFilters(filters: readonly Value[]): ArrayFilters {
  const tests = new Map<string, (element: Value) => boolean>();
  for (const filter of filters) {
    if (!isObject(filter)) throw new ServerError(14, 'Each array filter must be an object');
    requireAllowed(filter);
    const matches = compileFilter(filter);
    const identifier = identifierIn(filter);
    if (tests.has(identifier)) {
      throw new ServerError(
        9,
        `Found multiple array filters with the same top-level field name ${identifier}`,
      );
    }
    tests.set(identifier, elementTest(identifier, matches));
  }
  return tests;
}

/** @throws ServerError 2 for an identifier without a filter, 9 for a filter without a use. */
export function requireAllUsed(
  filters: ArrayFilters,
  paths: readonly UpdatePath[],
  update: Value,
): void {
  const unused = new Set(filters.keys());
  for (const { text, parts } of paths) {
    for (const part of parts.filter(isArrayPart)) {
      const identifier = identifierOf(part);
      if (identifier !== '' && !filters.has(identifier)) {
        throw badValue(`No array filter found for identifier '${identifier}' in path '${text}'`);
      }
      unused.delete(identifier);
    }
  }
  const [identifier] = unused;
  if (identifier !== undefined) {
    throw new ServerError(
      9,
      `The array filter for identifier '${identifier}' was not used in the update ${show(update)}`,
    );
  }
}
