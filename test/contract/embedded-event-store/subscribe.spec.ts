import {
  END,
  binaryEvent,
  eventTypeFilter,
  excludeSystemEvents,
  jsonEvent,
  streamNameFilter,
  type AllStreamSubscription,
  type Position,
} from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import {
  connect,
  newStream,
  noted,
  notedUpTo,
  numbers,
  rejection,
  take,
  type Connected,
} from './support';

jest.setTimeout(30_000);

let connected: Connected;
beforeAll(async () => {
  connected = await connect();
});
afterAll(() => connected.close());

const once = (subscription: NodeJS.EventEmitter, event: string) =>
  new Promise<void>((resolve) =>
    subscription.once(event, () => {
      resolve();
    }),
  );

describe('a subscription to a stream', () => {
  it('delivers what is there, then what comes', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(200));
    const subscription = connected.client.subscribeToStream(stream);
    const caughtUp = once(subscription, 'caughtUp');
    const taken = take(subscription, 203);
    await caughtUp;
    await connected.client.appendToStream(stream, [noted(200), noted(201)]);
    await connected.client.appendToStream(newStream(), noted(-1));
    await connected.client.appendToStream(stream, noted(202));
    expect(numbers(await taken)).toEqual(Array.from({ length: 203 }, (_, n) => n));
  });

  it('begins after the revision it is given', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(5));
    const subscription = connected.client.subscribeToStream(stream, { fromRevision: 2n });
    expect(numbers(await take(subscription, 2))).toEqual([3, 4]);
  });

  it('from the end sees only what comes', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(5));
    const subscription = connected.client.subscribeToStream(stream, { fromRevision: END });
    const taken = take(subscription, 1);
    await once(subscription, 'confirmation');
    await connected.client.appendToStream(stream, noted(5));
    expect(numbers(await taken)).toEqual([5]);
  });

  it('waits for a stream that is not there yet', async () => {
    const stream = newStream();
    const subscription = connected.client.subscribeToStream(stream);
    const taken = take(subscription, 1);
    await once(subscription, 'caughtUp');
    await connected.client.appendToStream(stream, noted(0));
    expect(numbers(await taken)).toEqual([0]);
  });
});

describe('a subscription to $all', () => {
  it('begins after the position it is given, and misses nothing while events are appended', async () => {
    const stream = newStream();
    const { position } = await connected.client.appendToStream(stream, noted(0));
    const writing = (async () => {
      for (let n = 1; n <= 100; n++) await connected.client.appendToStream(stream, noted(n));
    })();
    const subscription = connected.client.subscribeToAll({ fromPosition: position as Position });
    expect(numbers(await take(subscription, 100))).toEqual(
      Array.from({ length: 100 }, (_, n) => n + 1),
    );
    await writing;
  });

  it('delivers to many readers', async () => {
    const readers = Array.from({ length: 10 }, () =>
      connected.client.subscribeToAll({ fromPosition: END }),
    );
    const taken = readers.map((reader) => take(reader, 20));
    await Promise.all(readers.map((reader) => once(reader, 'confirmation')));
    await connected.client.appendToStream(newStream(), notedUpTo(20));
    for (const events of taken) expect(numbers(await events)).toHaveLength(20);
  });

  it('that nobody reads holds up neither appends nor other readers, and loses nothing', async () => {
    const stream = newStream('large');
    const large = () => binaryEvent({ type: 'Scanned', data: Buffer.alloc(500_000) });
    const unread = connected.client.subscribeToStream(stream);
    for (let n = 0; n < 40; n++) await connected.client.appendToStream(stream, large());
    expect(await take(connected.client.subscribeToStream(stream), 40)).toHaveLength(40);
    expect(await take(unread, 40)).toHaveLength(40);
  });

  it('that its reader leaves does not stop the others', async () => {
    const leaving = connected.client.subscribeToAll({ fromPosition: END });
    const staying = connected.client.subscribeToAll({ fromPosition: END });
    const taken = take(staying, 1);
    await Promise.all([once(leaving, 'confirmation'), once(staying, 'confirmation')]);
    await leaving.unsubscribe();
    await connected.client.appendToStream(newStream(), noted(1));
    expect(numbers(await taken)).toEqual([1]);
  });
});

describe('a filtered subscription', () => {
  const category = `kept${randomUUID().slice(0, 8)}`;
  let start: Position;

  beforeAll(async () => {
    const mark = await connected.client.appendToStream(newStream(), noted(0));
    start = mark.position!;
    for (let n = 0; n < 40; n++) {
      const data = { n };
      const kept = jsonEvent({ type: `${category}Scored`, data });
      const other = jsonEvent({ type: 'Dropped', data });
      await connected.client.appendToStream(newStream(category), kept);
      await connected.client.appendToStream(
        newStream('dropped'),
        [other, other, other].map(() => jsonEvent({ type: 'Dropped', data })),
      );
    }
  });

  it.each([
    ['stream prefixes', streamNameFilter({ prefixes: ['nobody-', `${category}-`] })],
    ['a stream expression', streamNameFilter({ regex: `^${category}-[0-9a-f-]+$` })],
    ['type prefixes', eventTypeFilter({ prefixes: [category] })],
    ['a type expression', eventTypeFilter({ regex: `^(${category}|never)Sc.red$` })],
  ])('by %s delivers what matches', async (_title, filter) => {
    const subscription = connected.client.subscribeToAll({ fromPosition: start, filter });
    const events = await take(subscription, 40);
    expect(numbers(events)).toEqual(Array.from({ length: 40 }, (_, n) => n));
    expect(events.every(({ event }) => event?.type === `${category}Scored`)).toBe(true);
  });

  it('leaves out what the node itself writes', async () => {
    const stream = newStream();
    await connected.client.setStreamMetadata(stream, { maxCount: 10 });
    await connected.client.appendToStream(stream, noted(1));
    const filter = excludeSystemEvents();
    const subscription = connected.client.subscribeToAll({ fromPosition: start, filter });
    for (const { event } of await take(subscription, 161)) expect(event?.type).not.toMatch(/^\$/u);
  });

  it('says how far it looked: every window, at the end of the past, never twice', async () => {
    const checkpoints: bigint[] = [];
    const filter = eventTypeFilter({
      prefixes: ['NobodyHasThisType'],
      maxSearchWindow: 10,
      checkpointInterval: 2,
      checkpointReached: (_subscription: AllStreamSubscription, { commit }: Position) => {
        checkpoints.push(commit);
        return Promise.resolve();
      },
    });
    const head = await connected.client.appendToStream(newStream(), noted(0));
    const subscription = connected.client.subscribeToAll({ fromPosition: start, filter });
    subscription.resume();
    await once(subscription, 'caughtUp');
    expect(checkpoints.at(-1)).toBe(head.position?.commit);
    expect(checkpoints.length).toBeGreaterThanOrEqual(8);
    const past = checkpoints.length;
    await connected.client.appendToStream(newStream(), notedUpTo(20));
    const deadline = Date.now() + 5_000;
    while (checkpoints.length === past && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await subscription.unsubscribe();
    expect(checkpoints.length).toBe(past + 1);
    expect(checkpoints).toEqual([...new Set(checkpoints)].toSorted((a, b) => Number(a - b)));
  });

  it('with an expression that cannot be run faithfully is refused', async () => {
    const subscription = connected.client.subscribeToAll({
      filter: eventTypeFilter({ regex: '(?<=a)b(' }),
    });
    expect((await rejection(take(subscription, 1))).message).toContain('INVALID_ARGUMENT');
  });
});
