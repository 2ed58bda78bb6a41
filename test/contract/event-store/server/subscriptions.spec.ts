import {
  END,
  binaryEvent,
  type EventData,
  type Position,
  type ReadRevision,
} from '@eventstore/db-client';
import {
  connect,
  newStream,
  noted,
  notedUpTo,
  numbers,
  once,
  positionOf,
  take,
  upTo,
  type Connected,
} from './support';

jest.setTimeout(30_000);

let connected: Connected;
beforeAll(async () => {
  connected = await connect();
});
afterAll(() => connected.close());

const [INT64, UINT64] = [2n ** 63n - 1n, 2n ** 64n - 1n];

describe('a subscription to a stream', () => {
  it('delivers what is there, then what comes, and nothing else', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(200));
    const subscription = connected.client.subscribeToStream(stream);
    const caughtUp = once(subscription, 'caughtUp');
    const taken = take(subscription, 203);
    await caughtUp;
    await connected.client.appendToStream(stream, [noted(200), noted(201)]);
    await connected.client.appendToStream(newStream(), noted(-1));
    await connected.client.appendToStream(stream, noted(202));
    const events = await taken;
    expect(numbers(events)).toEqual(upTo(203));
    expect(events.map(({ event }) => event?.revision)).toEqual(upTo(203).map(BigInt));
  });

  it.each([
    ['2', 2n, [3, 4]],
    ['0', 0n, [1, 2, 3, 4]],
  ])('begins after revision %s', async (_title, fromRevision, expected) => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(5));
    const subscription = connected.client.subscribeToStream(stream, { fromRevision });
    expect(numbers(await take(subscription, expected.length))).toEqual(expected);
  });

  it.each<[string, ReadRevision]>([
    ['the end', END],
    ['the last revision', 4n],
    ['the number that stands for the end', UINT64],
  ])('from %s sees only what comes', async (_title, fromRevision) => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(5));
    const subscription = connected.client.subscribeToStream(stream, { fromRevision });
    const taken = take(subscription, 1);
    await once(subscription, 'caughtUp');
    await connected.client.appendToStream(stream, noted(5));
    expect(numbers(await taken)).toEqual([5]);
  });

  it('from a revision to come leaves out what comes before it', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(3));
    const subscription = connected.client.subscribeToStream(stream, { fromRevision: 4n });
    const taken = take(subscription, 2);
    await once(subscription, 'caughtUp');
    await connected.client.appendToStream(
      stream,
      [3, 4, 5, 6].map((n) => noted(n)),
    );
    expect(numbers(await taken)).toEqual([5, 6]);
  });

  it('waits for a stream that is not there yet', async () => {
    const stream = newStream();
    const subscription = connected.client.subscribeToStream(stream);
    const taken = take(subscription, 1);
    await once(subscription, 'caughtUp');
    await connected.client.appendToStream(stream, noted(0));
    expect(numbers(await taken)).toEqual([0]);
  });

  it('goes on over a delete and what recreates the stream', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(2));
    const subscription = connected.client.subscribeToStream(stream);
    const caughtUp = once(subscription, 'caughtUp');
    const taken = take(subscription, 3);
    await caughtUp;
    await connected.client.deleteStream(stream);
    await connected.client.appendToStream(stream, noted(2));
    expect(numbers(await taken)).toEqual([0, 1, 2]);
  });

  it('begins with what metadata leaves to be seen, and then sees all that comes', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(5));
    await connected.client.setStreamMetadata(stream, { maxCount: 2 });
    const subscription = connected.client.subscribeToStream(stream);
    const caughtUp = once(subscription, 'caughtUp');
    const taken = take(subscription, 12);
    await caughtUp;
    await connected.client.appendToStream(
      stream,
      upTo(10).map((n) => noted(n + 5)),
    );
    expect(numbers(await taken)).toEqual(upTo(12).map((n) => n + 3));
  });

  it('of what was written before the metadata of a stream never loses the rest', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(5));
    await connected.client.deleteStream(stream);
    await connected.client.appendToStream(stream, [noted(5), noted(6)]);
    expect(numbers(await take(connected.client.subscribeToStream(stream), 2))).toEqual([5, 6]);
  });
});

