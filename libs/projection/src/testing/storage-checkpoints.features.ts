import { AnotherWriter, LeaseLost } from '../errors';
import { atTheBeginning } from '../storage/checkpoint';
import type { StorageUnderTest } from './storage-under-test';
import { checkpointAt, leaseOf, ranking, rebuilt } from './storage.samples';

export function checkpointFeatures(under: () => StorageUnderTest): void {
  describe('A checkpoint', () => {
    it('stands at the beginning for a generation nobody filled', async () => {
      expect(await under().storage.checkpoint(ranking)).toEqual(atTheBeginning);
    });

    it('comes back as it was saved, beyond 2^53 and with commit and prepare apart', async () => {
      const { storage } = under();
      const lease = await leaseOf(storage, ranking, 'a');
      const position = { commit: 2n ** 63n - 1n, prepare: 2n ** 53n + 1n };
      const to = { ...checkpointAt(1), position };
      await storage.saveCheckpoints([{ lease, from: atTheBeginning, to, parked: 3 }]);
      expect(await storage.checkpoint(ranking)).toEqual(to);
      const next = { commit: 2n ** 63n - 1n, prepare: 2n ** 53n + 2n };
      const later = { ...to, position: next, events: 2 };
      await storage.saveCheckpoints([{ lease, from: to, to: later, parked: 0 }]);
      expect(await storage.acquire(ranking, 'a', 1)).toMatchObject({ checkpoint: later });
    });

    it('moves only from where it was read; the others are saved all the same', async () => {
      const { storage } = under();
      const one = await leaseOf(storage, ranking, 'a');
      const other = await leaseOf(storage, rebuilt, 'a');
      const begun = { from: atTheBeginning, to: checkpointAt(2), parked: 0 };
      await storage.saveCheckpoints([{ lease: one, ...begun }]);
      for (const from of [atTheBeginning, checkpointAt(1)]) {
        const gap = { lease: one, from, to: checkpointAt(3), parked: 0 };
        await expect(storage.saveCheckpoints([gap])).rejects.toThrow(AnotherWriter);
      }
      const gap = { lease: one, from: checkpointAt(1), to: checkpointAt(3), parked: 0 };
      await expect(storage.saveCheckpoints([gap, { lease: other, ...begun }])).rejects.toThrow(
        AnotherWriter,
      );
      expect(await storage.checkpoint(ranking)).toEqual(checkpointAt(2));
      expect(await storage.checkpoint(rebuilt)).toEqual(checkpointAt(2));
    });

    it('that is saved again with the same values, because the answer got lost, is saved', async () => {
      const { storage } = under();
      const lease = await leaseOf(storage, ranking, 'a');
      const advance = { lease, from: atTheBeginning, to: checkpointAt(1), parked: 0 };
      await storage.saveCheckpoints([advance]);
      await storage.saveCheckpoints([advance]);
      await expect(storage.saveCheckpoints([{ ...advance, parked: 1 }])).rejects.toThrow(
        AnotherWriter,
      );
    });

    it('may stay in place and only say how many keys are parked', async () => {
      const { storage } = under();
      const lease = await leaseOf(storage, ranking, 'a');
      const begun = { lease, from: atTheBeginning, to: checkpointAt(1), parked: 0 };
      await storage.saveCheckpoints([begun]);
      const here = checkpointAt(1);
      await storage.saveCheckpoints([{ lease, from: here, to: here, parked: 1 }]);
      const next = { lease, from: here, to: checkpointAt(2), parked: 1 };
      await storage.saveCheckpoints([next]);
      expect(await storage.checkpoint(ranking)).toEqual(checkpointAt(2));
    });

    it('says that the lease is lost rather than that another writer was there', async () => {
      const { storage } = under();
      const lost = await leaseOf(storage, ranking, 'a');
      const other = await leaseOf(storage, rebuilt, 'a');
      await leaseOf(storage, ranking, 'a');
      const to = checkpointAt(1);
      const saving = storage.saveCheckpoints([
        { lease: lost, from: atTheBeginning, to, parked: 0 },
        { lease: other, from: checkpointAt(7), to, parked: 0 },
      ]);
      await expect(saving).rejects.toThrow(LeaseLost);
      await expect(saving).rejects.toMatchObject({ collections: ['ranking_v3'] });
    });

    it('is saved for nobody without effect', async () => {
      const { storage, census } = under();
      await storage.saveCheckpoints([]);
      await storage.renew([]);
      await storage.release([]);
      expect((await census())['checkpoints'] ?? 0).toBe(0);
    });
  });
}
