import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startEmbeddedEventStore, type EmbeddedEventStore } from '@jejak/embedded-event-store';
import { StoreUnavailable, createEventStore } from '@jejak/event-store';

// Starting compiles the worker's sources; on a busy machine that takes seconds.
jest.setTimeout(30_000);

let directory: string;
let node: EmbeddedEventStore;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jejak-seeds-'));
  node = await startEmbeddedEventStore({ directory });
});
afterAll(async () => {
  await node.stop();
  await rm(directory, { recursive: true, force: true });
});

/** Three seeds of which only the last one lives. */
const seeds = (scheme: string): string =>
  `${scheme}://127.0.0.1:1,127.0.0.1:2,127.0.0.1:${node.port}?tls=false`;

async function headAt(connectionString: string) {
  const store = createEventStore({ connectionString });
  try {
    return await store.head();
  } finally {
    await store.close();
  }
}

describe('A connection string with several hosts', () => {
  it('makes the client ask each of them for the cluster', async () => {
    expect(await headAt(seeds('esdb'))).toMatchObject({ newest: null });
  });

  it('must not begin with esdb+discover, where the client asks the first one only', async () => {
    await expect(headAt(seeds('esdb+discover'))).rejects.toThrow(StoreUnavailable);
  });
});