describe('a subscription to $all', () => {
  it('begins after the position it is given', async () => {
    const stream = newStream();
    const mark = positionOf(await connected.client.appendToStream(stream, noted(0)));
    await connected.client.appendToStream(stream, noted(1));
    const subscription = connected.client.subscribeToAll({ fromPosition: mark });
    expect(numbers(await take(subscription, 1))).toEqual([1]);
  });

  it.each<[string, Position | 'end']>([
    ['the end', END],
    ['the position that stands for it', { commit: UINT64, prepare: UINT64 }],
  ])('from %s sees only what comes', async (_title, fromPosition) => {
    await connected.client.appendToStream(newStream(), noted(0));
    const subscription = connected.client.subscribeToAll({ fromPosition });
    const taken = take(subscription, 2);
    await once(subscription, 'caughtUp');
    await connected.client.appendToStream(newStream(), [noted(7), noted(8)]);
    expect(numbers(await taken)).toEqual([7, 8]);
  });

  it('from far past the end waits, and does not fail', async () => {
    const fromPosition = { commit: INT64, prepare: INT64 };
    const subscription = connected.client.subscribeToAll({ fromPosition });
    subscription.resume();
    await once(subscription, 'caughtUp');
    await subscription.unsubscribe();
  });

  it('from the start begins with the first event of all', async () => {
    const all = connected.client.readAll({ maxCount: 10 });
    const read = [];
    for await (const { event } of all) read.push(event?.id);
    const taken = await take(connected.client.subscribeToAll(), read.length);
    expect(taken.map(({ event }) => event?.id)).toEqual(read);
  });

  it('delivers to many readers', async () => {
    const readers = upTo(10).map(() => connected.client.subscribeToAll({ fromPosition: END }));
    const taken = readers.map((reader) => take(reader, 20));
    await Promise.all(readers.map((reader) => once(reader, 'caughtUp')));
    await connected.client.appendToStream(newStream(), notedUpTo(20));
    for (const events of taken) expect(numbers(await events)).toEqual(upTo(20));
  });

  it('that its reader leaves does not stop the others', async () => {
    const leaving = connected.client.subscribeToAll({ fromPosition: END });
    const staying = connected.client.subscribeToAll({ fromPosition: END });
    const taken = take(staying, 1);
    await Promise.all([once(leaving, 'confirmation'), once(staying, 'caughtUp')]);
    await leaving.unsubscribe();
    await connected.client.appendToStream(newStream(), noted(1));
    expect(numbers(await taken)).toEqual([1]);
  });
});

describe('a subscription that nobody reads', () => {
  it('holds up neither appends nor other readers, and loses nothing', async () => {
    const stream = newStream('large');
    const large = (): EventData => binaryEvent({ type: 'Scanned', data: Buffer.alloc(500_000) });
    const unread = connected.client.subscribeToStream(stream);
    for (let count = 0; count < 40; count++) {
      await connected.client.appendToStream(stream, large());
    }
    expect(await take(connected.client.subscribeToStream(stream), 40)).toHaveLength(40);
    expect(await take(unread, 40)).toHaveLength(40);
  });
});

