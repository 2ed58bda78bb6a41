import { type EventStore, UnreadableEventError } from '@jejak/event-store';

import { collect, numberOf, sample, samples } from './samples';
import { type StoreGiven } from './store-given';

/** What `readStream` and `readStored` promise. */
export function describeReads(given: StoreGiven): void {
  let store: EventStore;
  let stream: string;
  beforeEach(() => {
    ({ store, stream } = given);
  });

  describe('readStream', () => {
    it('gives back exactly what was appended', async () => {
      const event = sample(7);
      const { revision, position } = await store.append(stream, 'none', [event]);
      expect(await collect(store.readStream(stream))).toEqual([
        { ...event, stream, revision, position },
      ]);
    });

    it('yields nothing for a stream that does not exist', async () => {
      expect(await collect(store.readStream(stream))).toEqual([]);
      expect(await collect(store.readStream(stream, { direction: 'backwards' }))).toEqual([]);
    });

    it.each([
      [{}, [1, 2, 3, 4, 5]],
      [{ from: 2n }, [3, 4, 5]],
      [{ from: 1n, limit: 2 }, [2, 3]],
      [{ from: 5n }, []],
      [{ direction: 'backwards' as const }, [5, 4, 3, 2, 1]],
      [{ direction: 'backwards' as const, from: 2n }, [3, 2, 1]],
      [{ direction: 'backwards' as const, limit: 1 }, [5]],
    ])('with %o', async (options, expected) => {
      await store.append(stream, 'none', samples(1, 5));
      expect((await collect(store.readStream(stream, options))).map(numberOf)).toEqual(expected);
    });

    it('may be left early, any number of times', async () => {
      await store.append(stream, 'none', samples(1, 100));
      for (let time = 0; time < 20; time += 1) {
        for await (const event of store.readStream(stream)) {
          expect(numberOf(event)).toBe(1);
          break;
        }
      }
      expect(await collect(store.readStream(stream))).toHaveLength(100);
    });

    it('stops at an event nobody can read', async () => {
      await store.append(stream, 'none', [sample(1)]);
      await given.writeForeign(stream, 'Invented', {});
      await expect(collect(store.readStream(stream))).rejects.toThrow(UnreadableEventError);
    });
  });

  describe('readStored', () => {
    it('yields what nobody can read too, as it is stored and with the reason', async () => {
      await store.append(stream, 'none', [sample(1)]);
      await given.writeForeign(stream, 'Invented', { of: 'another program' });
      await store.append(stream, 1n, [sample(3)]);
      const { event, metadata } = sample(1);
      expect(await collect(store.readStored(stream))).toMatchObject([
        { stream, revision: 0n, isJson: true, data: event.data, metadata, unreadable: null },
        { revision: 1n, type: 'Invented', data: { of: 'another program' }, metadata },
        { revision: 2n, unreadable: null },
      ]);
      expect(await collect(store.readStored(stream, { from: 1n, limit: 1 }))).toMatchObject([
        { revision: 1n, unreadable: 'unknown type' },
      ]);
    });

    it('yields nothing for a stream that does not exist', async () => {
      expect(await collect(store.readStored(stream))).toEqual([]);
    });
  });
}
