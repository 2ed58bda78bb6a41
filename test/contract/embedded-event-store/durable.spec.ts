import {
  startEmbeddedEventStore,
  verifyEventStore,
  type EmbeddedEventStore,
} from '@jejak/embedded-event-store';
import { EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';
import { NodeThread } from '@jejak/embedded-node';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectionStringOf, listeningOf } from '../../../libs/embedded-event-store/src/listening';
import {
  type NodeFacts,
  type NodeOptions,
} from '../../../libs/embedded-event-store/src/worker-messages';
import { runCampaign } from '../../kills/campaign';
import { eventStoreGame } from '../../kills/event-store/game';
import { collect, newStream, noted, notedUpTo } from '../event-store/server/support';

// Starting compiles the worker's sources; on a busy machine that takes seconds.
jest.setTimeout(60_000);

/** `npm run kills` plays two hundred. */
const ROUNDS = 6;

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'event-store-durability-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function using<T>(work: (client: EventStoreDBClient) => Promise<T>): Promise<T> {
  const node: EmbeddedEventStore = await startEmbeddedEventStore({ directory });
  const client = EventStoreDBClient.connectionString(node.connectionString);
  try {
    return await work(client);
  } finally {
    await client.dispose();
    await node.stop();
  }
}

describe('a node started again on its directory', () => {
  it('shows the same events at the same positions and goes on after them', async () => {
    const stream = newStream();
    const everything = (client: EventStoreDBClient) => collect(client.readAll());
    const before = await using(async (client) => {
      await client.appendToStream(stream, notedUpTo(300));
      await client.setStreamMetadata(stream, { maxCount: 5 });
      await client.appendToStream(newStream(), notedUpTo(3));
      return everything(client);
    });
    await using(async (client) => {
      expect(await everything(client)).toEqual(before);
      expect(await collect(client.readStream(stream))).toHaveLength(5);
      const next = await client.appendToStream(stream, noted(300), { expectedRevision: 299n });
      expect(next.position?.commit).toBeGreaterThan(before.at(-1)!.event!.position.commit);
    });
  });

  it('recognises an append made before, also one that expected nothing', async () => {
    const [exact, any] = [newStream(), newStream()];
    const events = notedUpTo(2);
    const append = (client: EventStoreDBClient) =>
      Promise.all([
        client.appendToStream(exact, events, { expectedRevision: NO_STREAM }),
        client.appendToStream(any, notedAgain),
      ]);
    const notedAgain = notedUpTo(2);
    const first = await using(append);
    expect(await using(append)).toEqual(first);
  });
});

describe('a node whose thread is ended by force, as when its directory is lost', () => {
  it('keeps every acknowledged append, and the process can start it again at once', async () => {
    const listening = listeningOf({ directory });
    const file = join(__dirname, '../../../libs/embedded-event-store/src/worker');
    const acknowledged = new Set<string>();
    const writeUntilRefused = async (client: EventStoreDBClient): Promise<void> => {
      const stream = newStream();
      try {
        for (;;) {
          const events = notedUpTo(3);
          await client.appendToStream(stream, events);
          for (const { id } of events) acknowledged.add(id);
        }
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
    };
    for (let round = 0; round < 2; round++) {
      const settings: NodeOptions = { directory, listening };
      const thread = new NodeThread<NodeOptions, NodeFacts>('node', file, __filename, settings);
      const { port } = await thread.started();
      const client = EventStoreDBClient.connectionString(connectionStringOf(listening, port));
      const writers = Array.from({ length: 32 }, () => writeUntilRefused(client));
      const enough = acknowledged.size + 200;
      while (acknowledged.size < enough) await sleep(5);
      thread.abandon(new Error('The directory is lost.'));
      expect((await thread.ended).message).toBe('The directory is lost.');
      await Promise.all(writers);
      await client.dispose();
    }
    const there = await using((client) => collect(client.readAll()));
    const ids = there.map(({ event }) => event?.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...acknowledged].filter((id) => !ids.includes(id))).toEqual([]);
    expect((await verifyEventStore({ directory })).fault).toBeNull();
  });
});

describe('a node killed without notice, under 64 writers', () => {
  it('keeps every acknowledged append whole and once, and shows nothing that is gone later', async () => {
    const game = eventStoreGame({ seed: 4, longest: 150 });
    const { counts } = game;
    const { rounds, failure } = await runCampaign({ rounds: ROUNDS, from: 0, directory }, game);
    expect(failure).toBeNull();
    expect(rounds).toBe(ROUNDS);
    expect(counts.kills).toBeGreaterThanOrEqual(ROUNDS);
    expect(counts.acknowledged).toBeGreaterThan(ROUNDS);
    expect(counts.unknownWritten + counts.unknownLost).toBeGreaterThan(0);
  }, 240_000);
});
