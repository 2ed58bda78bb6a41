import {
  ANY,
  NO_STREAM,
  STREAM_EXISTS,
  WrongExpectedVersionError,
  type AppendExpectedRevision,
} from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import {
  WAYS,
  appendBy,
  newStream,
  noted,
  notedUpTo,
  rejection,
  upTo,
  useConnection,
} from './support';

const connected = useConnection();

describe.each(WAYS)('an append made again down %s', (_way, options) => {
  const append = appendBy(connected, options);

  it.each<[string, AppendExpectedRevision, number]>([
    ['no stream', NO_STREAM, 0],
    ['an exact revision', 1n, 2],
    ['any', ANY, 2],
    ['an existing stream', STREAM_EXISTS, 2],
  ])(
    'that expected %s answers as the first time and writes nothing',
    async (_title, expected, existing) => {
      const stream = newStream();
      if (existing > 0) await append(stream, notedUpTo(existing));
      const events = [noted(7), noted(8)];
      const first = await append(stream, events, expected);
      await append(stream, noted(9));
      expect(await append(stream, events, expected)).toEqual(first);
      expect(await connected.read(stream)).toEqual([...upTo(existing), 7, 8, 9]);
    },
  );

  it.each<[string, AppendExpectedRevision, number, number, bigint]>([
    ['the first of them, expecting no stream', NO_STREAM, 0, 1, 0n],
    ['the first of them, expecting any', ANY, 0, 1, 0n],
    ['the second, expecting the revision before it', 0n, 1, 2, 1n],
    ['the second, expecting any', ANY, 1, 2, 1n],
    ['the last two, expecting any', ANY, 1, 3, 2n],
  ])('is recognised in part of a longer one: %s', async (_title, expected, from, to, revision) => {
    const stream = newStream();
    const events = notedUpTo(3);
    await append(stream, events, NO_STREAM);
    const again = await append(stream, events.slice(from, to), expected);
    expect(again.nextExpectedRevision).toBe(revision);
    expect(await connected.read(stream)).toEqual([0, 1, 2]);
  });

  it.each<[string, AppendExpectedRevision]>([
    ['no stream', NO_STREAM],
    ['any', ANY],
    ['an existing stream', STREAM_EXISTS],
  ])('with something new behind it is refused when it expects %s', async (_title, expected) => {
    const stream = newStream();
    const known = notedUpTo(2);
    await append(stream, known, NO_STREAM);
    const error = await rejection(append(stream, [...known, noted(2)], expected));
    expect(error).toBeInstanceOf(WrongExpectedVersionError);
    expect(await connected.read(stream)).toEqual([0, 1]);
  });

  it('is a new one when it begins with something new and expects any', async () => {
    const stream = newStream();
    const known = noted(0);
    await append(stream, known);
    await append(stream, [noted(1), known]);
    expect(await connected.read(stream)).toEqual([0, 1, 0]);
  });

  it('at the revision the stream now has is a new one', async () => {
    const stream = newStream();
    const events = notedUpTo(2);
    await append(stream, events, NO_STREAM);
    expect((await append(stream, events[0]!, 1n)).nextExpectedRevision).toBe(2n);
    expect(await connected.read(stream)).toEqual([0, 1, 0]);
  });

  it('at a revision where something else follows is refused', async () => {
    const stream = newStream();
    const events = notedUpTo(6);
    await append(stream, events, NO_STREAM);
    for (const expected of [3n, 4n, 6n]) {
      const error = await rejection(append(stream, events[0]!, expected));
      expect(error).toBeInstanceOf(WrongExpectedVersionError);
    }
  });

  it('is recognised by ids in whatever case they are written', async () => {
    const stream = newStream();
    const id = randomUUID();
    const first = await append(stream, noted(0, id.toUpperCase()));
    expect(await append(stream, noted(0, id))).toEqual(first);
    expect(await connected.read(stream)).toEqual([0]);
  });

  it('is two events in two streams, in each of which it can be repeated', async () => {
    const streams = [newStream(), newStream()];
    const event = noted(1);
    for (const stream of [...streams, ...streams]) {
      expect((await append(stream, event)).nextExpectedRevision).toBe(0n);
    }
    for (const stream of streams) expect(await connected.read(stream)).toEqual([1]);
  });

  it('of one event six times over is six events, once', async () => {
    const stream = newStream();
    const event = noted(1);
    const events = upTo(6).map(() => event);
    expect((await append(stream, events, NO_STREAM)).nextExpectedRevision).toBe(5n);
    expect((await append(stream, events, NO_STREAM)).nextExpectedRevision).toBe(5n);
    // By the id alone, the server finds the first of the six.
    expect((await append(stream, events, ANY)).nextExpectedRevision).toBe(0n);
    expect(await connected.read(stream)).toHaveLength(6);
  });

  it('at the same time is one append', async () => {
    const stream = newStream();
    const events = notedUpTo(3);
    const results = await Promise.all(upTo(10).map(() => append(stream, events, NO_STREAM)));
    expect(new Set(results.map(({ position }) => position?.commit)).size).toBe(1);
    expect(await connected.read(stream)).toEqual([0, 1, 2]);
  });
});
