import { startEmbeddedEventStore, type EmbeddedEventStore } from '@jejak/embedded-event-store';
import { EventStoreDBClient } from '@eventstore/db-client';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface EventStoreUnderTest {
  readonly connectionString: string;
  /** Absent when a real server is tested: what stops, kills or locks a node cannot be asked of it. */
  readonly embedded?: EmbeddedEventStore & { readonly directory: string };
  stop(): Promise<void>;
}

const REACHED_WITHIN_MS = 10_000;

/**
 * The store every contract suite runs against: the server at `EVENTSTORE_URL` when that is set
 * (start it empty, insecure), else an embedded node on a directory of its own. A server that was
 * promised and cannot be reached is an error: nothing is skipped and nothing stands in for it.
 */
export async function startEventStoreUnderTest(): Promise<EventStoreUnderTest> {
  const url = process.env['EVENTSTORE_URL'];
  if (url !== undefined && url !== '') {
    await reach(url);
    return { connectionString: url, stop: () => Promise.resolve() };
  }
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

async function reach(url: string): Promise<void> {
  const address = url.replace(/\/\/[^@/]*@/u, '//');
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${REACHED_WITHIN_MS} ms`));
    }, REACHED_WITHIN_MS);
  });
  const client = EventStoreDBClient.connectionString(url);
  try {
    await Promise.race([readSome(client), late]);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`EVENTSTORE_URL names ${address}, which cannot be reached: ${reason}`, {
      cause,
    });
  } finally {
    clearTimeout(timer);
    await client.dispose();
  }
}

/** To its end: the client waits for ever for a read that is left when the server is done with it. */
async function readSome(client: EventStoreDBClient): Promise<number> {
  let events = 0;
  for await (const event of client.readAll({ maxCount: 1 })) events += event.event ? 1 : 0;
  return events;
}
