import {
  ANY,
  NO_STREAM,
  STREAM_EXISTS,
  WrongExpectedVersionError,
  type AppendExpectedRevision,
  type EventStoreDBClient,
} from '@eventstore/db-client';
import { collect, newStream, noted, notedUpTo, rejection } from '../event-store/server/support';
import { useDirectory, withNode } from './own-node';

// Starting compiles the worker's sources; on a busy machine that takes seconds.
jest.setTimeout(30_000);

const directory = useDirectory();
const using = <T>(work: (client: EventStoreDBClient) => Promise<T>): Promise<T> =>
  withNode(directory.path, work);

describe('an append made again after a restart', () => {
  it('is recognised, whatever it expected, and answered as the first time', async () => {
    const given = ([NO_STREAM, 0n, ANY, STREAM_EXISTS] as AppendExpectedRevision[]).map(
      (expectedRevision) => ({ expectedRevision, stream: newStream(), events: notedUpTo(3) }),
    );
    const append = (client: EventStoreDBClient) =>
      Promise.all(
        given.map(({ stream, events, expectedRevision }) =>
          client.appendToStream(stream, events, { expectedRevision }),
        ),
      );
    await using(async (client) => {
      for (const { stream, expectedRevision } of given) {
        if (expectedRevision === NO_STREAM) continue;
        await client.appendToStream(stream, noted(-1));
      }
    });
    const first = await using(append);
    expect(await using(append)).toEqual(first);
    await using(async (client) => {
      for (const { stream, expectedRevision } of given) {
        const events = await collect(client.readStream(stream));
        expect(events).toHaveLength(expectedRevision === NO_STREAM ? 3 : 4);
      }
    });
  });

  it('is recognised behind thousands of others, and refused when only a part of it is known', async () => {
    const stream = newStream();
    const events = notedUpTo(3);
    const first = await using(async (client) => {
      const result = await client.appendToStream(stream, events);
      for (let round = 0; round < 10; round++) {
        await client.appendToStream(newStream(), notedUpTo(500));
      }
      return result;
    });
    await using(async (client) => {
      expect(await client.appendToStream(stream, events)).toEqual(first);
      const more = client.appendToStream(stream, [...events, noted(3)]);
      expect(await rejection(more)).toBeInstanceOf(WrongExpectedVersionError);
      expect(await collect(client.readStream(stream))).toHaveLength(3);
    });
  });
});
