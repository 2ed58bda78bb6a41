import { startEmbeddedEventStore, type EmbeddedEventStore } from '@jejak/embedded-event-store';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface EventStoreUnderTest {
  readonly connectionString: string;
  /** Absent when a real server is tested: what stops, kills or locks a node cannot be asked of it. */
  readonly embedded?: EmbeddedEventStore & { readonly directory: string };
  stop(): Promise<void>;
}

/**
 * The store every contract suite runs against: the server at `EVENTSTORE_URL` when that is set
 * (start it empty, insecure), else an embedded node on a directory of its own.
 */
export async function startEventStoreUnderTest(): Promise<EventStoreUnderTest> {
  const url = process.env['EVENTSTORE_URL'];
  if (url !== undefined && url !== '')
    return { connectionString: url, stop: () => Promise.resolve() };
  const directory = await mkdtemp(join(tmpdir(), 'event-store-'));
  const node = await startEmbeddedEventStore({ directory });
  return {
    connectionString: node.connectionString,
    embedded: { ...node, directory },
    stop: async () => {
      await node.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
