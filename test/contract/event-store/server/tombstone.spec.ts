import {
  ANY,
  NO_STREAM,
  STREAM_EXISTS,
  StreamDeletedError,
  type AppendExpectedRevision,
  type ExpectedRevision,
} from '@eventstore/db-client';
import {
  WAYS,
  appendBy,
  collect,
  newStream,
  noted,
  notedUpTo,
  once,
  rejection,
  take,
  useConnection,
} from './support';

const connected = useConnection();

async function tombstonedStream(): Promise<string> {
  const stream = newStream();
  await connected.client.appendToStream(stream, notedUpTo(2));
  await connected.client.tombstoneStream(stream, { expectedRevision: 1n });
  return stream;
}

describe('a tombstoned stream', () => {
  it.each([
    ['forwards', {}],
    ['backwards', { direction: 'backwards', fromRevision: 'end' }],
    ['its last event', { direction: 'backwards', fromRevision: 'end', maxCount: 1 }],
  ] as const)('cannot be read %s', async (_title, options) => {
    const stream = await tombstonedStream();
    const error = await rejection(connected.read(stream, options));
    expect(error).toBeInstanceOf(StreamDeletedError);
    expect(error).toMatchObject({ streamName: stream });
  });

  it.each(['deleteStream', 'tombstoneStream'] as const)(
    'cannot be deleted again: %s',
    async (remove) => {
      const stream = await tombstonedStream();
      for (const expectedRevision of [ANY, NO_STREAM, 1n] as const) {
        const error = await rejection(connected.client[remove](stream, { expectedRevision }));
        expect(error).toBeInstanceOf(StreamDeletedError);
        expect(error).toMatchObject({ streamName: stream });
      }
    },
  );

  it('has taken its metadata along', async () => {
    const stream = newStream();
    await connected.client.setStreamMetadata(stream, { owner: 'office' });
    await connected.client.appendToStream(stream, noted(0));
    await connected.client.tombstoneStream(stream);
    for (const attempt of [
      connected.client.getStreamMetadata(stream),
      connected.client.setStreamMetadata(stream, {}),
    ]) {
      const error = await rejection(attempt);
      expect(error).toBeInstanceOf(StreamDeletedError);
      expect(error).toMatchObject({ streamName: `$$${stream}` });
    }
  });

  it('is closed in $all by an event of the largest number, and its events are still shown', async () => {
    const stream = newStream();
    const { position: first } = await connected.client.appendToStream(stream, notedUpTo(2));
    const { position } = await connected.client.tombstoneStream(stream);
    const all = await collect(connected.client.readAll({ fromPosition: first! }));
    const ours = all.filter(({ event }) => event?.streamId === stream);
    expect(ours.map(({ event }) => event?.type)).toEqual(['Noted', '$streamDeleted']);
    expect(ours.at(-1)?.event).toMatchObject({ revision: 2n ** 63n - 1n, position });
  });

  it('drops who follows it, and who would', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, noted(0));
    const following = connected.client.subscribeToStream(stream, { fromRevision: 0n });
    const dropped = rejection(take(following, 1));
    await once(following, 'caughtUp');
    await connected.client.tombstoneStream(stream);
    expect(await dropped).toBeInstanceOf(StreamDeletedError);
    const late = rejection(take(connected.client.subscribeToStream(stream), 1));
    expect(await late).toBeInstanceOf(StreamDeletedError);
  });
});

describe('a tombstone', () => {
  it.each<ExpectedRevision>([ANY, NO_STREAM])(
    'closes a stream that was never written, for who expects %s',
    async (expectedRevision) => {
      const stream = newStream();
      const { position } = await connected.client.tombstoneStream(stream, { expectedRevision });
      expect(position?.commit).toBeGreaterThan(0n);
      expect(await rejection(connected.read(stream))).toBeInstanceOf(StreamDeletedError);
    },
  );

  it('closes a stream that is soft-deleted', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(2));
    await connected.client.deleteStream(stream);
    await connected.client.tombstoneStream(stream);
    expect(await rejection(connected.read(stream))).toBeInstanceOf(StreamDeletedError);
  });

  it('closes a stream that is there, for who expects that', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, noted(0));
    // The client sends this one, though its types leave it out.
    const expectedRevision = STREAM_EXISTS as unknown as ExpectedRevision;
    await connected.client.tombstoneStream(stream, { expectedRevision });
    expect(await rejection(connected.read(stream))).toBeInstanceOf(StreamDeletedError);
  });
});

describe.each(WAYS)('a tombstoned stream, written down %s', (_way, options) => {
  const append = appendBy(connected, options);

  it.each<AppendExpectedRevision>([ANY, NO_STREAM, STREAM_EXISTS, 1n, 5n])(
    'by who expects %s refuses',
    async (expected) => {
      const stream = await tombstonedStream();
      const error = await rejection(append(stream, noted(2), expected));
      expect(error).toBeInstanceOf(StreamDeletedError);
      expect(error).toMatchObject({ streamName: stream });
    },
  );

  it('refuses also what it holds already', async () => {
    const stream = newStream();
    const events = notedUpTo(2);
    await append(stream, events, NO_STREAM);
    await connected.client.tombstoneStream(stream);
    for (const expected of [NO_STREAM, ANY] as const) {
      expect(await rejection(append(stream, events, expected))).toBeInstanceOf(StreamDeletedError);
    }
  });
});
