import type { Generation } from '../view/generation';

/** A generation of a view that is named elsewhere. */
export type GenerationKey = Omit<Generation, 'name'>;

/** Why a generation is filled beside the live one. */
export type BuildPurpose =
  /** Somebody asked for it; it is switched to when they say so. */
  | 'rebuild'
  /** The code's version grew; it is switched to by itself. */
  | 'new-version'
  /** An event that nobody could read can be read now, or was left out; switched to by itself. */
  | 'release'
  /** The generation that was live before catches up, to be live again. */
  | 'rollback';

export interface NextGeneration extends GenerationKey {
  readonly purpose: BuildPurpose;
  /** `filling`: from its checkpoint on. `ready`: it has its indexes and follows the log. */
  readonly state: 'filling' | 'ready';
  /** Most events a second; null: as fast as it goes. */
  readonly throttle: number | null;
  /** ISO 8601 UTC. */
  readonly requestedAt: string;
}

/** Which generations of a view there are, and which one is read. One document, changed at once. */
export interface CatalogueEntry {
  readonly view: string;
  /** Of this entry: every change is made to the revision it was decided on. */
  readonly revision: bigint;
  /** Highest build number given out. */
  readonly builds: number;
  readonly live: GenerationKey | null;
  /** Was live before, and can be again. */
  readonly previous: GenerationKey | null;
  readonly next: NextGeneration | null;
  /** Nobody reads these any more: their data are to be dropped, then they leave this list. */
  readonly discarded: readonly GenerationKey[];
}

export interface Catalogue {
  /** Null for a view that was never projected. */
  read(view: string): Promise<CatalogueEntry | null>;
  /**
   * Writes the entry over the revision it carries (0: there is none yet) and answers with the new
   * one. Throws `AnotherWriter` when the entry has changed since it was read.
   */
  replace(entry: CatalogueEntry): Promise<CatalogueEntry>;
}
