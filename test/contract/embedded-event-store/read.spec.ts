import {
  BACKWARDS,
  END,
  FORWARDS,
  START,
  StreamNotFoundError,
  binaryEvent,
  jsonEvent,
  type Position,
  type ReadStreamOptions,
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

describe('a stream of 300 events', () => {
  const stream = newStream();
  beforeAll(() => connected.client.appendToStream(stream, notedUpTo(300)));

  const range = (from: number, to: number) => {
    const step = from <= to ? 1 : -1;
    return Array.from({ length: Math.abs(to - from) + 1 }, (_, n) => from + n * step);
  };

  it.each<[string, ReadStreamOptions, number[]]>([
    ['all of it', {}, range(0, 299)],
    ['its first three', { maxCount: 3 }, range(0, 2)],
    ['from a revision on, included', { fromRevision: 290n }, range(290, 299)],
    ['in the middle', { fromRevision: 100n, maxCount: 150 }, range(100, 249)],
    ['past the end: nothing', { fromRevision: 300n }, []],
    ['from the end on: nothing', { fromRevision: END }, []],
    ['backwards from the end', { direction: BACKWARDS, fromRevision: END }, range(299, 0)],
    ['its last', { direction: BACKWARDS, fromRevision: END, maxCount: 1 }, [299]],
    ['backwards from a revision, included', { direction: BACKWARDS, fromRevision: 2n }, [2, 1, 0]],
    ['backwards from the start', { direction: BACKWARDS, fromRevision: START }, [0]],
  ])('is read: %s', async (_title, options, expected) => {
    expect(numbers(await collect(connected.client.readStream(stream, options)))).toEqual(expected);
  });

  it('shows each event its revision and its position in $all', async () => {
    const inStream = await collect(connected.client.readStream(stream, { maxCount: 50 }));
    expect(inStream.map(({ event }) => event?.revision)).toEqual(range(0, 49).map(BigInt));
    const [first] = inStream;
    const inAll = await collect(
      connected.client.readAll({ fromPosition: first?.event?.position as Position, maxCount: 50 }),
    );
    expect(inAll.map(({ event }) => event)).toEqual(inStream.map(({ event }) => event));
  });
});

describe('a read', () => {
  it('of a stream that is not there says so', async () => {
    const stream = newStream();
    const error = await rejection(collect(connected.client.readStream(stream)));
    expect(error).toBeInstanceOf(StreamNotFoundError);
  });

  it.each([
    ['unicode', `pakta-Çeşme-📜-${randomUUID()}`],
    ['spaces, slashes and quotes', ` a/b "c" %20-${randomUUID()}`],
    ['2,000 bytes', `${'x'.repeat(2_000)}${randomUUID()}`],
    ['2,000 bytes of which the last differ', `${'x'.repeat(2_000)}${randomUUID()}`],
  ])('finds a stream by a name of %s', async (_title, stream) => {
    await connected.client.appendToStream(stream, noted(1));
    const [read] = await collect(connected.client.readStream(stream));
    expect(read?.event).toMatchObject({ streamId: stream, revision: 0n, data: { n: 1 } });
  });

  it('gives back data, metadata, type, id and time as appended', async () => {
    const stream = newStream();
    const json = jsonEvent({
      type: 'Pakta Ditandatangani 📜',
      data: { name: 'Çeşme', nested: [1, null, 'ü'] },
      metadata: { $correlationId: 'c-1', actor: 'operator' },
    });
    const bytes = Buffer.from([0, 255, 128, 10]);
    const binary = binaryEvent({ type: 'Scanned', data: bytes, metadata: bytes });
    const before = Date.now();
    await connected.client.appendToStream(stream, [json, binary]);
    const [first, second] = await collect(connected.client.readStream(stream));
    const { id, type, data, metadata } = json;
    expect(first?.event).toMatchObject({ id, type, data, metadata, isJson: true });
    expect(first?.event?.created.getTime()).toBeGreaterThanOrEqual(before - 5_000);
    expect(first?.event?.created.getTime()).toBeLessThanOrEqual(Date.now() + 5_000);
    expect(second?.event?.isJson).toBe(false);
    expect(Buffer.from(second?.event?.data as Uint8Array)).toEqual(bytes);
    expect(Buffer.from(second?.event?.metadata as Uint8Array)).toEqual(bytes);
  });

  it('can be left in the middle', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(1_000));
    for await (const { event } of connected.client.readStream(stream)) {
      if (event?.revision === 10n) break;
    }
    expect(await collect(connected.client.readStream(stream, { maxCount: 1 }))).toHaveLength(1);
  });

  it('follows links when asked to', async () => {
    const [source, links] = [newStream(), newStream('links')];
    await connected.client.appendToStream(source, notedUpTo(2));
    const link = (data: string) => binaryEvent({ type: '$>', data: Buffer.from(data) });
    await connected.client.appendToStream(links, [link(`1@${source}`), link('0@nowhere')]);
    const [followed, broken] = await collect(
      connected.client.readStream(links, { resolveLinkTos: true }),
    );
    expect(followed).toMatchObject({ event: { streamId: source }, link: { streamId: links } });
    expect(broken?.event).toBeUndefined();
    expect(broken?.link?.revision).toBe(1n);
    const [plain] = await collect(connected.client.readStream(links));
    expect(plain).toMatchObject({ event: { streamId: links, type: '$>' } });
  });
});

describe('$all', () => {
  it('shows appends to different streams in the order of their positions', async () => {
    const streams = [newStream(), newStream(), newStream()];
    const results = [];
    for (let n = 0; n < 30; n++) {
      results.push(await connected.client.appendToStream(streams[n % 3]!, noted(n)));
    }
    const fromPosition = results[0]!.position!;
    const forwards = await collect(connected.client.readAll({ fromPosition, direction: FORWARDS }));
    const ours = forwards.filter(({ event }) => streams.includes(event?.streamId ?? ''));
    expect(numbers(ours)).toEqual(Array.from({ length: 30 }, (_, n) => n));
    expect(ours.map(({ event }) => event?.position)).toEqual(
      results.map(({ position }) => position),
    );
    const positions = forwards.map(({ event }) => event!.position.commit);
    expect(positions).toEqual(positions.toSorted((a, b) => Number(a - b)));
    expect(new Set(positions).size).toBe(positions.length);
  });

  it('read backwards from a position begins with the event before it', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(3));
    const events = await collect(connected.client.readStream(stream));
    const fromPosition = events[2]!.event!.position!;
    const backwards = connected.client.readAll({ direction: BACKWARDS, fromPosition, maxCount: 2 });
    expect(numbers(await collect(backwards))).toEqual([1, 0]);
  });

  it('read backwards from the end begins with the newest event', async () => {
    const { position } = await connected.client.appendToStream(newStream(), noted(0));
    const options = { direction: BACKWARDS, fromPosition: END, maxCount: 1 } as const;
    const [newest] = await collect(connected.client.readAll(options));
    expect(newest?.event?.position).toEqual(position);
  });

  it('is empty backwards from the start and forwards from the end', async () => {
    const backwards = connected.client.readAll({ direction: BACKWARDS, fromPosition: START });
    expect(await collect(backwards)).toEqual([]);
    expect(await collect(connected.client.readAll({ fromPosition: END }))).toEqual([]);
  });
});
