import { LeaseLost } from '../errors';
import { atTheBeginning, type Lease } from '../storage/checkpoint';
import type { ProjectionStorage } from '../storage/projection-storage';
import { collectionName } from '../view/generation';
import type { HeldCheckpoint, MemoryServer } from './memory-storage-server';

const nobodys: HeldCheckpoint = {
  checkpoint: atTheBeginning,
  parked: 0,
  fence: 0n,
  writer: '',
  leaseMilliseconds: 0,
  renewedAt: 0,
  mark: null,
};

/** What the lease is of, while it is the newest. */
export function heldBy(
  server: MemoryServer,
  { generation, fence }: Lease,
): HeldCheckpoint | undefined {
  const stored = server.checkpoints.get(collectionName(generation));
  return stored?.fence === fence ? stored : undefined;
}

export function memoryLeases(
  server: MemoryServer,
): Pick<ProjectionStorage, 'acquire' | 'renew' | 'release'> {
  const { checkpoints, effect } = server;
  const set = (name: string, stored: HeldCheckpoint): void => {
    effect(() => checkpoints.set(name, stored));
  };

  return {
    async acquire(generation, writer, leaseMilliseconds) {
      await server.reachable();
      const name = collectionName(generation);
      if (!checkpoints.has(name)) set(name, nobodys);
      const stored = checkpoints.get(name) ?? nobodys;
      const { checkpoint, parked } = stored;
      const runOut = server.now() - stored.renewedAt >= stored.leaseMilliseconds;
      if (stored.writer !== '' && stored.writer !== writer && !runOut) {
        return { kind: 'held', writer: stored.writer, checkpoint, parked };
      }
      const fence = stored.fence + 1n;
      set(name, { ...stored, fence, writer, leaseMilliseconds, renewedAt: server.now() });
      return { kind: 'acquired', lease: { generation, fence }, checkpoint, parked };
    },

    async renew(leases) {
      await server.reachable();
      const lost: string[] = [];
      for (const lease of leases) {
        const name = collectionName(lease.generation);
        const stored = heldBy(server, lease);
        if (stored === undefined) lost.push(name);
        else set(name, { ...stored, renewedAt: server.now() });
      }
      if (lost.length > 0) throw new LeaseLost(lost);
    },

    async release(leases) {
      await server.reachable();
      for (const lease of leases) {
        const stored = heldBy(server, lease);
        if (stored !== undefined) {
          set(collectionName(lease.generation), { ...stored, renewedAt: 0 });
        }
      }
    },
  };
}
