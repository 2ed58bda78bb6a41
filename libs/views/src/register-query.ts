import type { Condition, ViewQuery } from './query';

export interface RegisterFilters {
  /** Code of the region, exactly. */
  readonly region?: string;
}

/** A page of pacts or plans by identifier, going on after `cursor` (null: from the beginning). */
export function registerQuery(
  { region }: RegisterFilters,
  cursor: string | null,
  limit: number,
): ViewQuery {
  const filter: Record<string, Condition> = {};
  if (region !== undefined) filter['region'] = region;
  if (cursor !== null) filter['_id'] = { $gt: cursor };
  return { filter, sort: { _id: 1 }, limit: limit + 1 };
}
