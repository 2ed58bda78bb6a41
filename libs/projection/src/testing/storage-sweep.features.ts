import type { StorageUnderTest } from './storage-under-test';
import { documentAt, leaseOf, ranking, tombstoneAt } from './storage.samples';
import { at } from './recorded';

const retention = 200;

export function sweepFeatures(under: () => StorageUnderTest): void {
  describe('A tombstone', () => {
    const remaining = async (): Promise<string[]> =>
      (await under().storage.documents(ranking, null, 100)).map(({ _id }) => _id);

    beforeEach(async () => {
      const { storage } = under();
      await storage.prepare(ranking);
      await storage.add(ranking, [
        tombstoneAt('early', 1),
        tombstoneAt('late', 3),
        documentAt('standing', 1),
      ]);
    });

    it('stays for the retention time after a checkpoint passed it, then goes', async () => {
      const { storage, pass } = under();
      const lease = await leaseOf(storage, ranking, 'a');
      await storage.sweep(lease, at(2), retention);
      await storage.sweep(lease, at(2), retention);
      expect(await remaining()).toEqual(['early', 'late', 'standing']);
      await pass(retention);
      await storage.sweep(lease, at(3), retention);
      expect(await remaining()).toEqual(['late', 'standing']);
      await pass(retention);
      await storage.sweep(lease, at(4), retention);
      expect(await remaining()).toEqual(['standing']);
    });

    it('goes in time however often is swept', async () => {
      const { storage, pass } = under();
      const lease = await leaseOf(storage, ranking, 'a');
      for (let round = 0; round < 8; round += 1) {
        await storage.sweep(lease, at(4), retention);
        await pass(retention / 4);
      }
      await storage.sweep(lease, at(4), retention);
      expect(await remaining()).toEqual(['standing']);
    });

    it('is told from a later one of the same document', async () => {
      const { storage, pass } = under();
      const lease = await leaseOf(storage, ranking, 'a');
      await storage.sweep(lease, at(2), retention);
      const again = {
        kind: 'replace',
        loadedAt: at(1),
        document: tombstoneAt('early', 5),
      } as const;
      await storage.write(ranking, [again]);
      await pass(retention);
      await storage.sweep(lease, at(6), retention);
      expect(await remaining()).toEqual(['early', 'late', 'standing']);
    });

    it('is remembered to be passed by whoever writes next', async () => {
      const { storage, pass } = under();
      const before = await leaseOf(storage, ranking, 'a');
      await storage.sweep(before, at(2), retention);
      await storage.release([before]);
      const after = await leaseOf(storage, ranking, 'b');
      await pass(retention);
      await storage.sweep(after, at(2), retention);
      expect(await remaining()).toEqual(['late', 'standing']);
    });

    it('goes at once where nothing is to be retained, by commit and by prepare', async () => {
      const { storage } = under();
      const lease = await leaseOf(storage, ranking, 'a');
      await storage.sweep(lease, { commit: 3n, prepare: 2n }, 0);
      expect(await remaining()).toEqual(['late', 'standing']);
      await storage.sweep(lease, at(3), 0);
      expect(await remaining()).toEqual(['standing']);
    });
  });
}
