import { EventStoreDBClient, binaryEvent, jsonEvent } from '@eventstore/db-client';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import { ReadReq, type ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { Empty, StreamIdentifier } from '@eventstore/db-client/generated/shared_pb';
import { credentials } from '@grpc/grpc-js';
import { createEventStore } from '@jejak/event-store';

import { type EventStoreUnderTest, startEventStoreUnderTest } from '../event-store-under-test';
import { describeEventStore, type StoreUnderTest } from './event-store.features';
import { collect, sample } from './samples';

// Starting the embedded node compiles its worker's sources; on a busy machine that takes seconds.
jest.setTimeout(30_000);

let server: EventStoreUnderTest;
beforeAll(async () => {
  server = await startEventStoreUnderTest();
});
afterAll(() => server.stop());

function start(): Promise<StoreUnderTest> {
  const { connectionString } = server;
  const store = createEventStore({ connectionString });
  const foreign = EventStoreDBClient.connectionString(connectionString);
  return Promise.resolve({
    store,
    async writeForeign(stream, type, data) {
      const { metadata } = sample(1);
      // Per-call credentials keep this client off the stream of appends the store holds open.
      await foreign.appendToStream(stream, jsonEvent({ type, data: { ...data }, metadata }), {
        credentials: { username: 'foreign', password: 'foreign' },
      });
    },
    async stop() {
      await store.close();
      await foreign.dispose();
    },
  });
}

describe('the event store through the official client', () => {
  describeEventStore(start);

  it('stores data and metadata as canonical bytes', async () => {
    const given = await start();
    await given.store.append('framework-raw', 'none', [sample(7)]);
    const { data, metadata } = await readRaw(server.connectionString, 'framework-raw');
    expect(data).toBe('{"approvedBy":"pejabat — é 😀","instrument":"MCP","version":7,"year":2024}');
    expect(metadata).toBe(
      '{"$causationId":"00000000-0000-4000-8000-000000000007","$correlationId":"request-1",' +
        '"actor":{"id":"user-1","kind":"person"},' +
        '"commandId":"00000000-0000-4000-8000-000000000007",' +
        '"commandSha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",' +
        '"recordedAt":"2025-03-04T05:06:07.089Z","schemaVersion":1,' +
        '"traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}',
    );
    await given.stop();
  });

  it('hands over bytes as bytes, and says that nobody can read them', async () => {
    const given = await start();
    const foreign = EventStoreDBClient.connectionString(server.connectionString);
    const bytes = binaryEvent({ type: 'FrameworkPublished', data: Buffer.from([0, 255]) });
    await foreign.appendToStream('framework-bytes', bytes, {
      credentials: { username: 'foreign', password: 'foreign' },
    });
    expect(await collect(given.store.readStored('framework-bytes'))).toMatchObject([
      { isJson: false, data: new Uint8Array([0, 255]), unreadable: 'not stored as JSON' },
    ]);
    await foreign.dispose();
    await given.stop();
  });
});

/** Data and metadata of a stream's first event as the server holds them, undecoded. */
async function readRaw(
  connectionString: string,
  stream: string,
): Promise<{ data: string; metadata: string }> {
  const address = /:\/\/([^?/]+)/.exec(connectionString)![1]!;
  const client = new StreamsClient(address, credentials.createInsecure());
  const responses: ReadResp[] = [];
  for await (const response of client.read(firstEventOf(stream))) {
    responses.push(response as ReadResp);
  }
  client.close();
  const event = responses
    .find((response) => response.hasEvent())!
    .getEvent()!
    .getEvent()!;
  const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
  return { data: textOf(event.getData_asU8()), metadata: textOf(event.getCustomMetadata_asU8()) };
}

function firstEventOf(stream: string): ReadReq {
  const identifier = new StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream, 'utf8'));
  const streamOptions = new ReadReq.Options.StreamOptions();
  streamOptions.setStreamIdentifier(identifier);
  streamOptions.setStart(new Empty());
  const uuidOption = new ReadReq.Options.UUIDOption();
  uuidOption.setString(new Empty());
  const options = new ReadReq.Options();
  options.setStream(streamOptions);
  options.setCount('1');
  options.setUuidOption(uuidOption);
  options.setNoFilter(new Empty());
  options.setReadDirection(ReadReq.Options.ReadDirection.FORWARDS);
  const request = new ReadReq();
  request.setOptions(options);
  return request;
}
