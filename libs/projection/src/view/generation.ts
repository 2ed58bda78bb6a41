/** A view as code knows it: a change of shape or meaning is a new version with its own data. */
export interface ViewIdentity {
  readonly name: string;
  readonly version: number;
}

/**
 * One filling of a view: which version's code makes it, and the how-manieth build of the view it is.
 * A rebuild fills another generation beside the one that is read.
 */
export interface Generation extends ViewIdentity {
  /** From 1; never used twice for one view. */
  readonly build: number;
}

/**
 * The collection that holds a generation's documents, and the key of its checkpoint: `ranking_v3`,
 * and `ranking_v3_b2` for what the second build made.
 */
export function collectionName({
  name,
  version,
  build = 1,
}: ViewIdentity & { build?: number }): string {
  return build === 1 ? `${name}_v${version}` : `${name}_v${version}_b${build}`;
}
