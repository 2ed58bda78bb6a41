import { show } from '../bson/show';
import { elementsOf, isArray, type Value } from '../bson/value';
import { badValue, ServerError } from '../errors';
import { type ArrayFilters } from './array-filters';
import { comparePaths, identifierOf, isArrayPart, PathSet, type UpdatePath } from './paths';
import { matchedPosition } from './positional';
import { type UpdateStep } from './step';
import { openDocument, valueAtPath } from './tree';

/** The elements of the array at `head` that `$[]` or `$[identifier]` means, by position. */
function positionsAt(
  document: Value,
  head: readonly string[],
  part: string,
  filters: ArrayFilters,
): string[] {
  const array = valueAtPath(openDocument(document), head);
  const path = head.join('.');
  if (array === undefined) {
    throw badValue(
      `The path '${path}' must exist in the document in order to apply array updates.`,
    );
  }
  if (!isArray(array)) {
    throw badValue(`Cannot apply array updates to non-array element ${path}: ${show(array)}`);
  }
  const test = filters.get(identifierOf(part));
  return elementsOf(array).flatMap((element, index) =>
    test === undefined || test(element) ? [String(index)] : [],
  );
}

function expand(
  { parts }: UpdatePath,
  document: Value,
  position: () => string,
  filters: ArrayFilters,
): string[][] {
  let heads: string[][] = [[]];
  for (const part of parts) {
    heads = heads.flatMap((head) => {
      if (part === '$') return [[...head, position()]];
      if (!isArrayPart(part)) return [[...head, part]];
      return positionsAt(document, head, part, filters).map((index) => [...head, index]);
    });
  }
  return heads;
}

/**
 * The steps with every `$`, `$[]` and `$[identifier]` turned into positions of this document.
 * @throws ServerError 2 where there is no such array, 40 where two steps meet.
 */
export function concreteSteps(
  steps: readonly UpdateStep[],
  document: Value,
  filter: Value | undefined,
  filters: ArrayFilters,
): UpdateStep[] {
  const position = (): string => {
    const found = filter === undefined ? undefined : matchedPosition(filter, document);
    if (found === undefined) {
      throw badValue('The positional operator did not find the match needed from the query.');
    }
    return String(found);
  };
  const paths = new PathSet();
  return steps
    .flatMap((step) => {
      if (!step.path.dynamic) return [step];
      return expand(step.path, document, position, filters).map((parts) => ({
        ...step,
        path: { text: parts.join('.'), parts, dynamic: false },
      }));
    })
    .map((step) => {
      const at = paths.add(step.path.parts);
      if (at !== undefined) throw new ServerError(40, `Update created a conflict at '${at}'`);
      return step;
    })
    .sort((left, right) => comparePaths(left.path.parts, right.path.parts));
}
