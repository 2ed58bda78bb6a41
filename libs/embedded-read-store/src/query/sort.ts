import { fieldPath } from '../aggregate/field-path';
import { argumentNumber, isNumber } from '../bson/read';
import { show } from '../bson/show';
import { type Field, fieldsOf, isObject, type Value } from '../bson/value';
import { ServerError, unsupported } from '../errors';
import { type Step } from './pace';
import { type SortField, sortKeyMaker } from './sort-key';
import { sortedBy } from './sort-runs';

export { type SortField, sortKeyMaker } from './sort-key';

function sortField({ name, value }: Field): SortField {
  if (isObject(value)) throw unsupported(`sorting by ${show(value)}`);
  if (!isNumber(value)) {
    throw new ServerError(15974, `Illegal key in $sort specification: ${name}: ${show(value)}`);
  }
  const direction = argumentNumber(value);
  if (direction !== 1 && direction !== -1) {
    throw new ServerError(
      15975,
      '$sort key ordering must be 1 (for ascending) or -1 (for descending)',
    );
  }
  // The natural order of this store is the order of `_id`.
  if (name === '$natural') return { path: '_id', direction };
  return { path: fieldPath(name).join('.'), direction };
}

/** @throws ServerError 15974 or 15975 for a direction that is not 1 or -1, 2 for `$natural` beside others. */
export function parseSort(sort: Value | undefined): SortField[] {
  if (sort === undefined) return [];
  if (!isObject(sort)) throw new ServerError(14, 'sort must be an object');
  const fields = fieldsOf(sort);
  if (fields.length > 1 && fields.some(({ name }) => name === '$natural')) {
    throw new ServerError(2, "Cannot include '$natural' in compound sort");
  }
  return fields.map(sortField);
}

/**
 * Documents in the order of `sort`, equal ones in the order they came. With `limit`, only that many.
 * @throws ServerError 292 above 100 MB.
 */
export const sorted = (
  documents: Iterable<Step>,
  sort: readonly SortField[],
  limit: number,
): Generator<Step> => sortedBy(documents, sortKeyMaker(sort), limit);
