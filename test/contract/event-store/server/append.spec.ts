import {
  ANY,
  NO_STREAM,
  STREAM_EXISTS,
  StreamNotFoundError,
  WrongExpectedVersionError,
  jsonEvent,
  type AppendExpectedRevision,
  type ReadAllOptions,
} from '@eventstore/db-client';
import {
  WAYS,
  appendBy,
  collect,
  newStream,
  noted,
  notedUpTo,
  numbers,
  positionOf,
  rejection,
  take,
  upTo,
  useConnection,
} from './support';

const connected = useConnection();
// Ten thousand appends at once.
jest.setTimeout(60_000);

describe.each(WAYS)('an append down %s', (_way, options) => {
  const append = appendBy(connected, options);

  it('answers with the revision and position of its last event', async () => {
    const stream = newStream();
    const first = await append(stream, noted(0));
    const second = await append(stream, [noted(1), noted(2)]);
    expect([first.nextExpectedRevision, second.nextExpectedRevision]).toEqual([0n, 2n]);
    const events = await collect(connected.client.readStream(stream));
    expect(events.at(-1)?.event?.position).toEqual(second.position);
    expect(events.at(0)?.event?.position).toEqual(first.position);
  });

  it('answers with positions above zero that grow, commit and prepare alike', async () => {
    const positions = [];
    for (const n of upTo(3)) positions.push(positionOf(await append(newStream(), noted(n))));
    const commits = positions.map(({ commit }) => commit);
    expect(commits[0]).toBeGreaterThan(0n);
    expect(commits).toEqual([...new Set(commits)].toSorted((a, b) => Number(a - b)));
    expect(positions.map(({ prepare }) => prepare)).toEqual(commits);
  });

  it.each<AppendExpectedRevision>([ANY, NO_STREAM])(
    'of no events that expects %s creates no stream',
    async (expected) => {
      const stream = newStream();
      expect(await append(stream, [], expected)).toMatchObject({ success: true });
      expect(await append(stream, [], expected)).toMatchObject({ success: true });
      expect(await rejection(connected.read(stream))).toBeInstanceOf(StreamNotFoundError);
    },
  );

  it.each<AppendExpectedRevision>([ANY, STREAM_EXISTS, 1n])(
    'of no events that expects %s changes nothing of a stream that stands there',
    async (expected) => {
      const stream = newStream();
      await append(stream, notedUpTo(2));
      const result = await append(stream, [], expected);
      expect(result).toMatchObject({ success: true, nextExpectedRevision: 1n });
      expect(await connected.read(stream)).toEqual([0, 1]);
    },
  );

  it('of no events answers with a position after the newest event and before the next', async () => {
    const newest = positionOf(await append(newStream(), noted(0)));
    const between = positionOf(await append(newStream(), []));
    const next = positionOf(await append(newStream(), noted(1)));
    expect(between.commit).toBeGreaterThan(newest.commit);
    expect(between.commit).toBeLessThan(next.commit);
    const first = async (options: ReadAllOptions) =>
      (await collect(connected.client.readAll({ ...options, maxCount: 1 })))[0]?.event?.position;
    const fromPosition = between;
    expect(await first({ fromPosition, direction: 'backwards' })).toEqual(newest);
    expect(await first({ fromPosition })).toEqual(next);
    const [followed] = await take(connected.client.subscribeToAll({ fromPosition }), 1);
    expect(followed?.event?.position).toEqual(next);
  });

  it.each<AppendExpectedRevision>([NO_STREAM, 0n, 2n])(
    'of no events that expects %s is refused where the stream stands elsewhere',
    async (expected) => {
      const stream = newStream();
      await append(stream, notedUpTo(2));
      const error = await rejection(append(stream, [], expected));
      expect(error).toBeInstanceOf(WrongExpectedVersionError);
    },
  );
});

describe('appends', () => {
  it.each([
    ['one', {}],
    ['several', { batchAppendSize: 10_000 }],
    ['a request for each event', { batchAppendSize: 1 }],
  ])('of 500 events are whole and in order, sent in %s', async (_title, options) => {
    const stream = newStream();
    const result = await connected.client.appendToStream(stream, notedUpTo(500), options);
    expect(result.nextExpectedRevision).toBe(499n);
    const events = await collect(connected.client.readStream(stream));
    expect(numbers(events)).toEqual(upTo(500));
    expect(new Set(events.map(({ event }) => event?.position?.commit)).size).toBe(500);
  });

  it('that are sent in several requests at once do not mix', async () => {
    const streams = upTo(5).map(() => newStream());
    await Promise.all(
      streams.map((stream) =>
        connected.client.appendToStream(stream, notedUpTo(50), { batchAppendSize: 500 }),
      ),
    );
    for (const stream of streams) expect(await connected.read(stream)).toEqual(upTo(50));
  });

  it('of 10,000 callers at once, of 1 KiB each, are all there in the order they were made', async () => {
    const stream = newStream();
    const text = 'x'.repeat(1_000);
    const results = await Promise.all(
      upTo(10_000).map((n) =>
        connected.client.appendToStream(stream, jsonEvent({ type: 'Noted', data: { n, text } }), {
          deadline: 50_000,
        }),
      ),
    );
    const revisions = results.map(({ nextExpectedRevision }) => nextExpectedRevision);
    expect(revisions).toEqual(upTo(10_000).map(BigInt));
    expect(await connected.read(stream)).toEqual(upTo(10_000));
  });
});
