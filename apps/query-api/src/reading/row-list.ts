import type { Place, Scalar } from '@jejak/views';

import type { Columns } from './list';
import { placeAt, type NamedOrder } from './list-order';

/** A list of rows that are made when they are asked for, of documents few enough to be read whole. */
export interface RowList<Row extends object> {
  /** Where it is served; its last part names the downloaded file. */
  readonly path: string;
  /** Query parameters that narrow it, beside the moments it is asked as of. */
  readonly narrowedBy: readonly string[];
  /** Dotted paths of the row by the name that `sort` takes. */
  readonly sorts: Readonly<Record<string, string>>;
  /** By identifier unless told. */
  readonly defaultSort: string | null;
  /** Unlike that of any other row; equals are in its order. */
  readonly idOf: (row: Row) => string;
  readonly columns: Columns<Row>;
}

/** Rows in an order from a place on (null: from the beginning), and the last one's place when more follow. */
export function rowsAfter<Row extends object>(
  rows: readonly Row[],
  { idOf }: Pick<RowList<Row>, 'idOf'>,
  order: NamedOrder,
  place: Place | null,
  limit: number,
): { readonly items: readonly Row[]; readonly next: Place | null } {
  const following = rows
    .map((row) => ({ row, at: placeAt(order, row, idOf(row)) }))
    .filter(({ at }) => place === null || byPlace(at, place) * order.direction > 0)
    .sort((a, b) => byPlace(a.at, b.at) * order.direction);
  const shown = following.slice(0, limit);
  return {
    items: shown.map(({ row }) => row),
    next: following.length > limit ? (shown.at(-1)?.at ?? null) : null,
  };
}

const byPlace = (a: Place, b: Place): number => byValue(a.value, b.value) || byValue(a.id, b.id);

/** As the read store orders documents: what is not there before every value. */
function byValue(a: Scalar, b: Scalar): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : 1;
}
