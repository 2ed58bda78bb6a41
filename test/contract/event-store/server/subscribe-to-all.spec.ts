import { END, type Position } from '@eventstore/db-client';
import {
  newStream,
  noted,
  notedUpTo,
  numbers,
  once,
  positionOf,
  take,
  upTo,
  useConnection,
} from './support';

const connected = useConnection();

const [INT64, UINT64] = [2n ** 63n - 1n, 2n ** 64n - 1n];

describe('a subscription to $all', () => {
  it('begins after the position it is given', async () => {
    const stream = newStream();
    const mark = positionOf(await connected.client.appendToStream(stream, noted(0)));
    await connected.client.appendToStream(stream, noted(1));
    const subscription = connected.client.subscribeToAll({ fromPosition: mark });
    expect(numbers(await take(subscription, 1))).toEqual([1]);
  });

  it.each<[string, Position | 'end']>([
    ['the end', END],
    ['the position that stands for it', { commit: UINT64, prepare: UINT64 }],
  ])('from %s sees only what comes', async (_title, fromPosition) => {
    await connected.client.appendToStream(newStream(), noted(0));
    const subscription = connected.client.subscribeToAll({ fromPosition });
    const taken = take(subscription, 2);
    await once(subscription, 'caughtUp');
    await connected.client.appendToStream(newStream(), [noted(7), noted(8)]);
    expect(numbers(await taken)).toEqual([7, 8]);
  });

  it('from far past the end waits, and does not fail', async () => {
    const fromPosition = { commit: INT64, prepare: INT64 };
    const subscription = connected.client.subscribeToAll({ fromPosition });
    subscription.resume();
    await once(subscription, 'caughtUp');
    await subscription.unsubscribe();
  });

  it('from the start begins with the first event of all', async () => {
    const all = connected.client.readAll({ maxCount: 10 });
    const read = [];
    for await (const { event } of all) read.push(event?.id);
    const taken = await take(connected.client.subscribeToAll(), read.length);
    expect(taken.map(({ event }) => event?.id)).toEqual(read);
  });

  it('delivers to many readers', async () => {
    const readers = upTo(10).map(() => connected.client.subscribeToAll({ fromPosition: END }));
    const taken = readers.map((reader) => take(reader, 20));
    await Promise.all(readers.map((reader) => once(reader, 'caughtUp')));
    await connected.client.appendToStream(newStream(), notedUpTo(20));
    for (const events of taken) expect(numbers(await events)).toEqual(upTo(20));
  });

  it('that its reader leaves does not stop the others', async () => {
    const leaving = connected.client.subscribeToAll({ fromPosition: END });
    const staying = connected.client.subscribeToAll({ fromPosition: END });
    const taken = take(staying, 1);
    await Promise.all([once(leaving, 'confirmation'), once(staying, 'caughtUp')]);
    await leaving.unsubscribe();
    await connected.client.appendToStream(newStream(), noted(1));
    expect(numbers(await taken)).toEqual([1]);
  });
});
