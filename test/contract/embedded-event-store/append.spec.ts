import {
  ANY,
  MaxAppendSizeExceededError,
  NO_STREAM,
  STREAM_EXISTS,
  WrongExpectedVersionError,
  binaryEvent,
} from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import {
  collect,
  connect,
  newStream,
  noted,
  notedUpTo,
  numbers,
  rejection,
  type Connected,
} from './support';

jest.setTimeout(30_000);

let connected: Connected;
beforeAll(async () => {
  connected = await connect();
});
afterAll(() => connected.close());

/** Per-call credentials send the append as a call of its own, not down the shared batch call. */
const ways = [
  ['the batch call', {}],
  ['a call of its own', { credentials: { username: 'admin', password: 'changeit' } }],
] as const;

describe.each(ways)('an append down %s', (_way, options) => {
  const append = (
    stream: string,
    events: ReturnType<typeof noted>[],
    expectedRevision: bigint | typeof ANY | typeof NO_STREAM | typeof STREAM_EXISTS = ANY,
  ) => connected.client.appendToStream(stream, events, { ...options, expectedRevision });

  it('answers with the revision and position of its last event', async () => {
    const stream = newStream();
    const first = await append(stream, [noted(0)]);
    const second = await append(stream, [noted(1), noted(2)]);
    expect([first.nextExpectedRevision, second.nextExpectedRevision]).toEqual([0n, 2n]);
    const events = await collect(connected.client.readStream(stream));
    expect(events.at(-1)?.event?.position).toEqual(second.position);
    expect(events.at(0)?.event?.position).toEqual(first.position);
  });

  it.each([
    ['any', ANY],
    ['no stream', NO_STREAM],
  ] as const)('that expects %s begins a stream', async (_title, expected) => {
    const result = await append(newStream(), [noted(0)], expected);
    expect(result).toMatchObject({ success: true, nextExpectedRevision: 0n });
  });

  it.each([
    ['any', ANY],
    ['an existing stream', STREAM_EXISTS],
    ['the right revision', 1n],
  ] as const)('that expects %s continues a stream', async (_title, expected) => {
    const stream = newStream();
    await append(stream, notedUpTo(2));
    expect((await append(stream, [noted(2)], expected)).nextExpectedRevision).toBe(2n);
  });

  it.each([
    ['no stream', NO_STREAM, 2, 1n],
    ['a revision before', 0n, 2, 1n],
    ['a revision to come', 2n, 2, 1n],
    ['an existing stream', STREAM_EXISTS, 0, 'no_stream'],
    ['revision 0', 0n, 0, 'no_stream'],
  ] as const)(
    'that expects %s is refused when the stream stands elsewhere',
    async (_title, expected, existing, actual) => {
      const stream = newStream();
      if (existing > 0) await append(stream, notedUpTo(existing));
      const error = await rejection(append(stream, [noted(9)], expected));
      expect(error).toBeInstanceOf(WrongExpectedVersionError);
      expect(error).toMatchObject({
        streamName: stream,
        expectedVersion: expected,
        actualVersion: actual,
      });
    },
  );

  it.each([
    ['no stream', NO_STREAM, 0],
    ['an exact revision', 1n, 2],
    ['any', ANY, 2],
  ] as const)(
    'made again that expected %s answers as the first time and writes nothing',
    async (_title, expected, existing) => {
      const stream = newStream();
      if (existing > 0) await append(stream, notedUpTo(existing));
      const events = [noted(7), noted(8)];
      const first = await append(stream, events, expected);
      await append(stream, [noted(9)]);
      expect(await append(stream, events, expected)).toEqual(first);
      expect(await collect(connected.client.readStream(stream))).toHaveLength(existing + 3);
    },
  );

  it.each([
    ['no stream', NO_STREAM],
    ['any', ANY],
  ] as const)('made again in part that expected %s is refused', async (_title, expected) => {
    const stream = newStream();
    const known = noted(0);
    await append(stream, [known], expected);
    const error = await rejection(append(stream, [known, noted(1)], expected));
    expect(error).toBeInstanceOf(WrongExpectedVersionError);
  });

  it('takes the same event id in two streams as two events', async () => {
    const [one, other] = [newStream(), newStream()];
    const id = randomUUID();
    await append(one, [noted(1, id)]);
    await append(other, [noted(2, id)]);
    expect(numbers(await collect(connected.client.readStream(other)))).toEqual([2]);
  });

  it('larger than the limit is refused as a whole', async () => {
    const stream = newStream();
    const half = () => binaryEvent({ type: 'Scanned', data: Buffer.alloc(600_000) });
    const error = await rejection(
      connected.client.appendToStream(stream, [half(), half()], options),
    );
    expect(error).toBeInstanceOf(MaxAppendSizeExceededError);
    expect(error).toMatchObject({ maxAppendSize: 1_048_576 });
    await rejection(collect(connected.client.readStream(stream)));
  });
});

describe('appends', () => {
  it('made at once with the same expectation have one winner', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, noted(0));
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        connected.client.appendToStream(stream, [noted(n), noted(n)], { expectedRevision: 0n }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await collect(connected.client.readStream(stream))).toHaveLength(3);
  });

  it('made at once with the same events are one append', async () => {
    const stream = newStream();
    const events = notedUpTo(3);
    const results = await Promise.all(
      Array.from({ length: 10 }, () =>
        connected.client.appendToStream(stream, events, { expectedRevision: NO_STREAM }),
      ),
    );
    expect(new Set(results.map(({ position }) => position?.commit)).size).toBe(1);
    expect(await collect(connected.client.readStream(stream))).toHaveLength(3);
  });

  it('of 500 events are kept whole and in order, also when sent in several requests', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(500), { batchAppendSize: 10_000 });
    const read = await collect(connected.client.readStream(stream));
    expect(numbers(read)).toEqual(Array.from({ length: 500 }, (_, n) => n));
    expect(new Set(read.map(({ event }) => event?.position?.commit)).size).toBe(500);
  });

  it('without events change nothing', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(2));
    const result = await connected.client.appendToStream(stream, [], { expectedRevision: 1n });
    expect(result.success).toBe(true);
    expect(await collect(connected.client.readStream(stream))).toHaveLength(2);
  });

  it('whose deadline has passed are not written', async () => {
    const stream = newStream();
    const late = connected.client.appendToStream(stream, noted(0), { deadline: -1_000 });
    expect(await rejection(late)).toMatchObject({ type: 'deadline-exceeded' });
    await rejection(collect(connected.client.readStream(stream)));
  });
});
