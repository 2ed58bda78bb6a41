/** One generation of a view: a change of shape or meaning is a new version with its own data. */
export interface ViewIdentity {
  readonly name: string;
  readonly version: number;
}

/** The collection that holds a view's documents, and the key of its checkpoint: `ranking_v3`. */
export function collectionName({ name, version }: ViewIdentity): string {
  return `${name}_v${version}`;
}
