import type { Condition, ViewQuery } from '../query';

/** Exact matches, all of which must hold; `from` and `to` are instants of recording, inclusive. */
export interface TrailFilters {
  readonly region?: string;
  /** Identifier of the actor. */
  readonly actor?: string;
  readonly stream?: string;
  readonly type?: string;
  /** ISO 8601 UTC with milliseconds. */
  readonly from?: string;
  readonly to?: string;
  /** Order of the log; newest first by default. */
  readonly order?: 'asc' | 'desc';
}

/**
 * A page of the audit trail in the order of the log, going on after the row `cursor` (null: from the
 * beginning). Ask with the same filters and order for every page.
 */
export function trailQuery(
  { region, actor, stream, type, from, to, order = 'desc' }: TrailFilters,
  cursor: string | null,
  limit: number,
): ViewQuery {
  const filter: Record<string, Condition> = {};
  if (region !== undefined) filter['region'] = region;
  if (actor !== undefined) filter['actor.id'] = actor;
  if (stream !== undefined) filter['stream'] = stream;
  if (type !== undefined) filter['type'] = type;
  if (from !== undefined || to !== undefined)
    filter['recordedAt'] = {
      ...(from === undefined ? {} : { $gte: from }),
      ...(to === undefined ? {} : { $lte: to }),
    };
  if (cursor !== null) filter['_id'] = order === 'asc' ? { $gt: cursor } : { $lt: cursor };
  return { filter, sort: { _id: order === 'asc' ? 1 : -1 }, limit: limit + 1 };
}
