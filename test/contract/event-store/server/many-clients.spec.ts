import { EventStoreDBClient } from '@eventstore/db-client';
import { newStream, noted, notedUpTo, once, positionOf, upTo, useConnection } from './support';

const connected = useConnection();

describe('many clients at once', () => {
  const clients: EventStoreDBClient[] = [];
  beforeAll(() => {
    for (let count = 0; count < 40; count++) {
      clients.push(EventStoreDBClient.connectionString(connected.store.connectionString));
    }
  });
  afterAll(() => Promise.all(clients.map((client) => client.dispose())));

  it('append to one stream without losing or repeating an event', async () => {
    const stream = newStream();
    const results = await Promise.all(
      clients.map((client, n) => client.appendToStream(stream, noted(n))),
    );
    const revisions = results.map(({ nextExpectedRevision }) => Number(nextExpectedRevision));
    expect(revisions.toSorted((a, b) => a - b)).toEqual(upTo(40));
    expect((await connected.read(stream)).toSorted((a, b) => a - b)).toEqual(upTo(40));
  });

  it('leave one after the other while the rest goes on', async () => {
    const stream = newStream();
    for (const client of clients.splice(20)) {
      await client.appendToStream(stream, noted(1));
      await client.dispose();
    }
    await Promise.all(clients.map((client) => client.appendToStream(stream, noted(2))));
    expect(await connected.read(stream)).toHaveLength(40);
  });
});

describe('a hundred subscriptions of one client', () => {
  it('are all shown everything, in the same order', async () => {
    const { client } = connected;
    const before = positionOf(await client.appendToStream(newStream(), noted(0)));
    const stream = newStream();
    await client.appendToStream(stream, notedUpTo(20));
    const shown: bigint[][] = upTo(100).map(() => []);
    const subscriptions = shown.map((positions, n) => {
      const place = n % 2 === 0 ? { fromPosition: before } : { fromPosition: 'start' as const };
      const subscription = client.subscribeToAll(place).on('data', ({ event }) => {
        const { commit } = event?.position ?? { commit: 0n };
        if (commit > before.commit) positions.push(commit);
      });
      return { caughtUp: once(subscription, 'caughtUp'), leave: () => subscription.unsubscribe() };
    });
    await Promise.all(subscriptions.map(({ caughtUp }) => caughtUp));
    for (const n of upTo(10)) await client.appendToStream(stream, noted(20 + n));
    for (const deadline = Date.now() + 20_000; Date.now() < deadline;) {
      if (shown.every(({ length }) => length >= 30)) break;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await Promise.all(subscriptions.map(({ leave }) => leave()));
    const [first] = shown;
    expect(first).toHaveLength(30);
    for (const positions of shown) expect(positions).toEqual(first);
  });
});
