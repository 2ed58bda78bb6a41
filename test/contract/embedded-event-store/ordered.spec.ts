import { startEmbeddedEventStore, type EmbeddedEventStore } from '@jejak/embedded-event-store';
import { EventStoreDBClient } from '@eventstore/db-client';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomOf } from '../../faults/random';
import { createOrder } from '../../kills/event-store/order';
import { catchUp } from '../../kills/event-store/reading';
import { browse, follow } from '../../kills/event-store/watchers';
import { newStream, notedUpTo } from '../event-store/server/support';

// Starting compiles the worker's sources; on a busy machine that takes seconds.
jest.setTimeout(180_000);

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'event-store-ordered-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const WRITERS = 8;
const APPENDS = 20;

/** Appends of 1 to 8 events to streams of their own and to a shared one, until all are done. */
async function write(client: EventStoreDBClient): Promise<void> {
  const shared = newStream('shared');
  const writer = async (seed: number): Promise<void> => {
    const random = randomOf(seed, 0);
    const own = newStream('own');
    for (let n = 0; n < APPENDS; n++) {
      await client.appendToStream(random.pick([own, shared]), notedUpTo(random.between(1, 8)));
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, seed) => writer(seed)));
}

describe('the order of $all', () => {
  it('is one for every subscriber and reader, while it is written and after a restart', async () => {
    const order = createOrder();
    const subscribers = [{ given: 0 }, { given: 0 }];
    let read = 0;
    for (let run = 0; run < 2; run++) {
      const node: EmbeddedEventStore = await startEmbeddedEventStore({ directory });
      const client = EventStoreDBClient.connectionString(node.connectionString);
      let isOver = false;
      const watching = Promise.all([
        ...subscribers.map((subscriber) => follow(client, order, subscriber, () => isOver)),
        ...[1, 2, 3].map((seed) =>
          browse(
            client,
            order,
            randomOf(seed, run),
            () => isOver,
            (events) => (read += events),
          ),
        ),
      ]);
      await write(client);
      await catchUp(client, order, 0, 'a reader of all of it');
      isOver = true;
      await node.stop();
      await watching;
      await client.dispose();
    }
    expect(order.length()).toBeGreaterThan(2 * WRITERS * APPENDS);
    expect(read).toBeGreaterThan(1_000);
    for (const { given } of subscribers) expect(given).toBeGreaterThan(WRITERS * APPENDS);
  });
});