describe('in the middle of heavy writing', () => {
  const WRITERS = 8;
  const EVENTS = 120;
  const TOTAL = WRITERS * EVENTS;
  let streams: string[];
  let mark: Position;
  let middle: Promise<Position>;
  let written: Promise<void>;

  beforeEach(async () => {
    mark = positionOf(await connected.client.appendToStream(newStream(), noted(-1)));
    streams = upTo(WRITERS).map(() => newStream('busy'));
    let tell: (position: Position) => void = () => undefined;
    middle = new Promise((resolve) => (tell = resolve));
    const write = async (stream: string): Promise<void> => {
      for (let n = 0; n < EVENTS; n += 3) {
        const result = await connected.client.appendToStream(stream, [
          noted(n),
          noted(n + 1),
          noted(n + 2),
        ]);
        if (n === 30) tell(positionOf(result));
      }
    };
    written = Promise.all(streams.map(write)).then(() => undefined);
  });
  afterEach(() => written);

  /** `stream number` of each event, and that the positions only grow. */
  async function ours(subscription: AsyncIterable<unknown>, count: number): Promise<string[]> {
    const seen: string[] = [];
    let last = -1n;
    for await (const resolved of subscription) {
      const { event, commitPosition } = resolved as {
        event: { streamId: string; data: { n: number } };
        commitPosition: bigint;
      };
      expect(commitPosition).toBeGreaterThan(last);
      last = commitPosition;
      if (streams.includes(event.streamId)) seen.push(`${event.streamId} ${event.data.n}`);
      if (seen.length === count) break;
    }
    return seen;
  }

  const everything = (): string[] =>
    streams.flatMap((stream) => upTo(EVENTS).map((n) => `${stream} ${n}`));

  it('a subscription to $all from before loses nothing and shows nothing twice', async () => {
    const subscriptions = upTo(3).map(() =>
      connected.client.subscribeToAll({ fromPosition: mark }),
    );
    const all = await Promise.all(subscriptions.map((one) => ours(one, TOTAL)));
    expect(all[0]?.toSorted()).toEqual(everything().toSorted());
    expect(all[1]).toEqual(all[0]);
    expect(all[2]).toEqual(all[0]);
  });

  it('one that begins at a position in the middle shows exactly what comes after it', async () => {
    const fromPosition = await middle;
    const whole = connected.client.subscribeToAll({ fromPosition: mark });
    const seen: { position: bigint; name: string }[] = [];
    for await (const { event } of whole) {
      if (!streams.includes(event?.streamId ?? '')) continue;
      const { n } = event?.data as { n: number };
      seen.push({ position: event!.position.commit, name: `${event!.streamId} ${n}` });
      if (seen.length === TOTAL) break;
    }
    const after = seen.filter(({ position }) => position > fromPosition.commit);
    const late = connected.client.subscribeToAll({ fromPosition });
    expect(await ours(late, after.length)).toEqual(after.map(({ name }) => name));
  });

  it('one that begins at the end shows all from some moment on', async () => {
    await middle;
    const subscription = connected.client.subscribeToAll({ fromPosition: END });
    const caughtUp = once(subscription, 'caughtUp');
    const seen: string[] = [];
    subscription.on('data', ({ event }) => {
      if (event === undefined || !streams.includes(event.streamId)) return;
      seen.push(`${event.streamId} ${(event.data as { n: number }).n}`);
    });
    await caughtUp;
    await written;
    const last = newStream();
    const done = take(connected.client.subscribeToStream(last), 1);
    await connected.client.appendToStream(last, noted(0));
    await done;
    await new Promise((resolve) => setTimeout(resolve, 100));
    await subscription.unsubscribe();
    for (const stream of streams) {
      const own = seen.filter((name) => name.startsWith(`${stream} `));
      const first = EVENTS - own.length;
      expect(own).toEqual(upTo(own.length).map((n) => `${stream} ${first + n}`));
    }
  });

  it('subscriptions to a stream from its start and from a revision do the same', async () => {
    const [stream] = streams;
    const whole = take(connected.client.subscribeToStream(stream!), EVENTS);
    const rest = take(
      connected.client.subscribeToStream(stream!, { fromRevision: 40n }),
      EVENTS - 41,
    );
    expect(numbers(await whole)).toEqual(upTo(EVENTS));
    expect(numbers(await rest)).toEqual(upTo(EVENTS - 41).map((n) => n + 41));
  });
});
