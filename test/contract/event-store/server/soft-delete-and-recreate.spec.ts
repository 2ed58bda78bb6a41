import {
  ANY,
  NO_STREAM,
  STREAM_EXISTS,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
  binaryEvent,
  type AppendExpectedRevision,
  type ExpectedRevision,
} from '@eventstore/db-client';
import { append, appendRequests, openRawStreams } from './raw-streams';
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
  useConnection,
} from './support';

const connected = useConnection();

const METADATA = { type: '$metadata', 'content-type': 'application/json' };

/** A stream of three events, deleted. */
async function deletedStream(): Promise<string> {
  const stream = newStream();
  await connected.client.appendToStream(stream, notedUpTo(3));
  await connected.client.deleteStream(stream, { expectedRevision: 2n });
  return stream;
}

const metadataOf = (stream: string) => connected.client.getStreamMetadata(stream);

describe('a soft-deleted stream', () => {
  it('is not found, from either end', async () => {
    const stream = await deletedStream();
    for (const options of [{}, { direction: 'backwards', fromRevision: 'end' }] as const) {
      const error = await rejection(connected.read(stream, options));
      expect(error).toBeInstanceOf(StreamNotFoundError);
      expect(error).toMatchObject({ streamName: stream });
    }
  });

  it('is still shown by $all, and then that it was deleted', async () => {
    const stream = newStream();
    const fromPosition = positionOf(await connected.client.appendToStream(stream, noted(0)));
    const { position } = await connected.client.deleteStream(stream);
    const all = await collect(connected.client.readAll({ fromPosition }));
    const ours = all.filter(({ event }) => event?.streamId.endsWith(stream));
    expect(ours.map(({ event }) => event?.type)).toEqual(['Noted', '$metadata']);
    expect(ours.at(-1)?.event).toMatchObject({ streamId: `$$${stream}`, position });
  });

  it('says so in its metadata', async () => {
    const { metadata } = await metadataOf(await deletedStream());
    expect(metadata).toEqual({ truncateBefore: Number(2n ** 63n - 1n) });
  });

  it.each<ExpectedRevision>([ANY, NO_STREAM, 2n])(
    'can be deleted again by who expects %s',
    async (expectedRevision) => {
      const stream = await deletedStream();
      const { position } = await connected.client.deleteStream(stream, { expectedRevision });
      expect(position?.commit).toBeGreaterThan(0n);
      expect(await rejection(connected.read(stream))).toBeInstanceOf(StreamNotFoundError);
    },
  );
});

describe.each(WAYS)('a soft-deleted stream, written down %s', (_way, options) => {
  const appendTo = appendBy(connected, options);

  it.each<AppendExpectedRevision>([NO_STREAM, ANY, 2n])(
    'by who expects %s goes on with the next number and shows only that',
    async (expected) => {
      const stream = await deletedStream();
      const result = await appendTo(stream, [noted(3), noted(4)], expected);
      expect(result.nextExpectedRevision).toBe(4n);
      const events = await collect(connected.client.readStream(stream));
      expect(numbers(events)).toEqual([3, 4]);
      expect(events.map(({ event }) => event?.revision)).toEqual([3n, 4n]);
      expect(events.at(-1)?.event?.position).toEqual(result.position);
      expect((await metadataOf(stream)).metadata).toEqual({ truncateBefore: 3 });
    },
  );

  it.each<AppendExpectedRevision>([0n, 1n, 3n])(
    'by who expects %s is refused and stays deleted',
    async (expected) => {
      const stream = await deletedStream();
      const error = await rejection(appendTo(stream, noted(3), expected));
      expect(error).toBeInstanceOf(WrongExpectedVersionError);
      expect(error).toMatchObject({ expectedVersion: expected, actualVersion: 2n });
      expect(await rejection(connected.read(stream))).toBeInstanceOf(StreamNotFoundError);
    },
  );

  it('by who expects it to exist is refused as deleted', async () => {
    const stream = await deletedStream();
    const error = await rejection(appendTo(stream, noted(3), STREAM_EXISTS));
    expect(error).toBeInstanceOf(StreamDeletedError);
    expect(error).toMatchObject({ streamName: stream });
  });

  it('with the events it was deleted with is not recreated', async () => {
    const stream = newStream();
    const events = notedUpTo(2);
    const first = await appendTo(stream, events, NO_STREAM);
    await connected.client.deleteStream(stream);
    expect(await appendTo(stream, events, NO_STREAM)).toEqual(first);
    expect(await rejection(connected.read(stream))).toBeInstanceOf(StreamNotFoundError);
  });

  it.each<AppendExpectedRevision>([ANY, 2n])(
    'with no events by who expects %s is there again, and empty',
    async (expected) => {
      const stream = await deletedStream();
      const result = await appendTo(stream, [], expected);
      expect(result).toMatchObject({ success: true, nextExpectedRevision: 2n });
      expect(await connected.read(stream)).toEqual([]);
      expect((await metadataOf(stream)).metadata).toEqual({ truncateBefore: 3 });
    },
  );

  it('with no events by who expects no stream is refused', async () => {
    const stream = await deletedStream();
    const error = await rejection(appendTo(stream, [], NO_STREAM));
    expect(error).toBeInstanceOf(WrongExpectedVersionError);
  });

  it('is no longer "no stream" once it was recreated', async () => {
    const stream = await deletedStream();
    await appendTo(stream, noted(3), NO_STREAM);
    const error = await rejection(appendTo(stream, noted(4), NO_STREAM));
    expect(error).toBeInstanceOf(WrongExpectedVersionError);
    expect((await appendTo(stream, noted(4), 3n)).nextExpectedRevision).toBe(4n);
    expect((await appendTo(stream, noted(5), STREAM_EXISTS)).nextExpectedRevision).toBe(5n);
    expect(await connected.read(stream)).toEqual([3, 4, 5]);
  });

  it('can be deleted and recreated over and over', async () => {
    const stream = await deletedStream();
    for (const n of [3, 4, 5]) {
      await appendTo(stream, noted(n), NO_STREAM);
      expect(await connected.read(stream)).toEqual([n]);
      await connected.client.deleteStream(stream, { expectedRevision: BigInt(n) });
    }
  });
});

