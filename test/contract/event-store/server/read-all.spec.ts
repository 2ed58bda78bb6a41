import { BACKWARDS, END, FORWARDS, START } from '@eventstore/db-client';
import {
  collect,
  newStream,
  noted,
  notedUpTo,
  numbers,
  positionOf,
  upTo,
  useConnection,
} from './support';

const connected = useConnection();

const at = (commit: bigint) => ({ commit, prepare: commit });

describe('$all', () => {
  it('shows appends to different streams in the order of their positions', async () => {
    const streams = [newStream(), newStream(), newStream()];
    const results = [];
    for (const n of upTo(30)) {
      results.push(await connected.client.appendToStream(streams[n % 3]!, noted(n)));
    }
    const fromPosition = results[0]!.position!;
    const forwards = await collect(connected.client.readAll({ fromPosition, direction: FORWARDS }));
    const ours = forwards.filter(({ event }) => streams.includes(event?.streamId ?? ''));
    expect(numbers(ours)).toEqual(upTo(30));
    expect(ours.map(({ event }) => event?.position)).toEqual(
      results.map(({ position }) => position),
    );
    const positions = forwards.map(({ event }) => event!.position.commit);
    expect(positions).toEqual(positions.toSorted((a, b) => Number(a - b)));
    expect(new Set(positions).size).toBe(positions.length);
  });

  it('is the same backwards, the other way round', async () => {
    await connected.client.appendToStream(newStream(), notedUpTo(200));
    const newest = await collect(
      connected.client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 150 }),
    );
    const fromPosition = newest.at(-1)!.event!.position;
    const forwards = await collect(connected.client.readAll({ fromPosition, maxCount: 150 }));
    expect(forwards).toEqual(newest.toReversed());
  });

  it('holds events of the server itself, which come before the first of a user', async () => {
    await connected.client.appendToStream(newStream(), noted(0));
    const [first] = await collect(connected.client.readAll({ maxCount: 1 }));
    expect(first?.event?.type).toMatch(/^\$/u);
  });

  it('read forwards from a position begins with the event there', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(3));
    const events = await collect(connected.client.readStream(stream));
    const fromPosition = events[1]!.event!.position!;
    const forwards = connected.client.readAll({ fromPosition, maxCount: 2 });
    expect(numbers(await collect(forwards))).toEqual([1, 2]);
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

  it.each([
    ['backwards from the start', { direction: BACKWARDS, fromPosition: START }],
    ['forwards from the end', { fromPosition: END }],
    ['forwards from the position that stands for the end', { fromPosition: at(2n ** 64n - 1n) }],
    ['forwards from far past the end', { fromPosition: at(2n ** 63n - 1n) }],
  ] as const)('is empty %s', async (_title, options) => {
    expect(await collect(connected.client.readAll(options))).toEqual([]);
  });

  it('read backwards from the position that stands for the end begins with the newest', async () => {
    const { position } = await connected.client.appendToStream(newStream(), noted(0));
    const fromPosition = at(2n ** 64n - 1n);
    const options = { direction: BACKWARDS, fromPosition, maxCount: 1 } as const;
    const [newest] = await collect(connected.client.readAll(options));
    expect(newest?.event?.position).toEqual(position);
  });

  it.each([1, 2, 129])('brings %i events at most when it is told to', async (maxCount) => {
    const { position } = await connected.client.appendToStream(newStream(), noted(0));
    await connected.client.appendToStream(newStream(), notedUpTo(130));
    const options = { fromPosition: position!, maxCount };
    expect(await collect(connected.client.readAll(options))).toHaveLength(maxCount);
  });

  it('shows no gap that is filled later: what one read passed by, no later one finds', async () => {
    const fromPosition = positionOf(await connected.client.appendToStream(newStream(), noted(0)));
    const streams = upTo(8).map(() => newStream());
    const writing = { done: false };
    const written = Promise.all(
      streams.map(async (stream) => {
        for (const n of upTo(25))
          await connected.client.appendToStream(stream, [noted(n), noted(n)]);
      }),
    ).finally(() => (writing.done = true));
    const readings: bigint[][] = [];
    do {
      const events = await collect(connected.client.readAll({ fromPosition }));
      readings.push(events.map(({ event }) => event!.position.commit));
    } while (!writing.done);
    await written;
    const all = await collect(connected.client.readAll({ fromPosition }));
    const last = all.map(({ event }) => event!.position.commit);
    for (const reading of readings) expect(reading).toEqual(last.slice(0, reading.length));
    expect(last.length).toBeGreaterThanOrEqual(401);
  });
});
