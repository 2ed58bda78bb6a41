import { comparePositions } from '@jejak/domain';
import { type EventStore, UnencodableEvent, WrongRevision } from '@jejak/event-store';

import { collect, numberOf, sample, samples } from './samples';
import { type StoreGiven } from './store-given';

/** What `append` promises. */
export function describeAppend(given: StoreGiven): void {
  let store: EventStore;
  let stream: string;
  beforeEach(() => {
    ({ store, stream } = given);
  });

  describe('append', () => {
    it('writes all events, in order, and says where the last one stands', async () => {
      const { revision, position } = await store.append(stream, 'none', samples(1, 3));
      const events = await collect(store.readStream(stream));
      expect(revision).toBe(2n);
      expect(events.map(numberOf)).toEqual([1, 2, 3]);
      expect(events.map((event) => event.revision)).toEqual([0n, 1n, 2n]);
      expect(events[2]!.position).toEqual(position);
    });

    it('refuses another revision than the expected one and writes nothing', async () => {
      await store.append(stream, 'none', samples(1, 2));
      await expect(store.append(stream, 'none', [sample(9)])).rejects.toThrow(WrongRevision);
      await expect(store.append(stream, 0n, samples(8, 9))).rejects.toThrow(WrongRevision);
      await expect(store.append(stream, 2n, [sample(9)])).rejects.toThrow(WrongRevision);
      await expect(store.append(`${stream}-x`, 0n, [sample(9)])).rejects.toThrow(WrongRevision);
      expect(await collect(store.readStream(stream))).toHaveLength(2);
    });

    it('repeated with the same ids and revision writes nothing and answers the same', async () => {
      const first = await store.append(stream, 'none', samples(1, 2));
      await store.append(stream, 1n, samples(3, 4));
      expect(await store.append(stream, 'none', samples(1, 2))).toEqual(first);
      expect(await collect(store.readStream(stream))).toHaveLength(4);
    });

    it('repeated in part is a conflict', async () => {
      await store.append(stream, 'none', samples(1, 2));
      await expect(store.append(stream, 'none', [sample(1), sample(9)])).rejects.toThrow(
        WrongRevision,
      );
    });

    it('of one of many racing writers wins, and the others are told', async () => {
      const outcomes = await Promise.allSettled(
        samples(1, 20).map((event) => store.append(stream, 'none', [event])),
      );
      const rejected = outcomes.filter(({ status }) => status === 'rejected');
      expect(rejected).toHaveLength(19);
      expect(await collect(store.readStream(stream))).toHaveLength(1);
    });

    it('of what must not be written is refused before it is sent', async () => {
      const bad = sample(1);
      const data = { ...bad.event.data, version: 1n };
      const event = { ...bad, event: { ...bad.event, data } as unknown as typeof bad.event };
      await expect(store.append(stream, 'none', [event])).rejects.toThrow(UnencodableEvent);
      expect(await collect(store.readStream(stream))).toEqual([]);
    });

    it('gives every event a position after those before it', async () => {
      for (const number of [1, 2, 3]) {
        await store.append(`${stream}-${number}`, 'none', [sample(number)]);
      }
      const events = await Promise.all(
        [1, 2, 3].map(
          async (number) => (await collect(store.readStream(`${stream}-${number}`)))[0]!,
        ),
      );
      const sorted = [...events].sort((a, b) => comparePositions(a.position, b.position));
      expect(sorted.map(numberOf)).toEqual([1, 2, 3]);
    });
  });
}
