import { AnotherWriter, LeaseLost } from '../errors';
import { atTheBeginning, type Advance } from '../storage/checkpoint';
import type { ProjectionStorage } from '../storage/projection-storage';
import { collectionName } from '../view/generation';
import { encodePosition, isAtOrBefore } from '../view/position-codec';
import { heldBy } from './memory-storage-leases';
import { samePlace } from './memory-storage-documents';
import type { HeldCheckpoint, MemoryServer } from './memory-storage-server';

const isSaved = ({ to, parked }: Advance, stored: HeldCheckpoint): boolean =>
  samePlace(stored.checkpoint.position, to.position) &&
  stored.checkpoint.events === to.events &&
  stored.parked === parked;

export function memoryCheckpoints(
  server: MemoryServer,
): Pick<ProjectionStorage, 'checkpoint' | 'saveCheckpoints' | 'sweep'> {
  const { checkpoints, effect } = server;
  const now = server.now;

  return {
    async checkpoint(generation) {
      await server.reachable();
      return checkpoints.get(collectionName(generation))?.checkpoint ?? atTheBeginning;
    },

    async saveCheckpoints(advances) {
      await server.reachable();
      server.calls.push('checkpoints');
      const lost: string[] = [];
      const moved: string[] = [];
      for (const advance of advances) {
        const { lease, from, to, parked } = advance;
        const name = collectionName(lease.generation);
        if (to.position !== null) encodePosition(to.position);
        effect(() => {
          const stored = heldBy(server, lease);
          if (stored === undefined) lost.push(name);
          else if (samePlace(stored.checkpoint.position, from.position)) {
            checkpoints.set(name, { ...stored, checkpoint: to, parked, renewedAt: now() });
          } else if (!isSaved(advance, stored)) moved.push(lease.generation.name);
        });
      }
      if (lost.length > 0) throw new LeaseLost(lost);
      if (moved.length > 0) throw new AnotherWriter(moved.join(), 'a checkpoint');
    },

    async sweep(lease, passed, retentionMilliseconds) {
      await server.reachable();
      const name = collectionName(lease.generation);
      server.calls.push(`sweep ${lease.generation.name}`);
      const stored = heldBy(server, lease);
      if (stored === undefined) throw new LeaseLost([name]);
      const { mark } = stored;
      const atOnce = retentionMilliseconds <= 0;
      if (!atOnce && mark !== null && now() - mark.markedAt < retentionMilliseconds) return;
      const upTo = atOnce ? passed : (mark?.upTo ?? null);
      const documents = server.documents.get(name) ?? new Map<string, never>();
      for (const { _id, _deleted, position } of [...documents.values()]) {
        if (_deleted === true && isAtOrBefore(position, upTo)) effect(() => documents.delete(_id));
      }
      if (atOnce) return;
      effect(() => {
        checkpoints.set(name, { ...stored, mark: { upTo: passed, markedAt: now() } });
      });
    },
  };
}
