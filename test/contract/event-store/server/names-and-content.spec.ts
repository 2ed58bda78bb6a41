import { binaryEvent, jsonEvent, type JSONType } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import {
  WAYS,
  appendBy,
  collect,
  newStream,
  noted,
  rejection,
  take,
  useConnection,
} from './support';

const connected = useConnection();

const NAMES = [
  ['letters and signs of many kinds', `pakta-Çeşme-Ω-契約-📜-${randomUUID()}`],
  ['spaces, slashes and quotes', ` a/b "c" %20 ?&#=+\t-${randomUUID()}`],
  ['a dollar sign in it', `a$b$$c-${randomUUID()}`],
  ['2,000 bytes', `${'x'.repeat(2_000)}${randomUUID()}`],
  ['2,000 bytes of which the last differ', `${'x'.repeat(2_000)}${randomUUID()}`],
  ['6,000 bytes not in ASCII', `${'契'.repeat(2_000)}${randomUUID()}`],
] as const;

describe('a stream by a name of', () => {
  it.each(NAMES)('%s is written, read and followed', async (_title, stream) => {
    await connected.client.appendToStream(stream, noted(1));
    const [read] = await collect(connected.client.readStream(stream));
    expect(read?.event).toMatchObject({ streamId: stream, revision: 0n, data: { n: 1 } });
    const [followed] = await take(connected.client.subscribeToStream(stream), 1);
    expect(followed?.event?.streamId).toBe(stream);
  });

  it.each(NAMES)('%s is described, deleted and refused', async (_title, name) => {
    const stream = `${name}-2`;
    await connected.client.appendToStream(stream, noted(0));
    await connected.client.setStreamMetadata(stream, { maxCount: 1 });
    expect((await connected.client.getStreamMetadata(stream)).metadata).toEqual({ maxCount: 1 });
    const wrong = connected.client.appendToStream(stream, noted(1), { expectedRevision: 5n });
    expect(await rejection(wrong)).toMatchObject({
      type: 'wrong-expected-version',
      streamName: stream,
      actualVersion: 0n,
    });
    const early = connected.client.deleteStream(stream, { expectedRevision: 5n });
    expect(await rejection(early)).toMatchObject({ type: 'wrong-expected-version' });
    await connected.client.deleteStream(stream);
    const gone = await rejection(connected.read(stream));
    expect(gone).toMatchObject({ type: 'stream-not-found', streamName: stream });
    await connected.client.tombstoneStream(stream);
    expect(await rejection(connected.read(stream))).toMatchObject({ type: 'stream-deleted' });
  });

  it('one case is not the stream of the other', async () => {
    const stream = newStream('Case');
    await connected.client.appendToStream(stream, noted(1));
    expect(await rejection(connected.read(stream.toLowerCase()))).toMatchObject({
      type: 'stream-not-found',
    });
  });
});

describe.each(WAYS)('an event sent down %s', (_way, options) => {
  const append = appendBy(connected, options);

  it('comes back with data, metadata, type, id and time as appended', async () => {
    const stream = newStream();
    const json = jsonEvent({
      type: 'Pakta Ditandatangani 📜',
      data: { name: 'Çeşme', char: '\u0018', nested: [1, null, 'ü', { a: {} }], large: 1e300 },
      metadata: { $correlationId: 'c-1', actor: 'operator' },
    });
    const bytes = Buffer.from([0, 255, 128, 10]);
    const binary = binaryEvent({
      type: 'Scanned',
      data: bytes,
      metadata: Uint8Array.from(bytes),
    });
    const before = Date.now();
    await append(stream, [json, binary]);
    const [first, second] = await collect(connected.client.readStream(stream));
    const { id, type, data, metadata } = json;
    expect(first?.event).toMatchObject({ id, type, data, metadata, isJson: true });
    expect(first?.event?.created.getTime()).toBeGreaterThanOrEqual(before - 5_000);
    expect(first?.event?.created.getTime()).toBeLessThanOrEqual(Date.now() + 5_000);
    expect(second?.event).toMatchObject({ type: 'Scanned', isJson: false, id: binary.id });
    expect(Buffer.from(second?.event?.data as Uint8Array)).toEqual(bytes);
    expect(Buffer.from(second?.event?.metadata as Uint8Array)).toEqual(bytes);
  });

  it.each<[string, unknown]>([
    ['a text', 'CC ‐ 1830'],
    ['a number', 42],
    ['nothing', null],
    ['a list', [1, [2]]],
    ['an empty object', {}],
  ])('may hold %s as its JSON', async (_title, data) => {
    const stream = newStream();
    await append(stream, jsonEvent({ type: 'Noted', data: data as JSONType }));
    const [read] = await collect(connected.client.readStream(stream));
    expect(read?.event?.data).toEqual(data);
    expect(read?.event?.metadata).toBeUndefined();
  });

  it('may hold no data at all', async () => {
    const stream = newStream();
    await append(stream, binaryEvent({ type: 'Rang', data: Buffer.alloc(0) }));
    const [read] = await collect(connected.client.readStream(stream));
    expect(read?.event).toMatchObject({ type: 'Rang', isJson: false });
    expect(read?.event?.data).toHaveLength(0);
  });

  it('may have a type of any length and letters', async () => {
    const stream = newStream();
    const types = [
      '契約締結',
      '📜',
      `T${'y'.repeat(3_000)}`,
      'with spaces and "quotes"',
      '$custom',
    ];
    await append(
      stream,
      types.map((type) => jsonEvent({ type, data: {} })),
    );
    const read = await collect(connected.client.readStream(stream));
    expect(read.map(({ event }) => event?.type)).toEqual(types);
  });
});
