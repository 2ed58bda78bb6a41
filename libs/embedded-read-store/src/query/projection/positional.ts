import { type Variables } from '../../aggregate/expression';
import { elementsOf, fieldsOf, isArray, isObject, type Value } from '../../bson/value';
import { arrayOf, documentOf } from '../../bson/write';
import { ServerError, unsupported } from '../../errors';
import { splitPath, valueAt } from '../../storage/paths';
import { compileFilter, type Predicate } from '../filter';
import { isOperatorDocument } from '../value-tests';

interface Demand {
  readonly path: string;
  readonly operand: Value;
}

/** What a filter demands of paths in `$and` with everything else. */
function demandsOf(filter: Value): Demand[] {
  return fieldsOf(filter).flatMap(({ name, value }) => {
    if (name === '$and' && isArray(value)) return elementsOf(value).flatMap(demandsOf);
    return name.startsWith('$') ? [] : [{ path: name, operand: value }];
  });
}

/** What an array at `path` is told by: exactly one demand of one kind, or nothing that can be told. */
function demandOn(path: string, filter: Value): Demand | undefined {
  const found = demandsOf(filter).filter(
    (demand) => demand.path === path || demand.path.startsWith(`${path}.`),
  );
  const [only, ...others] = found;
  if (others.length > 0) throw unsupported('a positional projection with several conditions');
  if (only === undefined) return undefined;
  const operators = isOperatorDocument(only.operand) ? fieldsOf(only.operand) : [];
  const names = operators.map(({ name }) => name).filter((name) => name !== '$options');
  if (names.length > 1 || ['$all', '$not', '$size', '$type'].includes(names[0] ?? '')) {
    throw unsupported('a positional projection with such a condition');
  }
  return ['$ne', '$nin', '$exists'].includes(names[0] ?? '') ? undefined : only;
}

/** Whether one element is what the filter was looking for. */
function elementTest({ path, operand }: Demand, array: string, variables: Variables): Predicate {
  if (path === array) {
    const filter = documentOf([['v', operand]]);
    const matches = compileFilter(filter, variables);
    // In a list of its own, so that `$elemMatch` and equality mean it and not its elements.
    return (element) => matches(documentOf([['v', arrayOf([element])]]));
  }
  const below = path.slice(array.length + 1);
  if (/^\d/.test(below)) throw unsupported('a positional projection with a place in the filter');
  const matches = compileFilter(documentOf([[below, operand]]), variables);
  return (element) => isObject(element) && matches(element);
}

/**
 * For `path.$`: the first element of the array at `path` that the filter was met by.
 * @throws ServerError 238 where the filter does not tell which; the answer throws 51246 where none is.
 */
export function matchedElement(
  path: string,
  filter: Value,
  variables: Variables,
): (document: Value) => Value {
  const demand = demandOn(path, filter);
  const test = demand && elementTest(demand, path, variables);
  const parts = splitPath(path);
  return (document) => {
    const array = valueAt(document, parts);
    const elements = isArray(array) ? elementsOf(array) : [];
    const found = test === undefined ? undefined : elements.find(test);
    if (found !== undefined) return arrayOf([found]);
    throw new ServerError(
      51246,
      "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
    );
  };
}
