import type { ProjectionStorage } from '../storage/projection-storage';

/** Pulls the plug of the server between two writes. */
export interface StorageFaults {
  /** Takes effect `writes` more times, one document of whatever kind each, then is away. */
  readonly failAfter: (writes: number) => Promise<void>;
  readonly recover: () => Promise<void>;
}

/** An empty storage, and what a specification does behind its back. */
export interface StorageUnderTest {
  readonly storage: ProjectionStorage;
  /** Lets time pass by the server's clock. */
  readonly pass: (milliseconds: number) => Promise<void>;
  /** How many documents there are, by collection. */
  readonly census: () => Promise<Record<string, number>>;
  readonly faults: StorageFaults;
  readonly stop: () => Promise<void>;
}
