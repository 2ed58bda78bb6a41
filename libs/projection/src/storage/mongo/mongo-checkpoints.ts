import type { Position } from '@jejak/domain';
import type { AnyBulkWriteOperation, Collection, Db } from 'mongodb';

import { isDuplicateKey } from './outage';
import { decodePosition, encodePosition } from '../../view/position-codec';
import { AnotherWriter } from '../../errors';
import { majority } from './view-collection';
import { collectionName, type ViewIdentity } from '../../view/generation';
import { atTheBeginning, type Advance, type Checkpoint } from '../view-storage';

/** One document for each generation of a view, keyed by the name of its collection. */
export interface StoredCheckpoint {
  readonly _id: string;
  readonly view: string;
  readonly version: number;
  readonly position: Position;
  readonly events: number;
  readonly recordedAt: string | null;
  readonly updatedAt: Date;
}

export function checkpointCollection(db: Db): Collection<StoredCheckpoint> {
  return db.collection<StoredCheckpoint>('checkpoints', majority);
}

export async function readCheckpoint(db: Db, view: ViewIdentity): Promise<Checkpoint> {
  const stored = await checkpointCollection(db).findOne({ _id: collectionName(view) });
  if (stored === null) return atTheBeginning;
  const { position, events, recordedAt } = stored;
  return { position: decodePosition(position), events, recordedAt };
}

function saving({ view, from, to }: Advance, now: Date): AnyBulkWriteOperation<StoredCheckpoint> {
  const _id = collectionName(view);
  const values = {
    position: encodePosition(to.position),
    events: to.events,
    recordedAt: to.recordedAt,
    updatedAt: now,
  };
  if (from.position === null) {
    const document = { _id, view: view.name, version: view.version, ...values };
    return { insertOne: { document } };
  }
  const { commit, prepare } = encodePosition(from.position);
  const filter = { _id, 'position.commit': commit, 'position.prepare': prepare };
  return { updateOne: { filter, update: { $set: values } } };
}

/**
 * Moves checkpoints on, each only from where it was read. Throws `AnotherWriter` when one stands
 * elsewhere; the others are saved all the same.
 */
export async function saveCheckpoints(
  db: Db,
  advances: readonly Advance[],
  now: Date,
): Promise<void> {
  const operations = advances.map((advance) => saving(advance, now));
  const names = advances.map(({ view }) => view.name).join(', ');
  try {
    const result = await checkpointCollection(db).bulkWrite(operations, { ordered: false });
    if (result.insertedCount + result.matchedCount < operations.length) {
      throw new AnotherWriter(names, 'a checkpoint');
    }
  } catch (error) {
    if (isDuplicateKey(error)) throw new AnotherWriter(names, 'a checkpoint');
    throw error;
  }
}
