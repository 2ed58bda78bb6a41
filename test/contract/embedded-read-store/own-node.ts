import {
  type EmbeddedReadStore,
  type EmbeddedReadStoreOptions,
  startEmbeddedReadStore,
} from '@jejak/embedded-read-store';
import { MongoClient, type MongoClientOptions } from 'mongodb';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Nodes and clients of one file's tests, all ended after each. */
export interface OwnNodes {
  /** A directory of its own for each test, gone afterwards. */
  readonly directory: string;
  start(options?: Partial<EmbeddedReadStoreOptions>): Promise<EmbeddedReadStore>;
  connect(connectionString: string, options?: MongoClientOptions): Promise<MongoClient>;
}

export function useOwnNodes(): OwnNodes {
  let directory = '';
  const nodes: EmbeddedReadStore[] = [];
  const clients: MongoClient[] = [];
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'read-store-'));
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.close()));
    await Promise.all(nodes.splice(0).map((node) => node.stop()));
    await rm(directory, { recursive: true, force: true });
  });
  return {
    get directory() {
      return directory;
    },
    async start(options = {}) {
      const node = await startEmbeddedReadStore({ directory, ...options });
      nodes.push(node);
      return node;
    },
    async connect(connectionString, options = {}) {
      const client = await MongoClient.connect(connectionString, options);
      clients.push(client);
      return client;
    },
  };
}

/** `count` small documents, `n` from 0 on. */
export async function fill(client: MongoClient, count: number, name = 'c'): Promise<void> {
  const collection = client.db('d').collection<{ _id: number }>(name);
  for (let from = 0; from < count; from += 10_000) {
    const size = Math.min(10_000, count - from);
    await collection.insertMany(
      Array.from({ length: size }, (_, i) => ({
        _id: from + i,
        n: from + i,
        spread: ((from + i) * 7_919) % 100_003,
        filler: 'x'.repeat(40),
      })),
    );
  }
}
