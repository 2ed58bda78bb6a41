import {
  DeadlineExceededError,
  EventStoreDBClient,
  NO_STREAM,
  StreamDeletedError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { WAYS, collect, newStream, noted, notedUpTo, rejection, useConnection } from './support';

const connected = useConnection();

/** Works with a client whose connection string says more. */
async function withOptions<T>(
  options: string,
  work: (client: EventStoreDBClient) => Promise<T>,
): Promise<T> {
  const { connectionString } = connected.store;
  const separator = connectionString.includes('?') ? '&' : '?';
  const client = EventStoreDBClient.connectionString(connectionString + separator + options);
  try {
    return await work(client);
  } finally {
    await client.dispose();
  }
}

describe.each(WAYS)('throwOnAppendFailure, down %s,', (_way, options) => {
  it('false makes a wrong expectation an answer: what stands there, or nothing does', () =>
    withOptions('throwOnAppendFailure=false', async (client) => {
      const stream = newStream();
      // Two, because the client says 1 of every revision that it is told down the batch call.
      await client.appendToStream(stream, notedUpTo(2), options);
      const expectedRevision = NO_STREAM;
      const wrong = await client.appendToStream(stream, noted(2), { ...options, expectedRevision });
      expect(wrong).toEqual({ success: false, nextExpectedRevision: 1n, position: undefined });
      const absent = await client.appendToStream(newStream(), noted(0), {
        ...options,
        expectedRevision: 'stream_exists',
      });
      expect(absent).toEqual({ success: false, nextExpectedRevision: -1n, position: undefined });
      expect(await connected.read(stream)).toEqual([0, 1]);
    }));

  it('false leaves other refusals errors', () =>
    withOptions('throwOnAppendFailure=false', async (client) => {
      const stream = newStream();
      await client.tombstoneStream(stream);
      const refused = rejection(client.appendToStream(stream, noted(0), options));
      expect(await refused).toBeInstanceOf(StreamDeletedError);
    }));

  it('true, the default, makes it an error', () =>
    withOptions('throwOnAppendFailure=true', async (client) => {
      const wrong = client.appendToStream(newStream(), noted(0), {
        ...options,
        expectedRevision: 5n,
      });
      expect(await rejection(wrong)).toBeInstanceOf(WrongExpectedVersionError);
    }));
});

describe('a client', () => {
  it('whose default deadline is over is told so, and may give an append more time', () =>
    withOptions('defaultDeadline=1', async (client) => {
      const many = notedUpTo(20_000);
      const late = client.appendToStream(newStream(), many, { batchAppendSize: 50_000 });
      expect(await rejection(late)).toBeInstanceOf(DeadlineExceededError);
      const stream = newStream();
      await client.appendToStream(stream, noted(0), { deadline: 10_000 });
      expect(await collect(client.readStream(stream))).toHaveLength(1);
    }));

  it.each([
    'keepAliveInterval=10000&keepAliveTimeout=10000',
    'keepAliveInterval=-1&keepAliveTimeout=-1',
    'connectionName=inspektorat',
    'maxDiscoverAttempts=3&discoveryInterval=10&gossipTimeout=3',
    'nodePreference=leader',
    'nodePreference=read_only_replica',
  ])('with %s appends and reads as any other', (options) =>
    withOptions(options, async (client) => {
      const stream = newStream();
      const { nextExpectedRevision } = await client.appendToStream(stream, notedUpTo(3));
      expect(nextExpectedRevision).toBe(2n);
      expect(await collect(client.readStream(stream))).toHaveLength(3);
    }),
  );
});
