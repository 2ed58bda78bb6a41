import { allOf, type Condition, type QueryFilter } from '@jejak/views';

import type { ListFilter } from './list';

/** The conditions that the parameters of a query ask for; those it leaves out ask for nothing. */
export function filterOf(
  filters: Readonly<Record<string, ListFilter>>,
  query: object,
  fixed: QueryFilter = {},
): QueryFilter {
  const asked = Object.entries(filters).flatMap(([parameter, filter]) => {
    const text = (query as Readonly<Record<string, unknown>>)[parameter];
    return typeof text === 'string' ? [conditionOf(filter, text)] : [];
  });
  return allOf(fixed, ...asked);
}

function conditionOf(filter: ListFilter, text: string): QueryFilter {
  if (typeof filter === 'string') return { [filter]: text };
  const { field, is = '=', read } = filter;
  const value = read === undefined ? text : read(text);
  const condition: Condition =
    is === '=' ? value : is === 'from' ? { $gte: value } : { $lte: value };
  return { [field]: condition };
}
