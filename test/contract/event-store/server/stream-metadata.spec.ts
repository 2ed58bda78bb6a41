import {
  WrongExpectedVersionError,
  binaryEvent,
  jsonEvent,
  type StreamMetadata,
} from '@eventstore/db-client';
import {
  collect,
  newStream,
  noted,
  notedUpTo,
  numbers,
  positionOf,
  rejection,
  upTo,
  useConnection,
} from './support';

const connected = useConnection();

const set = (stream: string, metadata: StreamMetadata) =>
  connected.client.setStreamMetadata(stream, metadata);

/** Metadata as it stands there, beyond what the client would write. */
const setRaw = (stream: string, data: Record<string, unknown>) =>
  connected.client.appendToStream(`$$${stream}`, jsonEvent({ type: '$metadata', data }));

async function streamOf(count: number): Promise<string> {
  const stream = newStream();
  await connected.client.appendToStream(stream, notedUpTo(count));
  return stream;
}

const backwards = { direction: 'backwards', fromRevision: 'end' } as const;

describe('stream metadata', () => {
  it.each([
    ['that was never written', () => Promise.resolve(newStream())],
    ['that has events only', () => streamOf(1)],
  ])('of a stream %s is none', async (_title, given) => {
    const stream = await given();
    expect(await connected.client.getStreamMetadata(stream)).toEqual({ streamName: stream });
  });

  it('is kept and read back, all of it', async () => {
    const stream = newStream();
    const metadata = {
      maxCount: 12,
      maxAge: 2,
      truncateBefore: 1,
      cacheControl: 15,
      acl: {
        readRoles: ['$all'],
        writeRoles: ['admin'],
        deleteRoles: ['admin', 'ops'],
        metaReadRoles: ['$all'],
        metaWriteRoles: ['admin'],
      },
      kantor: 'Inspektorat 📜',
    };
    const result = await set(stream, metadata);
    expect(result.nextExpectedRevision).toBe(0n);
    const found = await connected.client.getStreamMetadata(stream);
    expect(found).toMatchObject({ streamName: stream, metadata });
    expect(found.metastreamRevision).toBe(result.position?.commit);
  });

  it('does not make a stream', async () => {
    const stream = newStream();
    await set(stream, { maxCount: 1 });
    expect(await rejection(connected.read(stream))).toMatchObject({ type: 'stream-not-found' });
  });

  it('is a stream of its own, with expected revisions, of which the newest event is shown', async () => {
    const stream = newStream();
    await connected.client.setStreamMetadata(stream, { n: 0 }, { expectedRevision: 'no_stream' });
    await connected.client.setStreamMetadata(stream, { n: 1 }, { expectedRevision: 0n });
    const late = connected.client.setStreamMetadata(stream, { n: 2 }, { expectedRevision: 0n });
    const error = await rejection(late);
    expect(error).toBeInstanceOf(WrongExpectedVersionError);
    expect(error).toMatchObject({ streamName: `$$${stream}`, actualVersion: 1n });
    for (const options of [{}, backwards]) {
      const shown = await collect(connected.client.readStream(`$$${stream}`, options));
      expect(shown.map(({ event }) => event?.revision)).toEqual([1n]);
      expect(shown[0]?.event).toMatchObject({ type: '$metadata', data: { n: 1 }, isJson: true });
    }
  });

  it('may forbid everybody everything: an insecure server lets them', async () => {
    const stream = await streamOf(1);
    const nobody = ['nobody'];
    await set(stream, { acl: { readRoles: nobody, writeRoles: nobody, metaReadRoles: nobody } });
    await connected.client.appendToStream(stream, noted(1));
    expect(await connected.read(stream)).toEqual([0, 1]);
  });
});

