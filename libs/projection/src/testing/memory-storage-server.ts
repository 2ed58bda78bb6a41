import type { Position } from '@jejak/domain';

import type { StoredDocument } from '../view/stored-document';
import type { CatalogueEntry } from '../storage/catalogue';
import type { Checkpoint } from '../storage/checkpoint';
import type { EventReference, ParkedRecord } from '../storage/parked';

/** The server went away, before or after taking effect. */
export class Outage extends Error {
  override readonly name = 'Outage';
  constructor() {
    super('The server is away');
  }
}

export interface HeldCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly parked: number;
  readonly fence: bigint;
  /** Empty: nobody had the lease yet. */
  readonly writer: string;
  readonly leaseMilliseconds: number;
  /** By the server's clock. */
  readonly renewedAt: number;
  readonly mark: { readonly upTo: Position; readonly markedAt: number } | null;
}

/** With the fence of the writer that wrote it last. */
export type Fenced<Kept> = Kept & { readonly fence: bigint };

/** What a MongoDB server keeps, by name of the generation's collection where there is one. */
export interface MemoryTables {
  readonly documents: Map<string, Map<string, StoredDocument>>;
  readonly checkpoints: Map<string, HeldCheckpoint>;
  readonly entries: Map<string, CatalogueEntry>;
  /** Within a generation by kind and key. */
  readonly parked: Map<string, Map<string, Fenced<ParkedRecord>>>;
  /** Within a generation by key, then by position. */
  readonly queues: Map<string, Map<string, Map<string, Fenced<EventReference>>>>;
}

/** Tables, a clock that stands until it is moved, and a plug that can be pulled. */
export interface MemoryServer extends MemoryTables {
  /** Every call that reads or writes documents and checkpoints, in order. */
  readonly calls: string[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly advance: (milliseconds: number) => void;
  /** Takes effect `writes` more times, then fails until `recover`. */
  readonly failAfter: (writes: number) => void;
  readonly recover: () => void;
  /** Throws `Outage` while the plug is pulled. */
  readonly reachable: () => Promise<void>;
  /** One document of whatever kind changes, or the server is away. */
  readonly effect: (change: () => void) => void;
}

export function createMemoryServer(): MemoryServer {
  let now = Date.UTC(2026, 0, 1);
  let left = Infinity;
  const assertUp = (): void => {
    if (left <= 0) throw new Outage();
  };
  return {
    documents: new Map(),
    checkpoints: new Map(),
    entries: new Map(),
    parked: new Map(),
    queues: new Map(),
    calls: [],
    now: () => now,
    advance(milliseconds) {
      now += milliseconds;
    },
    failAfter(writes) {
      left = writes;
    },
    recover() {
      left = Infinity;
    },
    async reachable() {
      await Promise.resolve();
      assertUp();
    },
    effect(change) {
      assertUp();
      left -= 1;
      change();
    },
  };
}

/** The table inside a table, made when it is first asked for. */
export function within<Key, Inner>(
  outer: Map<string, Map<Key, Inner>>,
  name: string,
): Map<Key, Inner> {
  const inner = outer.get(name) ?? new Map<Key, Inner>();
  outer.set(name, inner);
  return inner;
}

/** As MongoDB orders texts: by their bytes in UTF-8. */
export const byBytes = (left: string, right: string): number =>
  Buffer.compare(Buffer.from(left), Buffer.from(right));
