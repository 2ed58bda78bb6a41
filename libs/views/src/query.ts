/** A value that documents are compared with: never an object, so never an operator. */
export type Scalar = string | number | boolean | null;

type Bounds = {
  readonly [Operator in '$gte' | '$lte' | '$gt' | '$lt']?: string | number | boolean;
};

/** A condition on one field. Its operators are written here, never taken from a caller. */
export type Condition =
  | Scalar
  | Bounds
  | { readonly $ne: null }
  /** Holds where one element of a list meets all of these. */
  | { readonly $elemMatch: Readonly<Record<string, Bounds>> };

/** Conditions by field, all of which must hold; see `allOf` for several on one field. */
export interface QueryFilter {
  readonly [field: string]: Condition | readonly QueryFilter[];
}

/** A read of a view's collection as data: whoever holds the database passes it on. */
export interface ViewQuery {
  readonly filter: QueryFilter;
  readonly sort: Readonly<Record<string, 1 | -1>>;
  /** One more than the page asked for: the extra document only says that there is a next page. */
  readonly limit: number;
}

/** One filter that holds where all of these do. */
export function allOf(...filters: readonly QueryFilter[]): QueryFilter {
  const conditions = filters.flatMap((filter) => Object.entries(filter));
  const flat = Object.fromEntries(conditions);
  // Flat where no field stands twice: that is what a server plans best.
  return Object.keys(flat).length === conditions.length ? flat : { $and: filters };
}
