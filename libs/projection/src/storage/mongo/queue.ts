import type { Position } from '@jejak/domain';

import { collectionName, type Generation } from '../../view/generation';
import { encodePosition } from '../../view/position-codec';
import type { Lease } from '../checkpoint';
import type { EventReference } from '../parked';
import type { QueuedEvent } from '../projection-storage';
import type { Collections } from './collections';
import { referenceOf, storedReference } from './parked';

const padded = (part: bigint): string => part.toString().padStart(20, '0');

/** Sorts by position among those of one key. Throws RangeError for a position that does not fit. */
function queuedId(generation: Generation, key: string, position: Position): string {
  const { commit, prepare } = encodePosition(position);
  return `${collectionName(generation)}/${key}/${padded(commit)}/${padded(prepare)}`;
}

export async function queue(
  { parkedEvents }: Collections,
  { generation, fence }: Lease,
  events: readonly QueuedEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const operations = events.map(({ key, event }) => {
    const place = { generation: collectionName(generation), key };
    const filter = { _id: queuedId(generation, key, event.position) };
    // What an earlier writer had put there is this one's from now on.
    const update = { $setOnInsert: { ...place, event: storedReference(event) }, $max: { fence } };
    return { updateOne: { filter, update, upsert: true } };
  });
  await parkedEvents.bulkWrite(operations, { ordered: false });
}

export async function queued(
  { parkedEvents }: Collections,
  generation: Generation,
  key: string,
  after: Position | null,
  limit: number,
): Promise<readonly EventReference[]> {
  const place = { generation: collectionName(generation), key };
  const filter =
    after === null ? place : { ...place, _id: { $gt: queuedId(generation, key, after) } };
  const found = parkedEvents
    .find(filter, { batchSize: limit + 1 })
    .sort({ _id: 1 })
    .limit(limit);
  return (await found.toArray()).map(({ event }) => referenceOf(event));
}

export async function dequeue(
  { parkedEvents }: Collections,
  generation: Generation,
  key: string,
  upTo: Position,
): Promise<void> {
  const _id = { $lte: queuedId(generation, key, upTo) };
  await parkedEvents.deleteMany({ generation: collectionName(generation), key, _id });
}

export async function waiting(
  { parkedEvents }: Collections,
  generation: Generation,
): Promise<ReadonlyMap<string, number>> {
  const counts = await parkedEvents
    .aggregate<{ _id: string; events: number | bigint }>([
      { $match: { generation: collectionName(generation) } },
      { $group: { _id: '$key', events: { $sum: 1 } } },
    ])
    .toArray();
  return new Map(counts.map(({ _id, events }) => [_id, Number(events)] as const));
}
