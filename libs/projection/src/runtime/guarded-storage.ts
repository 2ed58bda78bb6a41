import type { Lease } from '../storage/checkpoint';
import type { ProjectionStorage } from '../storage/projection-storage';
import type { Generation } from '../view/generation';
import type { LeaseBook } from './lease-book';

/**
 * The storage as this process may use it: nothing at all once the signal aborts (whoever walks away
 * leaves no hand behind), and no write of a generation whose lease is not held right now. The check
 * and the sending are not one step: what is sent in between is refused by the guards of its documents
 * or makes what the next writer would have made.
 */
export function guardedStorage(
  storage: ProjectionStorage,
  leases: Pick<LeaseBook, 'assertHeld' | 'saveCheckpoints'>,
  abandoned: AbortSignal,
): ProjectionStorage {
  const any =
    <Input extends readonly unknown[], Output>(call: (...input: Input) => Promise<Output>) =>
    async (...input: Input): Promise<Output> => {
      abandoned.throwIfAborted();
      return call(...input);
    };
  const held = <Input extends readonly unknown[], Output>(
    call: (generation: Generation, ...input: Input) => Promise<Output>,
  ) =>
    any(async (generation: Generation, ...input: Input): Promise<Output> => {
      leases.assertHeld(generation);
      return call(generation, ...input);
    });
  const under = <Input extends readonly unknown[], Output>(
    call: (lease: Lease, ...input: Input) => Promise<Output>,
  ) =>
    any(async (lease: Lease, ...input: Input): Promise<Output> => {
      leases.assertHeld(lease.generation);
      return call(lease, ...input);
    });
  const { catalogue } = storage;
  return {
    assertDurable: any(() => storage.assertDurable()),
    catalogue: {
      read: any((view) => catalogue.read(view)),
      replace: any((entry) => catalogue.replace(entry)),
    },
    prepare: held((generation) => storage.prepare(generation)),
    index: held((generation, indexes) => storage.index(generation, indexes)),
    discard: any((generation) => storage.discard(generation)),
    load: any((generation, ids) => storage.load(generation, ids)),
    documents: any((generation, after, limit) => storage.documents(generation, after, limit)),
    write: held((generation, operations) => storage.write(generation, operations)),
    add: held((generation, rows) => storage.add(generation, rows)),
    sweep: under((lease, passed, retention) => storage.sweep(lease, passed, retention)),
    checkpoint: any((generation) => storage.checkpoint(generation)),
    acquire: any((generation, writer, duration) => storage.acquire(generation, writer, duration)),
    renew: any((all) => storage.renew(all)),
    release: any((all) => storage.release(all)),
    saveCheckpoints: any(async (advances) => {
      for (const { lease } of advances) leases.assertHeld(lease.generation);
      await leases.saveCheckpoints(advances);
    }),
    parked: any((generation) => storage.parked(generation)),
    takeParked: under((lease) => storage.takeParked(lease)),
    park: under((lease, record) => storage.park(lease, record)),
    unpark: under((lease, key) => storage.unpark(lease, key)),
    queue: under((lease, events) => storage.queue(lease, events)),
    queued: any((generation, key, after, limit) => storage.queued(generation, key, after, limit)),
    dequeue: held((generation, key, upTo) => storage.dequeue(generation, key, upTo)),
    waiting: any((generation) => storage.waiting(generation)),
    isOutage: (error) => storage.isOutage(error),
  };
}
