import {
  BACKWARDS,
  END,
  FORWARDS,
  InvalidArgumentError,
  START,
  StreamNotFoundError,
  type Position,
  type ReadStreamOptions,
} from '@eventstore/db-client';
import { collect, newStream, noted, notedUpTo, rejection, upTo, useConnection } from './support';

const connected = useConnection();

const range = (from: number, to: number) => {
  const step = from <= to ? 1 : -1;
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, n) => from + n * step);
};

const [SAFE, INT64, UINT64] = [2n ** 53n, 2n ** 63n - 1n, 2n ** 64n - 1n];

describe('a stream of 300 events', () => {
  const stream = newStream();
  beforeAll(() => connected.client.appendToStream(stream, notedUpTo(300)));

  it.each<[string, ReadStreamOptions, number[]]>([
    ['all of it', {}, range(0, 299)],
    ['from the start', { fromRevision: START, direction: FORWARDS }, range(0, 299)],
    ['its first three', { maxCount: 3 }, range(0, 2)],
    ['as many as there are', { maxCount: 300 }, range(0, 299)],
    ['from a revision on, included', { fromRevision: 290n }, range(290, 299)],
    ['in the middle', { fromRevision: 100n, maxCount: 150 }, range(100, 249)],
    ['its last revision', { fromRevision: 299n }, [299]],
    ['past the end: nothing', { fromRevision: 300n }, []],
    ['far past the end: nothing', { fromRevision: SAFE }, []],
    ['at the largest revision there can be: nothing', { fromRevision: INT64 }, []],
    ['from the end on: nothing', { fromRevision: END }, []],
    ['backwards from the end', { direction: BACKWARDS, fromRevision: END }, range(299, 0)],
    ['its last', { direction: BACKWARDS, fromRevision: END, maxCount: 1 }, [299]],
    ['backwards from a revision, included', { direction: BACKWARDS, fromRevision: 2n }, [2, 1, 0]],
    [
      'backwards in the middle',
      { direction: BACKWARDS, fromRevision: 250n, maxCount: 200 },
      range(250, 51),
    ],
    ['backwards from the start', { direction: BACKWARDS, fromRevision: START }, [0]],
    ['backwards from revision 0', { direction: BACKWARDS, fromRevision: 0n }, [0]],
    [
      'backwards from past the end: its last',
      { direction: BACKWARDS, fromRevision: 300n, maxCount: 2 },
      [299, 298],
    ],
    [
      'backwards from far past the end: its last',
      { direction: BACKWARDS, fromRevision: INT64, maxCount: 2 },
      [299, 298],
    ],
    [
      'backwards from the number that stands for the end',
      { direction: BACKWARDS, fromRevision: UINT64, maxCount: 2 },
      [299, 298],
    ],
    ['with more asked for than there are', { fromRevision: 298n, maxCount: 1_000 }, [298, 299]],
  ])('is read: %s', async (_title, options, expected) => {
    expect(await connected.read(stream, options)).toEqual(expected);
  });

  it.each([-1n, UINT64 + 1n])('is not asked for from revision %s', (fromRevision) => {
    expect(() => connected.client.readStream(stream, { fromRevision })).toThrow(
      InvalidArgumentError,
    );
  });

  it('shows each event its revision and its position in $all', async () => {
    const inStream = await collect(connected.client.readStream(stream, { maxCount: 50 }));
    expect(inStream.map(({ event }) => event?.revision)).toEqual(range(0, 49).map(BigInt));
    const [first] = inStream;
    const inAll = await collect(
      connected.client.readAll({ fromPosition: first?.event?.position as Position, maxCount: 50 }),
    );
    expect(inAll.map(({ event }) => event)).toEqual(inStream.map(({ event }) => event));
    expect(inAll.map(({ commitPosition }) => commitPosition)).toEqual(
      inStream.map(({ commitPosition }) => commitPosition),
    );
  });
});

describe('a read of a stream', () => {
  it.each([
    ['forwards', {}],
    ['backwards', { direction: BACKWARDS, fromRevision: END }],
    ['from a revision', { fromRevision: 7n }],
    ['its last event', { direction: BACKWARDS, fromRevision: END, maxCount: 1 }],
  ] as const)('that is not there says so: %s', async (_title, options) => {
    const stream = newStream();
    const error = await rejection(connected.read(stream, options));
    expect(error).toBeInstanceOf(StreamNotFoundError);
    expect(error).toMatchObject({ streamName: stream });
  });

  it('sees what was appended before it began, at once', async () => {
    const stream = newStream();
    for (const n of upTo(50)) {
      await connected.client.appendToStream(stream, noted(n));
      expect(await connected.read(stream)).toHaveLength(n + 1);
    }
  });

  it('shows an append whole or not at all', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(10));
    const writing = Promise.all(
      upTo(100).map(() => connected.client.appendToStream(stream, notedUpTo(10))),
    );
    const lengths = await Promise.all(upTo(30).map(() => connected.read(stream)));
    for (const { length } of lengths) expect(length % 10).toBe(0);
    await writing;
    expect(await connected.read(stream)).toHaveLength(1_010);
  });

  it('can be left in the middle', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(1_000));
    for await (const { event } of connected.client.readStream(stream)) {
      if (event?.revision === 10n) break;
    }
    expect(await connected.read(stream, { maxCount: 1 })).toEqual([0]);
  });

  it('does not hinder as many others at the same time', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(20));
    const reads = await Promise.all(upTo(100).map(() => connected.read(stream)));
    for (const read of reads) expect(read).toEqual(upTo(20));
  });
});
