import { allOf, type QueryFilter, type Scalar, type ViewQuery } from './query';

/**
 * By one field, equal values by identifier, all in one direction: an index of the field and `_id`
 * gives it both ways. The field holds values of one type, or null, or is not there, which counts as
 * null and comes before every value (after every value in the other direction).
 */
export interface Order {
  /** Dotted path; `_id` orders by the identifier alone. */
  readonly field: string;
  readonly direction: 1 | -1;
}

/** The last document of a page, as far as its order goes. */
export interface Place {
  /** Null when ordered by identifier. */
  readonly value: Scalar;
  readonly id: string;
}

/**
 * The documents that come after a place (null: from the beginning): reads to be made one after the
 * other until `limit` documents are there. Several plain ranges rather than one alternative, because
 * a server reads each from its index; documents come and go between pages without moving others.
 */
export function queriesAfter(
  filter: QueryFilter,
  order: Order,
  place: Place | null,
  limit: number,
): Queries {
  const { field, direction } = order;
  const sort = { ...(field === '_id' ? {} : { [field]: direction }), _id: direction };
  const query = (stretch: QueryFilter): ViewQuery => ({
    filter: allOf(filter, stretch),
    sort,
    limit,
  });
  const [first, ...others] = stretchesAfter(order, place);
  return [query(first), ...others.map(query)];
}

type Queries = readonly [ViewQuery, ...ViewQuery[]];

function stretchesAfter(
  { field, direction }: Order,
  place: Place | null,
): readonly [QueryFilter, ...QueryFilter[]] {
  if (place === null) return [{}];
  const { value, id } = place;
  const beyond = <Value>(than: Value) => (direction === 1 ? { $gt: than } : { $lt: than });
  if (field === '_id') return [{ _id: beyond(id) }];
  const ties: QueryFilter = { [field]: value, _id: beyond(id) };
  if (value === null) return direction === 1 ? [ties, { [field]: { $ne: null } }] : [ties];
  const others: QueryFilter = { [field]: beyond(value) };
  return direction === 1 ? [ties, others] : [ties, others, { [field]: null }];
}
