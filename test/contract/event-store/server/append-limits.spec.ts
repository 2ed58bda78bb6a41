import {
  MaxAppendSizeExceededError,
  StreamNotFoundError,
  binaryEvent,
} from '@eventstore/db-client';
import {
  WAYS,
  appendBy,
  collect,
  newStream,
  noted,
  rejection,
  upTo,
  useConnection,
} from './support';

const connected = useConnection();

const MIB = 1_048_576;
const TYPE = 'Scanned';
/** The server counts data, metadata, and the type at two bytes a character. */
const TYPE_BYTES = 2 * TYPE.length;

const scanned = (dataBytes: number, metadataBytes = 0) =>
  binaryEvent({
    type: TYPE,
    data: Buffer.alloc(dataBytes, 7),
    ...(metadataBytes > 0 ? { metadata: new Uint8Array(metadataBytes).fill(9) } : {}),
  });

describe.each(WAYS)('an append down %s', (_way, options) => {
  const append = appendBy(connected, options);

  it.each([
    ['a little under 1 MiB', [scanned(MIB - 1_000)]],
    ['exactly 1 MiB', [scanned(MIB - TYPE_BYTES)]],
    ['exactly 1 MiB, half of it metadata', [scanned(MIB / 2, MIB / 2 - TYPE_BYTES)]],
    ['exactly 1 MiB, in four events', upTo(4).map(() => scanned(MIB / 4 - TYPE_BYTES))],
  ])('of %s is kept as it came', async (_title, events) => {
    const stream = newStream();
    await append(stream, events);
    const read = await collect(connected.client.readStream(stream));
    expect(read).toHaveLength(events.length);
    const [event] = read.map((resolved) => resolved.event);
    const data = Buffer.from(event?.data as Uint8Array);
    expect(data.equals(Buffer.alloc(data.length, 7))).toBe(true);
    expect(data).toHaveLength(events[0]!.data.length);
  });

  it.each([
    ['one byte over 1 MiB', [scanned(MIB - TYPE_BYTES + 1)]],
    ['1 MiB and one byte of metadata', [scanned(MIB - TYPE_BYTES, 1)]],
    ['two events of 600,000 bytes', [scanned(600_000), scanned(600_000)]],
    ['4 MiB in one event, more than the client puts into one request', [scanned(4 * MIB)]],
    ['8 MiB in many events, over several requests', upTo(64).map(() => scanned(MIB / 8))],
  ])('of %s is refused as a whole, and the next is taken', async (_title, events) => {
    const stream = newStream();
    const error = await rejection(append(stream, events));
    expect(error).toBeInstanceOf(MaxAppendSizeExceededError);
    expect(error).toMatchObject({ maxAppendSize: MIB });
    expect(await rejection(connected.read(stream))).toBeInstanceOf(StreamNotFoundError);
    expect((await append(stream, noted(0))).nextExpectedRevision).toBe(0n);
  });

  it('of one event larger than a request may be ends its call, and the next is taken', async () => {
    const stream = newStream();
    const error = await rejection(append(stream, scanned(18 * MIB)));
    expect(error.message).toContain('RESOURCE_EXHAUSTED');
    expect(await rejection(connected.read(stream))).toBeInstanceOf(StreamNotFoundError);
    expect((await append(stream, noted(0))).nextExpectedRevision).toBe(0n);
  });

  it('that is too large does not harm those made at the same time', async () => {
    const stream = newStream();
    const refused = rejection(append(newStream(), scanned(2 * MIB)));
    await Promise.all(upTo(20).map((n) => append(stream, noted(n))));
    expect(await refused).toBeInstanceOf(MaxAppendSizeExceededError);
    expect(await connected.read(stream)).toHaveLength(20);
  });
});

it('reads of many large events come whole, forwards and backwards', async () => {
  const stream = newStream();
  for (let count = 0; count < 12; count++) {
    await connected.client.appendToStream(stream, scanned(MIB - TYPE_BYTES));
  }
  for (const direction of ['forwards', 'backwards'] as const) {
    const fromRevision = direction === 'forwards' ? 'start' : 'end';
    const read = connected.client.readStream(stream, { direction, fromRevision });
    expect(await collect(read)).toHaveLength(12);
  }
});
