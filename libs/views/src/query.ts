/** A condition on one field, on text values only: nothing a caller sends can become an operator. */
export type Condition =
  string | { readonly [Operator in '$gte' | '$lte' | '$gt' | '$lt']?: string };

export type QueryFilter = Readonly<Record<string, Condition>>;

/** A read of a view's collection as data: whoever holds the database passes it on. */
export interface ViewQuery {
  readonly filter: QueryFilter;
  readonly sort: Readonly<Record<string, 1 | -1>>;
  /** One more than the page asked for: the extra document only says that there is a next page. */
  readonly limit: number;
}

/** One page of documents and the identifier to go on after; null on the last page. */
export interface Page<Document> {
  readonly items: readonly Document[];
  readonly next: string | null;
}

/** Cuts the answer to a `ViewQuery` back to the page of `limit` that was asked for. */
export function pageOf<Document>(
  found: readonly Document[],
  limit: number,
  identifierOf: (document: Document) => string,
): Page<Document> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last ? identifierOf(last) : null };
}
