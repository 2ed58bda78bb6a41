import type { Position } from '@jejak/domain';

import { LeaseLost } from '../../errors';
import { collectionName } from '../../view/generation';
import { decodePosition, encodePosition } from '../../view/position-codec';
import type { Lease } from '../checkpoint';
import { held } from './checkpoints';
import type { Collections, TombstoneMark } from './collections';
import { serverTime } from './server-time';

async function remove(
  collections: Collections,
  { generation }: Lease,
  upTo: Position,
): Promise<void> {
  const { commit, prepare } = encodePosition(upTo);
  await collections.documents(generation).deleteMany({
    _deleted: true,
    $or: [
      { 'position.commit': { $lt: commit } },
      { 'position.commit': commit, 'position.prepare': { $lte: prepare } },
    ],
  });
}

async function mark({ checkpoints }: Collections, lease: Lease, passed: Position): Promise<void> {
  const { matchedCount } = await checkpoints.updateOne(held(lease), {
    $set: { 'tombstones.upTo': encodePosition(passed) },
    $currentDate: { 'tombstones.markedAt': true },
  });
  if (matchedCount < 1) throw new LeaseLost([collectionName(lease.generation)]);
}

const millisecondsSince = async (
  { db }: Collections,
  { markedAt }: TombstoneMark,
): Promise<number> => (await serverTime(db)).getTime() - markedAt.getTime();

/**
 * One mark at a time: it stands until it is old enough, what it covers is removed, and only then is
 * the next one set. So a tombstone goes between one and two retention times after it was passed.
 */
export async function sweep(
  collections: Collections,
  lease: Lease,
  passed: Position,
  retentionMilliseconds: number,
): Promise<void> {
  const stored = await collections.checkpoints.findOne(held(lease));
  if (stored === null) throw new LeaseLost([collectionName(lease.generation)]);
  if (retentionMilliseconds <= 0) {
    await remove(collections, lease, passed);
    return;
  }
  const { tombstones } = stored;
  if (tombstones !== undefined) {
    if ((await millisecondsSince(collections, tombstones)) < retentionMilliseconds) return;
    await remove(collections, lease, decodePosition(tombstones.upTo));
  }
  await mark(collections, lease, passed);
}
