import { LeaseLost } from '../../errors';
import { collectionName, type Generation } from '../../view/generation';
import { decodePosition, encodePosition } from '../../view/position-codec';
import type { Lease } from '../checkpoint';
import type { EventReference, ParkedKey, ParkedRecord } from '../parked';
import type { Collections, StoredParked } from './collections';
import { isTaken } from './outage';

const parkedId = (generation: Generation, { kind, key }: ParkedKey): string =>
  `${collectionName(generation)}/${kind}/${key}`;

/** Its own fields alone, with a position that fits. */
export const storedReference = (event: EventReference): EventReference => ({
  id: event.id,
  stream: event.stream,
  revision: event.revision,
  position: encodePosition(event.position),
  type: event.type,
});

export const referenceOf = (stored: EventReference): EventReference => ({
  ...stored,
  position: decodePosition(stored.position),
});

function recordOf(stored: StoredParked): ParkedRecord {
  const { kind, key, error, attempts, firstFailedAt, lastFailedAt } = stored;
  const event = referenceOf(stored.event);
  return { kind, key, event, error, attempts, firstFailedAt, lastFailedAt };
}

export async function parkedIn(
  { parked }: Collections,
  generation: Generation,
): Promise<readonly ParkedRecord[]> {
  const inOrder = { 'event.position.commit': 1, 'event.position.prepare': 1, _id: 1 } as const;
  const stored = parked.find({ generation: collectionName(generation) }).sort(inOrder);
  return (await stored.toArray()).map(recordOf);
}

/** Not a later writer's; also what was written before there were fences. */
const upTo = (fence: bigint) => ({ fence: { $not: { $gt: fence } } });

export async function takeParked(
  collections: Collections,
  { generation, fence }: Lease,
): Promise<readonly ParkedRecord[]> {
  const earlier = { generation: collectionName(generation), fence: { $not: { $gte: fence } } };
  await collections.parked.updateMany(earlier, { $set: { fence } });
  return parkedIn(collections, generation);
}

export async function park(
  { parked }: Collections,
  { generation, fence }: Lease,
  record: ParkedRecord,
): Promise<void> {
  const { kind, key, error, attempts, firstFailedAt, lastFailedAt } = record;
  const said = { error, attempts, firstFailedAt, lastFailedAt };
  const place = { generation: collectionName(generation), view: generation.name, kind, key };
  const $set = { ...place, event: storedReference(record.event), ...said, fence };
  const filter = { _id: parkedId(generation, record), ...upTo(fence) };
  try {
    await parked.updateOne(filter, { $set }, { upsert: true });
  } catch (error) {
    throw isTaken(error) ? new LeaseLost([place.generation]) : error;
  }
}

/** The queue goes first: whoever repeats it after a crash still finds the record to begin from. */
export async function unpark(
  { parked, parkedEvents }: Collections,
  { generation, fence }: Lease,
  parkedKey: ParkedKey,
): Promise<void> {
  const { kind, key } = parkedKey;
  const name = collectionName(generation);
  if (kind === 'document') {
    await parkedEvents.deleteMany({ generation: name, key, ...upTo(fence) });
  }
  const _id = parkedId(generation, parkedKey);
  const { deletedCount } = await parked.deleteOne({ _id, ...upTo(fence) });
  if (deletedCount === 0 && (await parked.findOne({ _id })) !== null) throw new LeaseLost([name]);
}
