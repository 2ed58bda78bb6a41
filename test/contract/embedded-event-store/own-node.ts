import { startEmbeddedEventStore } from '@jejak/embedded-event-store';
import { EventStoreDBClient } from '@eventstore/db-client';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory of its own for each test of the file, gone afterwards. */
export function useDirectory(): { readonly path: string } {
  const directory = { path: '' };
  beforeEach(async () => {
    directory.path = await mkdtemp(join(tmpdir(), 'event-store-'));
  });
  afterEach(() => rm(directory.path, { recursive: true, force: true }));
  return directory;
}

/** Works with a node of its own on the directory, which is stopped afterwards. */
export async function withNode<T>(
  directory: string,
  work: (client: EventStoreDBClient) => Promise<T>,
): Promise<T> {
  const node = await startEmbeddedEventStore({ directory });
  const client = EventStoreDBClient.connectionString(node.connectionString);
  try {
    return await work(client);
  } finally {
    await client.dispose();
    await node.stop();
  }
}
