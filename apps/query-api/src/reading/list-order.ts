import { decodeCursor, encodeCursor, problem } from '@jejak/http';
import type { Order, Place, Scalar } from '@jejak/views';

import { orderCalled } from './list';

interface Ordered {
  readonly path: string;
  readonly sorts: Readonly<Record<string, string>>;
  readonly defaultSort: string | null;
}

/** The order of one reading of a list, with the name by which its cursors know it. */
export interface NamedOrder extends Order {
  readonly name: string;
}

/** Throws `request.invalid`, naming what is known, when the list has no such sort. */
export function orderOf(list: Ordered, sort: string | undefined): NamedOrder {
  const name = sort ?? list.defaultSort;
  const at = (asked: string): string => `${list.path} by ${asked}`;
  if (name === null) return { field: '_id', direction: 1, name: at('id') };
  const order = orderCalled(list, name);
  if (order !== null) return { ...order, name: at(name) };
  const known = Object.keys(list.sorts);
  throw problem('request.invalid', {
    field: 'sort',
    detail: `sort is none of ${known.flatMap((one) => [one, `-${one}`]).join(', ') || 'those there are: this list has one order'}.`,
    fix: known.length === 0 ? 'Leave sort out.' : 'Use one of them; - is the opposite direction.',
  });
}

export const cursorOf = ({ name }: NamedOrder, { value, id }: Place): string =>
  encodeCursor([name, value, id]);

/** Where a cursor goes on; throws `request.invalid` when it is of another list or order. */
export function placeOf(order: NamedOrder, cursor: string | undefined): Place | null {
  if (cursor === undefined) return null;
  const [name, value = null, id] = decodeCursor(cursor, 3);
  if (name === order.name && typeof id === 'string') return { value, id };
  throw problem('request.invalid', {
    field: 'cursor',
    detail: 'The cursor is of another list or another order.',
    fix: 'Pass on the link of the page before unchanged, or leave the cursor out to start over.',
  });
}

/** The place of a document. Throws when the list orders by what is neither text, number, truth nor null. */
export function placeAt({ field }: Order, document: object, id: string): Place {
  if (field === '_id') return { value: null, id };
  const value = field.split('.').reduce<unknown>((inner, name) => {
    const holds = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
    return holds ? (inner as Readonly<Record<string, unknown>>)[name] : undefined;
  }, document);
  if (!isScalar(value ?? null)) throw new Error(`Documents cannot be ordered by ${field}`);
  return { value: (value ?? null) as Scalar, id };
}

const isScalar = (value: unknown): value is Scalar =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);
