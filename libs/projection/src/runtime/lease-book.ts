import { LeaseLost } from '../errors';
import type { Acquisition, Advance, Lease } from '../storage/checkpoint';
import type { ProjectionStorage } from '../storage/projection-storage';
import { collectionName, type Generation } from '../view/generation';

/** The leases of this process, and until when it may trust them by its own monotonic clock. */
export interface LeaseBook {
  acquire(generation: Generation): Promise<Acquisition>;
  /** Throws `LeaseLost` when the lease of the generation is gone or was not renewed in time. */
  assertHeld(generation: Generation): void;
  /** Throws `LeaseLost` when another writer has taken one; then none may be trusted. */
  renew(): Promise<void>;
  saveCheckpoints(advances: readonly Advance[]): Promise<void>;
  /** The generation is about to be discarded, and its lease with it. */
  forget(generation: Generation): void;
  /** Gives back all leases but those of these generations. */
  keepOnly(generations: readonly Generation[]): Promise<void>;
}

type LeaseStorage = Pick<ProjectionStorage, 'acquire' | 'renew' | 'release' | 'saveCheckpoints'>;

/** A lease is trusted a little shorter than it lasts: clocks need not run at quite the same rate. */
const trusted = 0.9;

/**
 * What the database promised is counted from before it was asked. A process that was paused finds
 * its leases out of date before it writes, and asks again.
 */
export function createLeaseBook(
  storage: LeaseStorage,
  writer: string,
  leaseMilliseconds: number,
  now: () => number = () => performance.now(),
): LeaseBook {
  const held = new Map<string, { readonly lease: Lease; validUntil: number }>();
  const validity = (): number => now() + leaseMilliseconds * trusted;
  const leases = (): Lease[] => [...held.values()].map(({ lease }) => lease);
  const extend = (renewed: readonly Lease[], validUntil: number): void => {
    for (const { generation } of renewed) {
      const entry = held.get(collectionName(generation));
      if (entry !== undefined) entry.validUntil = validUntil;
    }
  };

  const book: LeaseBook = {
    async acquire(generation) {
      const validUntil = validity();
      const acquisition = await storage.acquire(generation, writer, leaseMilliseconds);
      const name = collectionName(generation);
      if (acquisition.kind === 'held') held.delete(name);
      else held.set(name, { lease: acquisition.lease, validUntil });
      return acquisition;
    },
    assertHeld(generation) {
      const name = collectionName(generation);
      const validUntil = held.get(name)?.validUntil ?? -Infinity;
      if (now() >= validUntil) throw new LeaseLost([name]);
    },
    async renew() {
      if (held.size === 0) return;
      const validUntil = validity();
      const renewed = leases();
      await storage.renew(renewed);
      extend(renewed, validUntil);
    },
    async saveCheckpoints(advances) {
      const validUntil = validity();
      await storage.saveCheckpoints(advances);
      extend(
        advances.map(({ lease }) => lease),
        validUntil,
      );
    },
    forget(generation) {
      held.delete(collectionName(generation));
    },
    async keepOnly(generations) {
      const kept = new Set(generations.map((generation) => collectionName(generation)));
      const given = [...held].filter(([name]) => !kept.has(name));
      for (const [name] of given) held.delete(name);
      if (given.length > 0) await storage.release(given.map(([, { lease }]) => lease));
    },
  };
  return book;
}
