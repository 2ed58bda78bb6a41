import type { View, ViewIndex } from '@jejak/views';

import { orderCalled, type ListFilter } from '../reading/list';

interface Indexed {
  readonly view: View<object>;
  readonly filters: Readonly<Record<string, ListFilter>>;
  readonly sorts: Readonly<Record<string, string>>;
  readonly defaultSort?: string | null;
}

/**
 * The indexes that a list needs and its view does not declare, in words; none is what a context's
 * specification expects. Each filter alone with each order, and each order alone, must be read in
 * order from an index; for filters together the server picks one of them and tests the rest.
 */
export function missingIndexes(list: Indexed): readonly string[] {
  const { view, filters, sorts, defaultSort = null } = list;
  const byIdentifier = defaultSort === null ? ['_id'] : [];
  const orders = [
    ...byIdentifier,
    ...Object.keys(sorts).map((name) => orderCalled({ sorts }, name)?.field),
  ];
  const wanted = orders.flatMap((order = '_id') => [
    keyOf(order),
    ...Object.values(filters).map((filter) =>
      typeof filter === 'string' || (filter.is ?? '=') === '='
        ? keyOf(typeof filter === 'string' ? filter : filter.field, order)
        : [filter.field],
    ),
  ]);
  const missing = wanted.filter((key) => !isIdentifier(key) && !view.indexes.some(begins(key)));
  return [...new Set(missing.map((key) => `${view.name}: ${key.join(', ')}`))];
}

/** Fields in order, each once, up to the identifier, after which nothing is left to order. */
function keyOf(...fields: readonly string[]): readonly string[] {
  const key = [...new Set([...fields, '_id'])];
  return key.slice(0, key.indexOf('_id') + 1);
}

const isIdentifier = ([first]: readonly string[]): boolean => first === '_id';

/** All in one direction, as lists order: then the index reads them both ways. */
const begins =
  (key: readonly string[]) =>
  (index: ViewIndex): boolean => {
    const fields = Object.entries(index).slice(0, key.length);
    const directions = new Set(fields.map(([, direction]) => direction));
    return directions.size === 1 && key.every((field, place) => fields[place]?.[0] === field);
  };
