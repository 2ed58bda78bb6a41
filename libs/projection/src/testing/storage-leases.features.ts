import { AnotherWriter, LeaseLost } from '../errors';
import { atTheBeginning } from '../storage/checkpoint';
import type { StorageUnderTest } from './storage-under-test';
import { at } from './recorded';
import { checkpointAt, leaseOf, long, ranking, rebuilt } from './storage.samples';

const short = 150;

export function leaseFeatures(under: () => StorageUnderTest): void {
  describe('A lease', () => {
    it('is had at once by the first, and by nobody else while it lasts', async () => {
      const { storage } = under();
      expect(await storage.acquire(ranking, 'a', long)).toEqual({
        kind: 'acquired',
        lease: { generation: ranking, fence: 1n },
        checkpoint: atTheBeginning,
        parked: 0,
      });
      expect(await storage.acquire(ranking, 'b', long)).toEqual({
        kind: 'held',
        writer: 'a',
        checkpoint: atTheBeginning,
        parked: 0,
      });
      expect(await storage.acquire(rebuilt, 'b', long)).toMatchObject({ kind: 'acquired' });
    });

    it('runs out by the clock of the database, after the time its holder announced', async () => {
      const { storage, pass } = under();
      await leaseOf(storage, ranking, 'a', short);
      await pass(short);
      expect(await storage.acquire(ranking, 'b', long)).toMatchObject({
        kind: 'acquired',
        lease: { fence: 2n },
      });
    });

    it('lasts as long as it is renewed, and saving a checkpoint renews it', async () => {
      const { storage, pass } = under();
      const patient = 1_500;
      const lease = await leaseOf(storage, ranking, 'a', patient);
      await pass(900);
      await storage.renew([lease]);
      await pass(900);
      expect(await storage.acquire(ranking, 'b', patient)).toMatchObject({ kind: 'held' });
      const advance = { lease, from: atTheBeginning, to: checkpointAt(1), parked: 2 };
      await storage.saveCheckpoints([advance]);
      await pass(900);
      expect(await storage.acquire(ranking, 'b', patient)).toEqual({
        kind: 'held',
        writer: 'a',
        checkpoint: checkpointAt(1),
        parked: 2,
      });
    });

    it('comes back at once to the writer that had it, under a new fence', async () => {
      const { storage } = under();
      const before = await leaseOf(storage, ranking, 'a');
      const after = await leaseOf(storage, ranking, 'a');
      expect(after.fence).toBeGreaterThan(before.fence);
      await expect(storage.renew([before])).rejects.toThrow(LeaseLost);
    });

    it('that was given back is had by the next at once', async () => {
      const { storage } = under();
      const lease = await leaseOf(storage, ranking, 'a');
      await storage.release([lease]);
      expect(await storage.acquire(ranking, 'b', long)).toMatchObject({
        kind: 'acquired',
        lease: { fence: 2n },
      });
    });

    it('that is lost is left alone by giving it back', async () => {
      const { storage } = under();
      const lost = await leaseOf(storage, ranking, 'a');
      await storage.release([lost]);
      await leaseOf(storage, ranking, 'b');
      await storage.release([lost]);
      expect(await storage.acquire(ranking, 'c', long)).toMatchObject({ kind: 'held' });
    });

    it('that ran out goes to exactly one of those who race for it', async () => {
      const { storage, pass } = under();
      await leaseOf(storage, ranking, 'a', short);
      await pass(short);
      const racers = Array.from({ length: 8 }, (_, index) => `racer ${index}`);
      const results = await Promise.all(
        racers.map((racer) => storage.acquire(ranking, racer, long)),
      );
      const winners = results.filter(({ kind }) => kind === 'acquired');
      expect(winners).toMatchObject([{ lease: { fence: 2n } }]);
      expect(results.filter(({ kind }) => kind === 'held')).toHaveLength(racers.length - 1);
    });

    it('that nobody ever had goes to exactly one as well', async () => {
      const { storage } = under();
      const results = await Promise.all(
        ['a', 'b', 'c', 'd'].map((racer) => storage.acquire(ranking, racer, long)),
      );
      expect(results.filter(({ kind }) => kind === 'acquired')).toHaveLength(1);
    });

    it('tells a paused writer that it is lost, by name, and renews the others', async () => {
      const { storage, pass } = under();
      const paused = await leaseOf(storage, ranking, 'a', short);
      const kept = await leaseOf(storage, rebuilt, 'a', 2 * long);
      await pass(short);
      await leaseOf(storage, ranking, 'b');
      await expect(storage.renew([paused, kept])).rejects.toMatchObject({
        name: 'LeaseLost',
        collections: ['ranking_v3'],
      });
    });

    it('keeps a paused writer from harming what its successor wrote', async () => {
      const { storage, pass } = under();
      const paused = await leaseOf(storage, ranking, 'a', short);
      await pass(short);
      const successor = await leaseOf(storage, ranking, 'b');
      const advance = { from: atTheBeginning, to: checkpointAt(2), parked: 1 };
      await storage.saveCheckpoints([{ lease: successor, ...advance }]);

      const late = { lease: paused, from: atTheBeginning, to: checkpointAt(1), parked: 0 };
      await expect(storage.saveCheckpoints([late])).rejects.toThrow(LeaseLost);
      const level = { ...late, from: checkpointAt(2), to: checkpointAt(3) };
      await expect(storage.saveCheckpoints([level])).rejects.toThrow(LeaseLost);
      await expect(storage.renew([paused])).rejects.toThrow(LeaseLost);
      await expect(storage.sweep(paused, at(2), 1)).rejects.toThrow(LeaseLost);
      await storage.release([paused]);

      expect(await storage.checkpoint(ranking)).toEqual(checkpointAt(2));
      await storage.renew([successor]);
      expect(await storage.acquire(ranking, 'a', long)).toMatchObject({
        kind: 'held',
        writer: 'b',
      });
    });

    it('is nobody’s any more when its generation was discarded', async () => {
      const { storage } = under();
      const lease = await leaseOf(storage, ranking, 'a');
      await storage.discard(ranking);
      const advance = { lease, from: atTheBeginning, to: checkpointAt(1), parked: 0 };
      await expect(storage.saveCheckpoints([advance])).rejects.toThrow(LeaseLost);
      await expect(storage.renew([lease])).rejects.not.toThrow(AnotherWriter);
    });
  });
}
