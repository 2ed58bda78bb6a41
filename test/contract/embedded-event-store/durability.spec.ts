import { startEmbeddedEventStore, type EmbeddedEventStore } from '@jejak/embedded-event-store';
import { EventStoreDBClient, NO_STREAM, type Position } from '@eventstore/db-client';
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collect, newStream, noted, notedUpTo } from '../event-store/server/support';

// Starting compiles the worker's sources; on a busy machine that takes seconds.
jest.setTimeout(30_000);

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

describe('a node killed without notice', () => {
  let child: ChildProcess | undefined;
  afterEach(() => child?.kill('SIGKILL'));

  async function startChild(): Promise<string> {
    child = fork(join(__dirname, 'node-process.ts'), [directory], {
      execArgv: ['--require', require.resolve('@swc-node/register')],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    return new Promise((resolve, reject) => {
      child?.once('message', (connectionString) => {
        if (typeof connectionString === 'string') resolve(connectionString);
      });
      child?.once('exit', (code) => {
        reject(new Error(`the node's process ended with ${String(code)}`));
      });
    });
  }

  async function kill(): Promise<void> {
    const exited = new Promise((resolve) => child?.once('exit', resolve));
    child?.kill('SIGKILL');
    await exited;
  }

  /** Appends of one to three events by eight writers, until the node is gone. */
  async function appendUntilKilled(connectionString: string, acknowledged: Map<string, Position>) {
    const client = EventStoreDBClient.connectionString(connectionString);
    const writer = async (stream: string): Promise<void> => {
      for (let size = 1; ; size = (size % 3) + 1) {
        const events = notedUpTo(size);
        const last = events.at(-1)?.id ?? '';
        const { position } = await client.appendToStream(stream, events);
        if (position !== undefined) acknowledged.set(last, position);
      }
    };
    const writers = Array.from({ length: 8 }, (_, n) => writer(newStream(`writer${n}`)));
    const ended = Promise.allSettled(writers);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await kill();
    await ended;
    await client.dispose();
  }

  it('has every acknowledged append, once, whole, and can start again at once', async () => {
    const acknowledged = new Map<string, Position>();
    for (let round = 0; round < 3; round++) {
      await appendUntilKilled(await startChild(), acknowledged);
    }
    expect(acknowledged.size).toBeGreaterThan(50);
    await using(async (client) => {
      const all = await collect(client.readAll());
      const positions = new Map(all.map(({ event }) => [event?.id, event?.position]));
      expect(positions.size).toBe(all.length);
      const lost = [...acknowledged].filter(
        ([id, { commit }]) => positions.get(id)?.commit !== commit,
      );
      expect(lost).toEqual([]);
      const sizes = new Map<string, number>();
      for (const { event } of all) {
        sizes.set(event?.streamId ?? '', (sizes.get(event?.streamId ?? '') ?? 0) + 1);
      }
      // Appends of 1, 2, 3, 1, ... events: a total between two sums is an append cut in two.
      expect([...sizes.values()].filter((size) => size % 6 === 2 || size % 6 >= 4)).toEqual([]);
    });
  });
});
