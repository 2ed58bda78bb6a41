import { startEmbeddedEventStore, type EmbeddedEventStore } from '@jejak/embedded-event-store';
import { EventStoreDBClient, StreamDeletedError, eventTypeFilter } from '@eventstore/db-client';
import { type StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import { Client, credentials, status, type ServiceError } from '@grpc/grpc-js';
import fc from 'fast-check';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect as connectHttp2, type ClientHttp2Stream } from 'node:http2';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  append,
  appendRequests,
  batchRequest,
  openRawStreams,
  uuidOf,
} from '../event-store/server/raw-streams';
import { collect, newStream, noted, rejection } from '../event-store/server/support';

// Starting compiles the worker's sources; on a busy machine that takes seconds.
jest.setTimeout(60_000);

let directory: string;
let node: EmbeddedEventStore;
let client: EventStoreDBClient;
let raw: StreamsClient;
let bytes: Client;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'event-store-hostile-'));
  node = await startEmbeddedEventStore({ directory });
  client = EventStoreDBClient.connectionString(node.connectionString);
  raw = openRawStreams(node.connectionString);
  bytes = new Client(`127.0.0.1:${node.port}`, credentials.createInsecure());
});
afterAll(async () => {
  bytes.close();
  raw.close();
  await client.dispose();
  await node.stop();
  await rm(directory, { recursive: true, force: true });
});

/** The node is none the worse for it. */
afterEach(async () => {
  const stream = newStream();
  await client.appendToStream(stream, noted(0));
  expect(await collect(client.readStream(stream))).toHaveLength(1);
});

const itself = (message: Buffer): Buffer => message;
const METHODS = ['Read', 'Append', 'BatchAppend', 'Delete', 'Tombstone'] as const;

/** How a call with this one message ends; a subscription or a batch is cancelled once it is open. */
function statusOf(method: (typeof METHODS)[number], message: Buffer): Promise<status> {
  return new Promise((resolve) => {
    const path = `/event_store.client.streams.Streams/${method}`;
    const call = bytes.makeBidiStreamRequest(path, itself, itself);
    call.on('data', () => undefined);
    call.on('status', ({ code }) => {
      resolve(code);
    });
    call.on('error', () => undefined);
    call.write(message);
    call.end();
    setTimeout(() => {
      call.cancel();
    }, 2_000).unref();
  });
}

describe('what is no message of the protocol', () => {
  /** Bytes that begin as a message does: tags, lengths that may lie, nested once more. */
  const field: fc.Arbitrary<Buffer> = fc
    .tuple(fc.nat(12), fc.nat(7), fc.uint8Array({ maxLength: 24 }), fc.nat(30))
    .map(([number, wire, body, length]) =>
      Buffer.concat([
        Buffer.of(number * 8 + wire),
        wire === 2 ? Buffer.of(length) : Buffer.of(),
        body,
      ]),
    );
  const wrapped = fc
    .array(field, { maxLength: 4 })
    .map((fields) => Buffer.concat(fields))
    .map((inner) => Buffer.concat([Buffer.of(10, Math.min(inner.length, 127)), inner]));

  it.each(METHODS)('is refused as such by %s, and never as a fault of the node', async (method) => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.uint8Array({ maxLength: 40 }), field, wrapped),
        async (message) => {
          const code = await statusOf(method, Buffer.from(message));
          expect([status.UNAVAILABLE, status.INTERNAL, status.UNKNOWN]).not.toContain(code);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is refused when it is not even HTTP/2', async () => {
    const noise = Array.from({ length: 20 }, () => {
      const socket = connect(node.port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
      socket.write(randomBytes(10_000));
      return socket;
    });
    await sleep(200);
    for (const socket of noise) socket.destroy();
  });
});

