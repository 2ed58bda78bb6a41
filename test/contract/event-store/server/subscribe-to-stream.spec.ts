import { END, type ReadRevision } from '@eventstore/db-client';
import { newStream, noted, notedUpTo, numbers, once, take, upTo, useConnection } from './support';

const connected = useConnection();

const UINT64 = 2n ** 64n - 1n;

describe('a subscription to a stream', () => {
  it('delivers what is there, then what comes, and nothing else', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(200));
    const subscription = connected.client.subscribeToStream(stream);
    const caughtUp = once(subscription, 'caughtUp');
    const taken = take(subscription, 203);
    await caughtUp;
    await connected.client.appendToStream(stream, [noted(200), noted(201)]);
    await connected.client.appendToStream(newStream(), noted(-1));
    await connected.client.appendToStream(stream, noted(202));
    const events = await taken;
    expect(numbers(events)).toEqual(upTo(203));
    expect(events.map(({ event }) => event?.revision)).toEqual(upTo(203).map(BigInt));
  });

  it.each([
    ['2', 2n, [3, 4]],
    ['0', 0n, [1, 2, 3, 4]],
  ])('begins after revision %s', async (_title, fromRevision, expected) => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(5));
    const subscription = connected.client.subscribeToStream(stream, { fromRevision });
    expect(numbers(await take(subscription, expected.length))).toEqual(expected);
  });

  it.each<[string, ReadRevision]>([
    ['the end', END],
    ['the last revision', 4n],
    ['the number that stands for the end', UINT64],
  ])('from %s sees only what comes', async (_title, fromRevision) => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(5));
    const subscription = connected.client.subscribeToStream(stream, { fromRevision });
    const taken = take(subscription, 1);
    await once(subscription, 'caughtUp');
    await connected.client.appendToStream(stream, noted(5));
    expect(numbers(await taken)).toEqual([5]);
  });

  it('from a revision to come leaves out what comes before it', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(3));
    const subscription = connected.client.subscribeToStream(stream, { fromRevision: 4n });
    const taken = take(subscription, 2);
    await once(subscription, 'caughtUp');
    await connected.client.appendToStream(
      stream,
      [3, 4, 5, 6].map((n) => noted(n)),
    );
    expect(numbers(await taken)).toEqual([5, 6]);
  });

  it('waits for a stream that is not there yet', async () => {
    const stream = newStream();
    const subscription = connected.client.subscribeToStream(stream);
    const taken = take(subscription, 1);
    await once(subscription, 'caughtUp');
    await connected.client.appendToStream(stream, noted(0));
    expect(numbers(await taken)).toEqual([0]);
  });

  it('goes on over a delete and what recreates the stream', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(2));
    const subscription = connected.client.subscribeToStream(stream);
    const caughtUp = once(subscription, 'caughtUp');
    const taken = take(subscription, 3);
    await caughtUp;
    await connected.client.deleteStream(stream);
    await connected.client.appendToStream(stream, noted(2));
    expect(numbers(await taken)).toEqual([0, 1, 2]);
  });

  it('begins with what metadata leaves to be seen, and then sees all that comes', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(5));
    await connected.client.setStreamMetadata(stream, { maxCount: 2 });
    const subscription = connected.client.subscribeToStream(stream);
    const caughtUp = once(subscription, 'caughtUp');
    const taken = take(subscription, 12);
    await caughtUp;
    await connected.client.appendToStream(
      stream,
      upTo(10).map((n) => noted(n + 5)),
    );
    expect(numbers(await taken)).toEqual(upTo(12).map((n) => n + 3));
  });

  it('to a stream that was deleted and recreated begins with what recreated it', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(5));
    await connected.client.deleteStream(stream);
    await connected.client.appendToStream(stream, [noted(5), noted(6)]);
    expect(numbers(await take(connected.client.subscribeToStream(stream), 2))).toEqual([5, 6]);
  });
});
