import {
  ANY,
  NO_STREAM,
  STREAM_EXISTS,
  WrongExpectedVersionError,
  type AppendExpectedRevision,
  type CurrentRevision,
} from '@eventstore/db-client';
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

/** More than any stream can hold: beyond what JavaScript counts exactly, and beyond int64. */
const LARGE = [2n ** 53n, 2n ** 63n - 1n, 2n ** 64n - 2n];

describe.each(WAYS)('an append down %s', (_way, options) => {
  const append = appendBy(connected, options);

  it.each([
    ['any', ANY],
    ['no stream', NO_STREAM],
  ] as const)('that expects %s begins a stream', async (_title, expected) => {
    const result = await append(newStream(), noted(0), expected);
    expect(result).toMatchObject({ success: true, nextExpectedRevision: 0n });
  });

  it.each([
    ['any', ANY],
    ['an existing stream', STREAM_EXISTS],
    ['the right revision', 1n],
  ] as const)('that expects %s continues a stream', async (_title, expected) => {
    const stream = newStream();
    await append(stream, notedUpTo(2));
    expect((await append(stream, noted(2), expected)).nextExpectedRevision).toBe(2n);
  });

  it('that expects an existing stream is content with its metadata', async () => {
    const stream = newStream();
    await connected.client.setStreamMetadata(stream, { maxCount: 10 });
    expect((await append(stream, noted(0), STREAM_EXISTS)).nextExpectedRevision).toBe(0n);
  });

  it('can be made at what the append before it answered', async () => {
    const stream = newStream();
    let expected: AppendExpectedRevision = NO_STREAM;
    for (const n of upTo(5)) {
      expected = (await append(stream, notedUpTo(n + 1), expected)).nextExpectedRevision;
    }
    expect(expected).toBe(14n);
  });

  it.each<[string, AppendExpectedRevision, number, CurrentRevision]>([
    ['no stream', NO_STREAM, 2, 1n],
    ['a revision before', 0n, 2, 1n],
    ['a revision to come', 2n, 2, 1n],
    ['an existing stream', STREAM_EXISTS, 0, 'no_stream'],
    ['revision 0', 0n, 0, 'no_stream'],
    ...LARGE.map((revision): [string, bigint, number, bigint] => [
      `revision ${revision}`,
      revision,
      1,
      0n,
    ]),
  ])(
    'that expects %s is refused when the stream stands elsewhere',
    async (_title, expected, existing, actual) => {
      const stream = newStream();
      if (existing > 0) await append(stream, notedUpTo(existing));
      const error = await rejection(append(stream, noted(9), expected));
      expect(error).toBeInstanceOf(WrongExpectedVersionError);
      expect(error).toMatchObject({
        streamName: stream,
        expectedVersion: expected,
        actualVersion: actual,
      });
      expect(await connected.read(stream).catch(() => [])).toEqual(upTo(existing));
    },
  );

  it('takes the largest of all revisions for no stream, as other clients write it', async () => {
    const stream = newStream();
    const none = 2n ** 64n - 1n;
    expect((await append(stream, noted(0), none)).nextExpectedRevision).toBe(0n);
    expect(await rejection(append(stream, noted(1), none))).toBeInstanceOf(
      WrongExpectedVersionError,
    );
  });

  it('has one winner among many made at once with the same expectation', async () => {
    const stream = newStream();
    await append(stream, noted(0));
    const outcomes = await Promise.allSettled(
      upTo(20).map((n) => append(stream, [noted(n), noted(n)], 0n)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await connected.read(stream)).toHaveLength(3);
  });
});

describe.each(['deleteStream', 'tombstoneStream'] as const)('%s', (remove) => {
  it.each([
    ['another revision', 5n, 5n],
    ['a revision before', 0n, 0n],
    ['no stream', NO_STREAM, -1n],
  ])('is refused when it expects %s', async (_title, expectedRevision, said) => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(2));
    const options = { expectedRevision: expectedRevision as bigint };
    const error = await rejection(connected.client[remove](stream, options));
    expect(error).toBeInstanceOf(WrongExpectedVersionError);
    expect(error).toMatchObject({ streamName: stream, expectedVersion: said, actualVersion: 1n });
    expect(await connected.read(stream)).toEqual([0, 1]);
  });

  it('is refused at a revision of a stream that was never written', async () => {
    const options = { expectedRevision: 0n };
    const error = await rejection(connected.client[remove](newStream(), options));
    expect(error).toBeInstanceOf(WrongExpectedVersionError);
    expect(error).toMatchObject({ expectedVersion: 0n, actualVersion: -1n });
  });

  it.each([
    ['any', ANY],
    ['the right revision', 1n],
  ] as const)('is done when it expects %s', async (_title, expectedRevision) => {
    const stream = newStream();
    const { position: before } = await connected.client.appendToStream(stream, notedUpTo(2));
    const { position } = await connected.client[remove](stream, { expectedRevision });
    expect(position?.commit).toBeGreaterThan(before!.commit);
    expect(position?.prepare).toBe(position?.commit);
  });
});
