import { comparePositions } from '@jejak/domain';
import fc from 'fast-check';

import { LeaseLost } from '../errors';
import type { Lease } from '../storage/checkpoint';
import type { StorageUnderTest } from './storage-under-test';
import { leaseOf, parkedAt, ranking, rebuilt, referenceAt } from './storage.samples';

export function parkedFeatures(under: () => StorageUnderTest): void {
  describe('What is parked', () => {
    let lease: Lease;
    beforeEach(async () => {
      await under().storage.prepare(ranking);
      lease = await leaseOf(under().storage, ranking, 'a');
    });

    describe('A parked key', () => {
      it('is listed by position with what is said of it, in its own generation', async () => {
        const { storage } = under();
        const records = [parkedAt('late', 20), parkedAt('early', 3), parkedAt('between', 9)];
        for (const record of records) await storage.park(lease, record);
        const [late, early, between] = records;
        expect(await storage.parked(ranking)).toEqual([early, between, late]);
        expect(await storage.parked(rebuilt)).toEqual([]);
      });

      it('is parked once: what is said of it is replaced', async () => {
        const { storage } = under();
        const first = parkedAt('x', 5);
        const again = { ...first, attempts: 2, error: 'still not', lastFailedAt: '2026-02-02' };
        await storage.park(lease, first);
        await storage.park(lease, again);
        expect(await storage.parked(ranking)).toEqual([again]);
      });

      it('is another one for a document, an event and a stream of the same name', async () => {
        const { storage } = under();
        const document = parkedAt('x', 1);
        const event = { ...parkedAt('x', 2), kind: 'event' } as const;
        const stream = { ...parkedAt('x', 3), kind: 'stream' } as const;
        for (const record of [document, event, stream]) await storage.park(lease, record);
        await storage.queue(lease, [{ key: 'x', event: referenceAt(4n) }]);
        await storage.unpark(lease, { kind: 'event', key: 'x' });
        await storage.unpark(lease, { kind: 'stream', key: 'x' });
        expect(await storage.parked(ranking)).toEqual([document]);
        expect(await storage.waiting(ranking)).toEqual(new Map([['x', 1]]));
      });

      it('goes with everything that waits behind it, and no other', async () => {
        const { storage } = under();
        for (const key of ['x', 'x/1', 'y']) {
          await storage.park(lease, parkedAt(key, 1));
          await storage.queue(lease, [
            { key, event: referenceAt(2n) },
            { key, event: referenceAt(3n) },
          ]);
        }
        await storage.unpark(lease, { kind: 'document', key: 'x' });
        await storage.unpark(lease, { kind: 'document', key: 'x' });
        expect((await storage.parked(ranking)).map(({ key }) => key)).toEqual(['x/1', 'y']);
        const left = [
          ['x/1', 2],
          ['y', 2],
        ] as const;
        expect(await storage.waiting(ranking)).toEqual(new Map(left));
        expect(await storage.queued(ranking, 'x', null, 10)).toEqual([]);
      });
    });

    describe('A parked key that a later writer took', () => {
      it('is changed by no earlier one, nor is what the later one put behind it', async () => {
        const { storage } = under();
        await storage.park(lease, parkedAt('x', 1));
        await storage.queue(lease, [
          { key: 'x', event: referenceAt(2n) },
          { key: 'x', event: referenceAt(3n) },
        ]);
        const later = await leaseOf(storage, ranking, 'a');
        expect(await storage.takeParked(later)).toEqual([parkedAt('x', 1)]);
        await storage.queue(later, [
          { key: 'x', event: referenceAt(3n) },
          { key: 'x', event: referenceAt(4n) },
        ]);
        const moved = storage.park(lease, parkedAt('x', 9));
        await expect(moved).rejects.toBeInstanceOf(LeaseLost);
        const removed = storage.unpark(lease, { kind: 'document', key: 'x' });
        await expect(removed).rejects.toBeInstanceOf(LeaseLost);
        expect(await storage.parked(ranking)).toEqual([parkedAt('x', 1)]);
        expect(await storage.queued(ranking, 'x', null, 9)).toEqual(
          [3n, 4n].map((place) => referenceAt(place)),
        );
        await storage.unpark(later, { kind: 'document', key: 'x' });
        expect(await storage.parked(ranking)).toEqual([]);
        expect(await storage.waiting(ranking)).toEqual(new Map());
      });
    });

    describe('What waits behind a parked document', () => {
      it('comes by position, whatever the number of digits and beyond 2^53', async () => {
        const { storage } = under();
        const part = fc.oneof(
          fc.bigInt({ min: 0n, max: 12n }),
          fc.bigInt({ min: 2n ** 53n - 2n, max: 2n ** 53n + 2n }),
          fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
        );
        const places = fc.uniqueArray(fc.tuple(part, part), {
          minLength: 2,
          maxLength: 12,
          selector: ([commit, prepare]) => `${commit.toString()}/${prepare.toString()}`,
        });
        let run = 0;
        await fc.assert(
          fc.asyncProperty(places, async (shuffled) => {
            run += 1;
            const key = `key ${run}`;
            const events = shuffled.map(([commit, prepare]) => referenceAt(commit, prepare));
            await storage.queue(
              lease,
              events.map((event) => ({ key, event })),
            );
            const [first, ...rest] = events.toSorted(({ position: a }, { position: b }) =>
              comparePositions(a, b),
            );
            if (first === undefined) throw new Error('Two at least were made');
            expect(await storage.queued(ranking, key, null, 100)).toEqual([first, ...rest]);
            expect(await storage.queued(ranking, key, first.position, 1)).toEqual(rest.slice(0, 1));
            await storage.dequeue(ranking, key, first.position);
            expect(await storage.queued(ranking, key, null, 100)).toEqual(rest);
          }),
          { numRuns: 12 },
        );
      });

      it('is put there once, and counted by document', async () => {
        const { storage } = under();
        const events = [2n, 10n, 3n].map((place) => ({ key: 'x', event: referenceAt(place) }));
        await storage.queue(lease, []);
        await storage.queue(lease, events.slice(0, 2));
        await storage.queue(lease, events);
        await storage.queue(lease, [{ key: 'y', event: referenceAt(2n) }]);
        await storage.queue(await leaseOf(storage, rebuilt, 'a'), [
          { key: 'x', event: referenceAt(2n) },
        ]);
        const counts = [
          ['x', 3],
          ['y', 1],
        ] as const;
        expect(await storage.waiting(ranking)).toEqual(new Map(counts));
        expect(await storage.queued(ranking, 'x', null, 10)).toEqual(
          [2n, 3n, 10n].map((place) => referenceAt(place)),
        );
      });

      it('is taken away up to and with a position, and a document with none is left out', async () => {
        const { storage } = under();
        const events = [2n, 3n, 10n].map((place) => ({ key: 'x', event: referenceAt(place) }));
        await storage.queue(lease, [...events, { key: 'y', event: referenceAt(2n) }]);
        await storage.dequeue(ranking, 'x', { commit: 3n, prepare: 3n });
        expect(await storage.queued(ranking, 'x', null, 10)).toEqual([referenceAt(10n)]);
        await storage.dequeue(ranking, 'x', { commit: 99n, prepare: 99n });
        expect(await storage.waiting(ranking)).toEqual(new Map([['y', 1]]));
      });
    });
  });
}
