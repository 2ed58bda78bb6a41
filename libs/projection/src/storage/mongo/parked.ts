import { collectionName, type Generation } from '../../view/generation';
import { decodePosition, encodePosition } from '../../view/position-codec';
import type { EventReference, ParkedKey, ParkedRecord } from '../parked';
import type { Collections, StoredParked } from './collections';

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

export async function park(
  { parked }: Collections,
  generation: Generation,
  record: ParkedRecord,
): Promise<void> {
  const { kind, key, error, attempts, firstFailedAt, lastFailedAt } = record;
  const said = { error, attempts, firstFailedAt, lastFailedAt };
  const place = { generation: collectionName(generation), view: generation.name, kind, key };
  const $set = { ...place, event: storedReference(record.event), ...said };
  await parked.updateOne({ _id: parkedId(generation, record) }, { $set }, { upsert: true });
}

/** The queue goes first: whoever repeats it after a crash still finds the record to begin from. */
export async function unpark(
  { parked, parkedEvents }: Collections,
  generation: Generation,
  parkedKey: ParkedKey,
): Promise<void> {
  const { kind, key } = parkedKey;
  if (kind === 'document') {
    await parkedEvents.deleteMany({ generation: collectionName(generation), key });
  }
  await parked.deleteOne({ _id: parkedId(generation, parkedKey) });
}
