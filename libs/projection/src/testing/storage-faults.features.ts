import { AnotherWriter } from '../errors';
import { atTheBeginning } from '../storage/checkpoint';
import type { ProjectionStorage } from '../storage/projection-storage';
import { at } from './recorded';
import {
  checkpointAt,
  documentAt,
  leaseOf,
  long,
  parkedAt,
  ranking,
  rebuilt,
  referenceAt,
  tombstoneAt,
} from './storage.samples';
import type { StorageUnderTest } from './storage-under-test';

type Step = (storage: ProjectionStorage) => Promise<unknown>;

/** As the runtime writes: whatever is there already is not written again. */
const written: Step = async (storage) => {
  const wanted = [documentAt('x', 1), tombstoneAt('y', 1), documentAt('z', 1)];
  const loaded = await storage.load(
    ranking,
    wanted.map(({ _id }) => _id),
  );
  const missing = wanted.filter(({ _id }) => !loaded.has(_id));
  await storage.write(
    ranking,
    missing.map((document) => ({ kind: 'insert', document }) as const),
  );
};

/** Leases are taken again, as after an outage, and checkpoints moved from where they stand. */
const saved: Step = async (storage) => {
  const acquisition = await storage.acquire(ranking, 'a', long);
  if (acquisition.kind === 'held') throw new Error('Nobody else is there');
  const { lease, checkpoint: from } = acquisition;
  await storage.saveCheckpoints([{ lease, from, to: checkpointAt(1), parked: 1 }]);
  await storage.sweep(lease, at(1), 0);
  await storage.release([lease]);
};

const entered: Step = async ({ catalogue }) => {
  const fresh = { view: 'ranking', revision: 0n, builds: 1, live: null, previous: null };
  const standing = (await catalogue.read('ranking')) ?? { ...fresh, next: null, discarded: [] };
  await catalogue.replace({ ...standing, live: { version: 3, build: 1 } });
};

const steps: readonly Step[] = [
  (storage) => storage.prepare(ranking),
  (storage) => storage.prepare(rebuilt),
  entered,
  written,
  (storage) => storage.add(rebuilt, [documentAt('r1', 1), documentAt('r2', 2)]),
  async (storage) => storage.park(await leaseOf(storage, ranking, 'a'), parkedAt('p', 2)),
  async (storage) =>
    storage.queue(
      await leaseOf(storage, ranking, 'a'),
      [3n, 4n, 5n].map((place) => ({ key: 'p', event: referenceAt(place) })),
    ),
  saved,
  (storage) => storage.dequeue(ranking, 'p', at(3)),
  (storage) => storage.discard(rebuilt),
];

async function tolerant(storage: ProjectionStorage, step: Step): Promise<boolean> {
  try {
    await step(storage);
    return true;
  } catch (error) {
    expect(storage.isOutage(error)).toBe(true);
    return false;
  }
}

export function faultFeatures(under: () => StorageUnderTest): void {
  describe('The server goes away', () => {
    it('and says so in a way that time may cure', async () => {
      const { storage, faults } = under();
      await storage.prepare(ranking);
      await faults.failAfter(0);
      const failed: unknown = await storage
        .add(ranking, [documentAt('x', 1)])
        .catch((error: unknown) => error);
      await faults.recover();
      expect(failed).toBeInstanceOf(Error);
      expect(storage.isOutage(failed)).toBe(true);
      expect(storage.isOutage(new AnotherWriter('ranking', 'a document'))).toBe(false);
      expect(storage.isOutage(new TypeError('no'))).toBe(false);
    });

    it.each(Array.from({ length: 16 }, (_, index) => index + 1))(
      'after %i writes, and whatever failed is repeated until it stands',
      async (writes) => {
        const { storage, census, faults } = under();
        await faults.failAfter(writes);
        for (const step of steps) {
          if (await tolerant(storage, step)) continue;
          await faults.recover();
          await step(storage);
        }
        await faults.recover();
        expect(await census()).toEqual({
          ...{ ranking_v3: 2, checkpoints: 1, views: 1, parked: 1, parked_events: 2 },
        });
        expect(await storage.checkpoint(ranking)).toEqual(checkpointAt(1));
        expect(await storage.checkpoint(rebuilt)).toEqual(atTheBeginning);
        expect(await storage.queued(ranking, 'p', null, 9)).toEqual(
          [4n, 5n].map((place) => referenceAt(place)),
        );
        expect(await storage.parked(ranking)).toEqual([parkedAt('p', 2)]);
      },
    );
  });
}
