import { AnotherWriter } from '../errors';
import type { Catalogue } from '../storage/catalogue';
import type { ProjectionStorage } from '../storage/projection-storage';
import { collectionName, type Generation, type ViewIdentity } from '../view/generation';
import { fromStored, type StoredDocument } from '../view/stored-document';
import { memoryCheckpoints } from './memory-storage-checkpoints';
import { memoryDocuments } from './memory-storage-documents';
import { memoryLeases } from './memory-storage-leases';
import { memoryParked } from './memory-storage-parked';
import {
  byBytes,
  createMemoryServer,
  type MemoryServer,
  Outage,
  within,
} from './memory-storage-server';

/** A generation, or a view: then its first build. */
type Filled = ViewIdentity & { readonly build?: number };

export interface MemoryStorage extends ProjectionStorage {
  /** Takes effect `writes` more times, one document of whatever kind each, then is away. */
  failAfter(writes: number): void;
  recover(): void;
  /** The server's clock, in milliseconds since 1970: stands until it is advanced. */
  serverNow(): number;
  advance(milliseconds: number): void;
  /** Documents of a generation without tombstones and positions, by identifier. */
  contents(filled: Filled): Record<string, unknown>;
  stored(filled: Filled, id: string): StoredDocument | undefined;
  put(filled: Filled, document: StoredDocument): void;
  /** How many documents there are, by collection; collections as in MongoDB. */
  census(): Record<string, number>;
  readonly calls: string[];
  /** Resolves before documents are written or added; replace it to hold a batch in the middle. */
  beforeWrite: () => Promise<void>;
  /** The same before a key is parked or released. */
  beforePark: () => Promise<void>;
  /** Documents the server takes from nobody, as it does what is too large; replace it to say which. */
  refuses: (document: StoredDocument) => boolean;
}

function memoryCatalogue(server: MemoryServer): Catalogue {
  return {
    async read(view) {
      await server.reachable();
      return structuredClone(server.entries.get(view) ?? null);
    },
    async replace(entry) {
      await server.reachable();
      const { view, revision } = entry;
      const next = structuredClone({ ...entry, revision: revision + 1n });
      server.effect(() => {
        if ((server.entries.get(view)?.revision ?? 0n) !== revision) {
          throw new AnotherWriter(view, 'the catalogue entry');
        }
        server.entries.set(view, next);
      });
      return structuredClone(next);
    },
  };
}

async function discard(server: MemoryServer, generation: Generation): Promise<void> {
  await server.reachable();
  const name = collectionName(generation);
  server.calls.push(`discard ${name}`);
  for (const table of [server.checkpoints, server.documents, server.queues, server.parked]) {
    server.effect(() => table.delete(name));
  }
}

const sum = (sizes: Iterable<{ readonly size: number }>): number =>
  [...sizes].reduce((total, { size }) => total + size, 0);

function censusOf(server: MemoryServer): Record<string, number> {
  const filled = [...server.documents].map(([name, { size }]) => [name, size] as const);
  return {
    ...Object.fromEntries(filled),
    checkpoints: server.checkpoints.size,
    views: server.entries.size,
    parked: sum(server.parked.values()),
    parked_events: [...server.queues.values()].reduce((all, keys) => all + sum(keys.values()), 0),
  };
}

/**
 * What the runtime needs of MongoDB, with the same promises: conditional writes, each atomic for one
 * document only, leases by a clock of its own, and a plug that can be pulled between any two writes.
 */
export function createMemoryStorage(): MemoryStorage {
  const server = createMemoryServer();
  const collection = (filled: Filled): Map<string, StoredDocument> =>
    within(server.documents, collectionName(filled));

  const storage: MemoryStorage = {
    calls: server.calls,
    beforeWrite: () => Promise.resolve(),
    beforePark: () => Promise.resolve(),
    refuses: () => false,
    failAfter: server.failAfter,
    recover: server.recover,
    serverNow: server.now,
    advance: server.advance,
    stored: (filled, id) => collection(filled).get(id),
    put: (filled, document) => collection(filled).set(document._id, document),
    contents: (filled) =>
      Object.fromEntries(
        [...collection(filled).values()]
          .filter(({ _deleted }) => _deleted !== true)
          .toSorted((left, right) => byBytes(left._id, right._id))
          .map((document) => [document._id, fromStored(document)] as const),
      ),
    census: () => censusOf(server),

    assertDurable: server.reachable,
    catalogue: memoryCatalogue(server),
    async prepare(generation) {
      await server.reachable();
      within(server.documents, collectionName(generation));
    },
    async index(generation) {
      await server.reachable();
      server.calls.push(`index ${generation.name}`);
    },
    discard: (generation) => discard(server, generation),
    ...memoryDocuments(
      server,
      () => storage.beforeWrite(),
      (document) => storage.refuses(document),
    ),
    ...memoryCheckpoints(server),
    ...memoryLeases(server),
    ...memoryParked(server, () => storage.beforePark()),
    isOutage: (error) => error instanceof Outage,
  };
  return storage;
}