describe('a name as long as a name may be', () => {
  const long = (fill: string): string => newStream(fill.repeat(65_000 / Buffer.byteLength(fill)));

  it.each(['x', 'é'])('is told in the answers of the node: %s', async (fill) => {
    const stream = long(fill);
    const refused = client.deleteStream(stream, { expectedRevision: 7n });
    expect(await rejection(refused)).toMatchObject({ type: 'wrong-expected-version' });
    await client.appendToStream(stream, noted(0));
    await client.tombstoneStream(stream);
    expect(await rejection(collect(client.readStream(stream)))).toBeInstanceOf(StreamDeletedError);
    expect(await rejection(append(raw, appendRequests(stream)))).toBeInstanceOf(StreamDeletedError);
    expect(await rejection(client.appendToStream(stream, noted(0)))).toBeInstanceOf(
      StreamDeletedError,
    );
  });
});

describe('what an answer quotes only in part', () => {
  // Two code units, of which the cut leaves one.
  const cutInHalf = (before: number): string => `${'a'.repeat(before)}😀`;

  it('is quoted as text: an expression', async () => {
    const regex = `${cutInHalf(99)}(?<=a)`;
    const subscription = client.subscribeToAll({ filter: eventTypeFilter({ regex }) });
    const error = await rejection(collect(subscription));
    expect(error.message).toContain('INVALID_ARGUMENT');
  });

  it('is quoted as text: an id', async () => {
    const [options, event] = appendRequests(newStream());
    event!.getProposedMessage()!.setId(uuidOf(cutInHalf(99)));
    const error = await rejection(append(raw, [options!, event!]));
    expect(error.message).toContain('INVALID_ARGUMENT');
  });

  it('is quoted as text: the name of a stream', async () => {
    const stream = cutInHalf(999);
    const error = await rejection(client.deleteStream(stream, { expectedRevision: 7n }));
    expect(error).toMatchObject({ type: 'wrong-expected-version' });
    expect(error).toHaveProperty('streamName', encodeURI(stream));
  });
});

describe('an expression that is there to do harm', () => {
  it.each(['(){999999999999}', '('.repeat(20_000), `(?!${'a'.repeat(100_000)})`])(
    'is answered at once %#',
    async (regex) => {
      const subscription = client.subscribeToAll({ filter: eventTypeFilter({ regex }) });
      const answer = new Promise((resolve) => {
        subscription.once('error', resolve).once('confirmation', resolve);
      });
      const before = performance.now();
      await answer;
      expect(performance.now() - before).toBeLessThan(2_000);
      await subscription.unsubscribe().catch(() => undefined);
    },
  );
});

/** A batch call whose answers nobody takes. The official client's transport would take them. */
function unreadBatchCall(): ClientHttp2Stream {
  const session = connectHttp2(`http://127.0.0.1:${node.port}`);
  const call = session.request({
    ':method': 'POST',
    ':path': '/event_store.client.streams.Streams/BatchAppend',
    'content-type': 'application/grpc',
    te: 'trailers',
  });
  call.once('close', () => {
    session.destroy();
  });
  return call;
}

function framed(body: Uint8Array): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(body.length, 1);
  return Buffer.concat([head, body]);
}

describe('a client that', () => {
  it('takes no answers is not taken from without end', async () => {
    const stream = newStream();
    const call = unreadBatchCall();
    const asked = 60_000;
    let written = 0;
    const write = (): void => {
      while (written++ < asked) {
        const request = batchRequest({ correlationId: randomUUID(), stream });
        if (!call.write(framed(request.serializeBinary()))) {
          call.once('drain', write);
          return;
        }
      }
    };
    write();
    for (let before = 0; written > before;) {
      before = written;
      await sleep(1_500);
    }
    call.close();
    expect(written).toBeGreaterThan(10_000);
    expect(written).toBeLessThan(asked);
  });

  it('sends events without anything, and no end, is stopped', async () => {
    const [options, empty] = appendRequests(newStream(), {}, '');
    const call = raw.append(() => undefined);
    const ended = new Promise<ServiceError | { code: status }>((resolve) => {
      call.on('status', resolve);
      call.on('error', () => undefined);
    });
    call.write(options!);
    call.write(empty!);
    expect(await ended).toMatchObject({ code: status.INVALID_ARGUMENT });
    call.cancel();
  });
});