describe('what metadata hides from reads of its stream', () => {
  it.each<[string, StreamMetadata, number[]]>([
    ['all but the newest, by $maxCount', { maxCount: 3 }, [7, 8, 9]],
    ['nothing, by a $maxCount larger than the stream', { maxCount: 11 }, upTo(10)],
    ['what is before $tb', { truncateBefore: 6 }, [6, 7, 8, 9]],
    ['everything, by a $tb past the end', { truncateBefore: 10 }, []],
    ['by the stricter of the two', { truncateBefore: 6, maxCount: 2 }, [8, 9]],
    ['by the stricter of the two, the other way', { truncateBefore: 9, maxCount: 2 }, [9]],
    ['nothing, by a $maxAge they have not reached', { maxAge: 3_600 }, upTo(10)],
  ])('is %s', async (_title, metadata, shown) => {
    const stream = await streamOf(10);
    await set(stream, metadata);
    expect(await connected.read(stream)).toEqual(shown);
    expect(await connected.read(stream, backwards)).toEqual(shown.toReversed());
    const count = Math.min(shown.length, 2);
    expect(await connected.read(stream, { maxCount: 2 })).toEqual(shown.slice(0, count));
    expect(await connected.read(stream, { fromRevision: 0n, maxCount: 2 })).toEqual(
      shown.slice(0, count),
    );
  });

  it('is what is older than $maxAge, in seconds', async () => {
    const stream = await streamOf(2);
    await set(stream, { maxAge: 1 });
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(await connected.read(stream)).toEqual([]);
    await connected.client.appendToStream(stream, noted(2));
    expect(await connected.read(stream)).toEqual([2]);
    expect(await connected.read(stream, backwards)).toEqual([2]);
  });

  it('follows the newest metadata, also to show more again', async () => {
    const stream = newStream();
    await set(stream, { maxCount: 3 });
    await connected.client.appendToStream(stream, notedUpTo(5));
    expect(await connected.read(stream)).toEqual([2, 3, 4]);
    await set(stream, { maxCount: 4 });
    expect(await connected.read(stream)).toEqual([1, 2, 3, 4]);
    await set(stream, { maxCount: 1 });
    expect(await connected.read(stream)).toEqual([4]);
    await set(stream, {});
    expect(await connected.read(stream)).toEqual([0, 1, 2, 3, 4]);
  });

  it('does not change its numbers, nor what an append must expect', async () => {
    const stream = await streamOf(5);
    await set(stream, { truncateBefore: 5 });
    const result = await connected.client.appendToStream(stream, noted(5), {
      expectedRevision: 4n,
    });
    expect(result.nextExpectedRevision).toBe(5n);
    expect(await connected.read(stream)).toEqual([5]);
  });

  it('is still in $all', async () => {
    const stream = newStream();
    const fromPosition = positionOf(await connected.client.appendToStream(stream, noted(0)));
    await connected.client.appendToStream(stream, [noted(1), noted(2)]);
    await set(stream, { maxCount: 1, truncateBefore: 2, maxAge: 1 });
    const all = await collect(connected.client.readAll({ fromPosition }));
    expect(numbers(all.filter(({ event }) => event?.streamId === stream))).toEqual([0, 1, 2]);
  });
});

describe('metadata that says nothing sensible', () => {
  it.each<[string, Record<string, unknown>]>([
    ['a $maxCount that is no whole number', { $maxCount: 0.5 }],
    ['a $maxCount of none', { $maxCount: 0 }],
    ['a $maxCount in letters', { $maxCount: '1' }],
    ['a $maxAge of none', { $maxAge: 0 }],
    ['a $tb below 0', { $tb: -1 }],
    ['one such limit beside a good one', { $maxCount: 1, $tb: 'x' }],
  ])('hides nothing: %s', async (_title, data) => {
    const stream = await streamOf(2);
    await setRaw(stream, data);
    expect(await connected.read(stream)).toEqual([0, 1]);
  });

  it('hides nothing when it is no JSON at all', async () => {
    const stream = await streamOf(2);
    const bytes = binaryEvent({ type: '$metadata', data: Buffer.from('{"$maxCount":') });
    await connected.client.appendToStream(`$$${stream}`, bytes);
    expect(await connected.read(stream)).toEqual([0, 1]);
    expect(await connected.client.getStreamMetadata(stream)).toEqual({ streamName: stream });
  });
});
