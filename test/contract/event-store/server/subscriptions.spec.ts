import {
  END,
  EventStoreDBClient,
  binaryEvent,
  type EventData,
  type Position,
  type ResolvedEvent,
} from '@eventstore/db-client';
import {
  newStream,
  noted,
  notedUpTo,
  numbers,
  once,
  positionOf,
  take,
  upTo,
  useConnection,
} from './support';

const connected = useConnection();

describe('a subscription that is left', () => {
  it('ends without an error', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(9));
    const subscription = connected.client.subscribeToStream(stream);
    const errors = jest.fn();
    const seen: ResolvedEvent[] = [];
    const ended = once(subscription, 'end');
    subscription.on('error', errors).on('data', (event) => {
      seen.push(event);
      if (seen.length === 9) void subscription.unsubscribe();
    });
    await ended;
    expect(numbers(seen)).toEqual(upTo(9));
    expect(errors).not.toHaveBeenCalled();
  });

  it('ends without an error with its client, which can be used again', async () => {
    const client = EventStoreDBClient.connectionString(connected.store.connectionString);
    const stream = newStream();
    const errors = jest.fn();
    const subscriptions = [client.subscribeToStream(stream), client.subscribeToAll()];
    const ended = Promise.all(
      subscriptions.map((subscription) => {
        subscription.on('error', errors);
        subscription.resume();
        return once(subscription, 'end');
      }),
    );
    await client.appendToStream(stream, noted(0));
    await client.dispose();
    await ended;
    expect(errors).not.toHaveBeenCalled();
    expect((await client.appendToStream(stream, noted(1))).nextExpectedRevision).toBe(1n);
    await client.dispose();
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
