import {
  ANY,
  NO_STREAM,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
  jsonEvent,
  type ExpectedRevision,
} from '@eventstore/db-client';
import {
  collect,
  connect,
  newStream,
  noted,
  notedUpTo,
  numbers,
  rejection,
  take,
  type Connected,
} from './support';

jest.setTimeout(30_000);

let connected: Connected;
beforeAll(async () => {
  connected = await connect();
});
afterAll(() => connected.close());

const read = async (stream: string) => numbers(await collect(connected.client.readStream(stream)));

describe('stream metadata', () => {
  it('is kept and read back', async () => {
    const stream = newStream();
    expect(await connected.client.getStreamMetadata(stream)).toEqual({ streamName: stream });
    await connected.client.setStreamMetadata(stream, { maxCount: 2, owner: 'inspectorate' });
    const { metadata } = await connected.client.getStreamMetadata(stream);
    expect(metadata).toEqual({ maxCount: 2, owner: 'inspectorate' });
  });

  it('trims what a stream read shows, not what was recorded', async () => {
    const stream = newStream();
    const { position } = await connected.client.appendToStream(stream, noted(0));
    await connected.client.appendToStream(
      stream,
      [1, 2, 3].map((n) => noted(n)),
    );
    await connected.client.setStreamMetadata(stream, { maxCount: 2 });
    expect(await read(stream)).toEqual([2, 3]);
    await connected.client.setStreamMetadata(stream, { truncateBefore: 3 });
    expect(await read(stream)).toEqual([3]);
    const all = await collect(connected.client.readAll({ fromPosition: position! }));
    const recorded = all.filter(({ event }) => event?.streamId === stream);
    expect(numbers(recorded)).toEqual([0, 1, 2, 3]);
  });

  it.each(['$maxCount', '$tb'])('trims nothing by a %s that is no whole number', async (limit) => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(2));
    const metadata = jsonEvent({ type: '$metadata', data: { [limit]: 0.5 } });
    await connected.client.appendToStream(`$$${stream}`, metadata);
    expect(await read(stream)).toEqual([0, 1]);
  });

  it('of which only the newest is shown', async () => {
    const stream = newStream();
    await connected.client.setStreamMetadata(stream, { maxCount: 1 });
    await connected.client.setStreamMetadata(stream, { maxCount: 2 });
    expect(await collect(connected.client.readStream(`$$${stream}`))).toHaveLength(1);
  });
});

describe('a deleted stream', () => {
  it('is not found, and goes on with the next number when it is written again', async () => {
    const stream = newStream();
    await connected.client.setStreamMetadata(stream, { owner: 'inspectorate' });
    await connected.client.appendToStream(stream, notedUpTo(3));
    const { position } = await connected.client.deleteStream(stream, { expectedRevision: 2n });
    expect(position?.commit).toBeGreaterThan(0n);
    const error = await rejection(read(stream));
    expect(error).toBeInstanceOf(StreamNotFoundError);
    const again = await connected.client.appendToStream(stream, noted(3), {
      expectedRevision: NO_STREAM,
    });
    expect(again.nextExpectedRevision).toBe(3n);
    expect(await read(stream)).toEqual([3]);
  });

  it('shows only what comes after, when its metadata is written', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(2));
    await connected.client.deleteStream(stream);
    await connected.client.setStreamMetadata(stream, { owner: 'inspectorate' });
    const { metadata } = await connected.client.getStreamMetadata(stream);
    expect(metadata).toEqual({ owner: 'inspectorate', truncateBefore: 2 });
    await connected.client.appendToStream(stream, noted(2), { expectedRevision: 1n });
    expect(await read(stream)).toEqual([2]);
  });

  it.each([
    ['another revision', 5n, 2],
    ['no stream', NO_STREAM, 2],
    ['any, and was never written', ANY, 0],
  ])('is not deleted when the caller expects %s', async (_title, expectedRevision, existing) => {
    const stream = newStream();
    if (existing > 0) await connected.client.appendToStream(stream, notedUpTo(existing));
    const options = { expectedRevision: expectedRevision as ExpectedRevision & (bigint | 'any') };
    const error = await rejection(connected.client.deleteStream(stream, options));
    expect(error).toBeInstanceOf(WrongExpectedVersionError);
  });
});

describe('a tombstoned stream', () => {
  const stream = `batu-nisan-Ω-${newStream()}`;
  beforeAll(async () => {
    await connected.client.appendToStream(stream, notedUpTo(2));
  });

  it('can never be written, read, followed or deleted again', async () => {
    const subscription = connected.client.subscribeToStream(stream, { fromRevision: 1n });
    const dropped = rejection(take(subscription, 1));
    const { position } = await connected.client.tombstoneStream(stream, { expectedRevision: 1n });
    expect(await dropped).toBeInstanceOf(StreamDeletedError);
    for (const attempt of [
      read(stream),
      connected.client.appendToStream(stream, noted(2)),
      connected.client.appendToStream(stream, noted(2), {
        credentials: { username: 'admin', password: 'changeit' },
      }),
      connected.client.deleteStream(stream),
      connected.client.tombstoneStream(stream),
    ]) {
      expect(await rejection(attempt)).toBeInstanceOf(StreamDeletedError);
    }
    const [closing] = await collect(
      connected.client.readAll({ fromPosition: position!, maxCount: 1 }),
    );
    expect(closing?.event).toMatchObject({
      streamId: stream,
      type: '$streamDeleted',
      revision: 9_223_372_036_854_775_807n,
    });
  });
});
