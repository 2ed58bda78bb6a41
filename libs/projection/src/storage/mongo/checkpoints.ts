import type { AnyBulkWriteOperation } from 'mongodb';

import { AnotherWriter, LeaseLost } from '../../errors';
import { collectionName, type Generation } from '../../view/generation';
import { decodePosition, encodePosition } from '../../view/position-codec';
import { atTheBeginning, type Advance, type Checkpoint, type Lease } from '../checkpoint';
import type { Collections, StoredCheckpoint } from './collections';

/** Reads from the server the writes went to, what was not yet passed on to others included. */
export const latest = { readConcern: { level: 'local' } } as const;

export function checkpointOf({ position, events, recordedAt }: StoredCheckpoint): Checkpoint {
  return { position: position === null ? null : decodePosition(position), events, recordedAt };
}

export async function readCheckpoint(
  { checkpoints }: Collections,
  generation: Generation,
): Promise<Checkpoint> {
  const stored = await checkpoints.findOne({ _id: collectionName(generation) });
  return stored === null ? atTheBeginning : checkpointOf(stored);
}

/** The generation's document while the lease is the newest. */
export const held = ({ generation, fence }: Lease) => ({ _id: collectionName(generation), fence });

/** The checkpoint while it stands there. */
function standing({ position }: Checkpoint) {
  if (position === null) return { position: null };
  const { commit, prepare } = encodePosition(position);
  return { 'position.commit': commit, 'position.prepare': prepare };
}

function saving({ lease, from, to, parked }: Advance): AnyBulkWriteOperation<StoredCheckpoint> {
  const position = to.position === null ? null : encodePosition(to.position);
  const { events, recordedAt } = to;
  return {
    updateOne: {
      filter: { ...held(lease), ...standing(from) },
      update: {
        $set: { position, events, recordedAt, parked },
        $currentDate: { renewedAt: true, updatedAt: true },
      },
    },
  };
}

/** Moves checkpoints on and renews their leases, in one command. Errors as the port says. */
export async function saveCheckpoints(
  collections: Collections,
  advances: readonly Advance[],
): Promise<void> {
  if (advances.length === 0) return;
  const operations = advances.map(saving);
  const { matchedCount } = await collections.checkpoints.bulkWrite(operations, { ordered: false });
  if (matchedCount < operations.length) await explain(collections, advances);
}

/** Throws what kept one of these from being saved; a lost lease outweighs a moved checkpoint. */
async function explain({ checkpoints }: Collections, advances: readonly Advance[]): Promise<void> {
  const ids = advances.map(({ lease }) => collectionName(lease.generation));
  const found = await checkpoints.find({ _id: { $in: ids } }, latest).toArray();
  const stored = new Map(found.map((document) => [document._id, document] as const));
  const here = ({ lease }: Advance) => stored.get(collectionName(lease.generation));

  const lost = advances.filter((advance) => here(advance)?.fence !== advance.lease.fence);
  if (lost.length > 0)
    throw new LeaseLost(lost.map(({ lease }) => collectionName(lease.generation)));
  const moved = advances.filter((advance) => !isSaved(advance, here(advance)));
  if (moved.length > 0) {
    throw new AnotherWriter(moved.map(({ lease }) => lease.generation.name).join(), 'a checkpoint');
  }
}

/** Also when an earlier attempt saved it whose answer got lost. */
function isSaved({ to, parked }: Advance, stored: StoredCheckpoint | undefined): boolean {
  return (
    stored?.position?.commit === to.position?.commit &&
    stored?.position?.prepare === to.position?.prepare &&
    stored?.events === to.events &&
    stored.parked === parked
  );
}