describe('the metadata of a soft-deleted stream', () => {
  it('is kept when the stream is recreated, but for what deleted it', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(2));
    // In figures, as JavaScript cannot write them.
    const deleted =
      '{"$tb":9223372036854775807,"$maxCount":100,"$acl":{"$d":"some-role"},"owner":"office"}';
    const raw = openRawStreams(connected.store.connectionString);
    await append(raw, appendRequests(`$$${stream}`, METADATA, deleted));
    raw.close();
    expect(await rejection(connected.read(stream))).toBeInstanceOf(StreamNotFoundError);
    await connected.client.appendToStream(stream, noted(2), { expectedRevision: 1n });
    expect(await connected.read(stream)).toEqual([2]);
    expect((await metadataOf(stream)).metadata).toEqual({
      truncateBefore: 2,
      maxCount: 100,
      acl: { deleteRoles: 'some-role' },
      owner: 'office',
    });
  });

  it('recreates it when it is written: empty, and open to the next number', async () => {
    const stream = await deletedStream();
    const result = await connected.client.setStreamMetadata(
      stream,
      { owner: 'office' },
      { expectedRevision: 0n },
    );
    expect(result.nextExpectedRevision).toBe(1n);
    expect((await metadataOf(stream)).metadata).toEqual({ owner: 'office', truncateBefore: 3 });
    expect(await connected.read(stream)).toEqual([]);
    await connected.client.appendToStream(stream, noted(3), { expectedRevision: 2n });
    expect(await connected.read(stream)).toEqual([3]);
  });
});

describe('metadata that is no JSON, written to a soft-deleted stream', () => {
  const bytes = Buffer.alloc(256, 1);
  const writeBytes = (stream: string) =>
    connected.client.appendToStream(`$$${stream}`, binaryEvent({ type: '$metadata', data: bytes }));

  it('is kept as it came, and shows the stream from its first event on', async () => {
    const stream = await deletedStream();
    expect((await writeBytes(stream)).nextExpectedRevision).toBe(1n);
    expect(await connected.read(stream)).toEqual([0, 1, 2]);
    const [newest] = await collect(connected.client.readStream(`$$${stream}`));
    expect(newest?.event).toMatchObject({ revision: 1n, type: '$metadata', isJson: false });
    expect(bytes.equals(newest?.event?.data as Uint8Array)).toBe(true);
  });

  it('makes no stream of one that has no events', async () => {
    const stream = newStream();
    await connected.client.setStreamMetadata(stream, {});
    await connected.client.deleteStream(stream);
    await writeBytes(stream);
    expect(await rejection(connected.read(stream))).toBeInstanceOf(StreamNotFoundError);
  });
});

describe('a stream that was never written', () => {
  it.each<ExpectedRevision>([ANY, NO_STREAM])(
    'is not deleted by who expects %s',
    async (expectedRevision) => {
      const stream = newStream();
      const error = await rejection(connected.client.deleteStream(stream, { expectedRevision }));
      expect(error).toBeInstanceOf(WrongExpectedVersionError);
      expect(error).toMatchObject({ streamName: stream, actualVersion: -1n });
    },
  );

  it('but has metadata can be deleted, and begins at 0 when it is written', async () => {
    const stream = newStream();
    await connected.client.setStreamMetadata(stream, { owner: 'office' });
    await connected.client.deleteStream(stream, { expectedRevision: NO_STREAM });
    expect(await rejection(connected.read(stream))).toBeInstanceOf(StreamNotFoundError);
    const { nextExpectedRevision } = await connected.client.appendToStream(stream, noted(0));
    expect(nextExpectedRevision).toBe(0n);
    expect(await connected.read(stream)).toEqual([0]);
  });
});
