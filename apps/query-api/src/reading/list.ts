import type { PolicyKind } from '@jejak/domain/policy';
import type { Order, View } from '@jejak/views';

import type { Unconfirmed } from '../policy/policy-versions';
import type { Cell } from './csv';
import type { ListQuery } from './list.query';

/** What a query parameter asks of the documents; a text is short for equality with that field. */
export type ListFilter =
  | string
  | {
      /** Dotted path in the document. */
      readonly field: string;
      /** `=` unless told; `from` and `until` include what was asked for. */
      readonly is?: '=' | 'from' | 'until';
      /** The value meant by a (checked) parameter; the text itself unless told. */
      readonly read?: (text: string) => string | number | boolean;
    };

/** One column of the CSV form per entry, in their order. */
export type Columns<Item> = Readonly<Record<string, (item: Item) => Cell>>;

export interface ListOptions {
  /** Where it is served; its last part names the downloaded file. */
  readonly path: string;
  /** By query parameter. Each needs a place in the view's `indexes`: see `missingIndexes`. */
  readonly filters?: Readonly<Record<string, ListFilter>>;
  /** Dotted paths of the document by the name that `sort` takes; see `Order` for their values. */
  readonly sorts?: Readonly<Record<string, string>>;
  /** Kinds of policy whose unconfirmed parts `item` asks for. */
  readonly policies?: readonly PolicyKind[];
  /** A name of `sorts`, with `-` before it for the opposite direction. By identifier unless told. */
  readonly defaultSort?: string;
}

/** What is shown of a document, by its identifier, the query and what no source confirms. */
export type ItemOf<Document extends object, Item, Query extends ListQuery> = (
  document: Document,
  id: string,
  query: Query,
  unconfirmed: Unconfirmed,
) => Item;

/** A list of the query API: which documents, how they are chosen, ordered and shown. */
export interface List<Document extends object, Item, Query extends ListQuery> {
  readonly view: View<Document>;
  readonly path: string;
  readonly filters: Readonly<Record<string, ListFilter>>;
  readonly sorts: Readonly<Record<string, string>>;
  readonly defaultSort: string | null;
  readonly policies: readonly PolicyKind[];
  readonly item: ItemOf<Document, Item, Query>;
  readonly columns: Columns<Item>;
}

/** A list of documents as they are. */
export function listOf<Document extends object>(
  view: View<Document>,
  options: ListOptions & { readonly columns: Columns<Document>; readonly item?: never },
): List<Document, Document, ListQuery>;
/** A list of what `item` makes of each document. */
export function listOf<Document extends object, Item, Query extends ListQuery = ListQuery>(
  view: View<Document>,
  options: ListOptions & {
    readonly item: ItemOf<Document, Item, Query>;
    readonly columns: Columns<NoInfer<Item>>;
  },
): List<Document, Item, Query>;
export function listOf<Document extends object>(
  view: View<Document>,
  options: ListOptions & {
    readonly item?: ItemOf<Document, unknown, ListQuery>;
    readonly columns: Columns<unknown>;
  },
): List<Document, unknown, ListQuery> {
  const { path, filters = {}, sorts = {}, policies = [], defaultSort = null } = options;
  const { item = (document: Document) => document, columns } = options;
  return { view, path, filters, sorts, policies, defaultSort, item, columns };
}

/** The order a name of `sorts` stands for; null for a name that the list does not have. */
export function orderCalled(
  { sorts }: Pick<List<object, unknown, ListQuery>, 'sorts'>,
  sort: string,
): Order | null {
  const name = sort.replace(/^-/, '');
  const field = Object.hasOwn(sorts, name) ? sorts[name] : undefined;
  return field === undefined ? null : { field, direction: sort.startsWith('-') ? -1 : 1 };
}
