import { isDeepStrictEqual } from 'node:util';

import type { JejakEvent, Position, RecordedEvent } from '@jejak/domain';
import { collectionName, fromStored, type StoredDocument } from '@jejak/projection';
import { fold } from '@jejak/views/testing/fold';
import type { Db } from 'mongodb';

import { referencesOf, type AnyDocumentView } from './views';

type Recorded = RecordedEvent<JejakEvent>;

const shown = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? part.toString() : part));

/** The collection that is read: the live generation's, where there is a catalogue. */
async function liveCollection(db: Db, { name, version }: AnyDocumentView): Promise<string> {
  const entry = await db
    .collection<{ _id: string; live: { version: number; build: number } | null }>('views')
    .findOne({ _id: name });
  return collectionName({ name, version, ...entry?.live });
}

const samePosition = (left: Position | undefined, right: Position | undefined): boolean =>
  left?.commit === right?.commit && left?.prepare === right?.prepare;

/** How the documents of every view differ from one fold of all the events, in both directions. */
export async function documentDifferences(
  db: Db,
  events: readonly Recorded[],
  withPoison: boolean,
): Promise<string[]> {
  const differences = referencesOf(withPoison).map(async (view) => {
    const expected = fold(view, events);
    const collection = await liveCollection(db, view);
    const stored = await db
      .collection<StoredDocument>(collection, { useBigInt64: true })
      .find({ _deleted: { $exists: false } })
      .toArray();
    const found = new Map(stored.map((document) => [document._id, fromStored(document)]));
    return [...new Set([...expected.keys(), ...found.keys()])].flatMap((id) =>
      isDeepStrictEqual(found.get(id), expected.get(id))
        ? []
        : [`${collection} ${id}: ${shown(found.get(id))} instead of ${shown(expected.get(id))}`],
    );
  });
  return (await Promise.all(differences)).flat();
}

interface StoredCheckpoint {
  readonly _id: string;
  readonly position: Position;
  readonly events: number | bigint;
}

/** How the checkpoints differ from the end of the log. */
export async function checkpointDifferences(
  db: Db,
  events: readonly Recorded[],
  withPoison: boolean,
): Promise<string[]> {
  const head = events.at(-1)?.position;
  const differences = referencesOf(withPoison).map(async (view) => {
    const collection = await liveCollection(db, view);
    const checkpoint = await db
      .collection<StoredCheckpoint>('checkpoints', { useBigInt64: true })
      .findOne({ _id: collection });
    const stands = samePosition(checkpoint?.position, head);
    if (stands && Number(checkpoint?.events) === events.length) return [];
    return [
      `the checkpoint of ${collection}: ${shown(checkpoint)} instead of ${shown(head)} after ${events.length} events`,
    ];
  });
  return (await Promise.all(differences)).flat();
}
