import { isDeepStrictEqual } from 'node:util';

import {
  comparePositions,
  type JejakEvent,
  type Position,
  type RecordedEvent,
} from '@jejak/domain';
import { collectionName, fromStored, type StoredDocument } from '@jejak/projection';
import type { Db } from 'mongodb';

import { expectedOf, type Standstill } from './expected';
import { generationsOf, type GenerationKey } from './generations';
import { viewsOf, type AnyDocumentView, type Release } from './views';

type Recorded = RecordedEvent<JejakEvent>;

interface StoredCheckpoint {
  readonly _id: string;
  readonly position: Position | null;
  readonly events: number | bigint;
  readonly parked: number | bigint;
}

const exact = { useBigInt64: true } as const;

const shown = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => {
    if (part instanceof Map) return [...part];
    return typeof part === 'bigint' ? part.toString() : part;
  });

const storedIn = (db: Db, collection: string): Promise<StoredDocument[]> =>
  db.collection<StoredDocument>(collection, exact).find().toArray();

const checkpointOf = (db: Db, _id: string): Promise<StoredCheckpoint | null> =>
  db.collection<StoredCheckpoint>('checkpoints', exact).findOne({ _id });

function unequal(
  collection: string,
  ids: Iterable<string>,
  found: (id: string) => unknown,
  expected: (id: string) => unknown,
): string[] {
  return [...new Set(ids)].flatMap((id) =>
    isDeepStrictEqual(found(id), expected(id))
      ? []
      : [`${collection} ${id}: ${shown(found(id))} instead of ${shown(expected(id))}`],
  );
}

/** What stands still in a generation, as the database says. */
async function parkedIn(db: Db, generation: string): Promise<Map<string, Standstill>> {
  interface Stored {
    readonly key: string;
    readonly event: { readonly id: string };
  }
  const records = await db.collection('parked').find<Stored>({ generation }).toArray();
  const events = db.collection('parked_events').find<Stored>({ generation });
  const queued = await events.sort({ _id: 1 }).toArray();
  const parked = new Map(
    records.map(({ key, event }) => [key, { event: event.id, waiting: [] as string[] }]),
  );
  for (const { key, event } of queued) {
    const standstill = parked.get(key) ?? { event: 'nothing', waiting: [] };
    parked.set(key, standstill);
    standstill.waiting.push(event.id);
  }
  return parked;
}

/** How a generation that is fed differs from one fold of all the events, in both directions. */
async function fedDifferences(
  db: Db,
  view: AnyDocumentView,
  generation: GenerationKey,
  events: readonly Recorded[],
): Promise<string[]> {
  const collection = collectionName({ name: view.name, ...generation });
  const { documents, parked } = expectedOf(view, events);
  const stored = (await storedIn(db, collection)).filter(({ _deleted }) => _deleted !== true);
  const found = new Map(stored.map((document) => [document._id, fromStored(document)]));
  const standing = await parkedIn(db, collection);
  const ids = [...documents.keys(), ...found.keys()];
  const keys = [...parked.keys(), ...standing.keys()];
  return [
    ...unequal(
      collection,
      ids,
      (id) => found.get(id),
      (id) => documents.get(id),
    ),
    ...unequal(
      `parked in ${collection}`,
      keys,
      (id) => standing.get(id),
      (id) => parked.get(id),
    ),
  ];
}

/**
 * How a generation that nobody feeds any more differs from what it was: its documents contain what
 * its checkpoint says, and some may be ahead of it.
 */
async function leftDifferences(
  db: Db,
  view: AnyDocumentView,
  generation: GenerationKey,
  events: readonly Recorded[],
): Promise<string[]> {
  const collection = collectionName({ name: view.name, ...generation });
  const checkpoint = (await checkpointOf(db, collection))?.position ?? null;
  const stored = new Map((await storedIn(db, collection)).map((one) => [one._id, one]));
  const upTo = (place: Position | null): readonly Recorded[] =>
    events.filter(({ position }) => place !== null && comparePositions(position, place) <= 0);
  const later = (one: Position | null, other: Position | null): Position | null =>
    one === null || (other !== null && comparePositions(other, one) > 0) ? other : one;
  const found = (id: string): object | undefined => {
    const document = stored.get(id);
    return document === undefined || document._deleted === true ? undefined : fromStored(document);
  };
  const expected = (id: string): object | undefined => {
    const place = later(checkpoint, stored.get(id)?.position ?? null);
    return expectedOf(view, upTo(place)).documents.get(id);
  };
  const ids = [...expectedOf(view, upTo(checkpoint)).documents.keys(), ...stored.keys()];
  return unequal(collection, ids, found, expected);
}

/** How the documents that are read differ, and what is parked behind them. */
export async function liveDifferences(
  db: Db,
  events: readonly Recorded[],
  release: Release,
): Promise<string[]> {
  const differences = viewsOf(release).map(async (view) => {
    const { live } = await generationsOf(db, view.name);
    if (live?.version !== view.version) return [`${view.name}: ${shown(live)} is live`];
    return fedDifferences(db, view, live, events);
  });
  return (await Promise.all(differences)).flat();
}

/** How the generations that were read before differ. */
export async function previousDifferences(
  db: Db,
  events: readonly Recorded[],
  release: Release,
): Promise<string[]> {
  const old = viewsOf({ ...release, isUpgraded: false });
  const differences = viewsOf(release).map(async (view) => {
    const { previous } = await generationsOf(db, view.name);
    if (previous === null) return [];
    const code =
      previous.version === view.version ? view : old.find((one) => one.name === view.name);
    return leftDifferences(db, code ?? view, previous, events);
  });
  return (await Promise.all(differences)).flat();
}

/** How the checkpoints of what is read differ from the end of the log. */
export async function checkpointDifferences(
  db: Db,
  events: readonly Recorded[],
  release: Release,
): Promise<string[]> {
  const head = events.at(-1)?.position ?? null;
  const differences = viewsOf(release).map(async (view) => {
    const { live } = await generationsOf(db, view.name);
    const collection = collectionName({ name: view.name, version: view.version, ...live });
    const checkpoint = await checkpointOf(db, collection);
    const stands = {
      position: checkpoint?.position ?? null,
      events: Number(checkpoint?.events),
      parked: Number(checkpoint?.parked),
    };
    const parked = expectedOf(view, events).parked.size;
    const wanted = { position: head, events: events.length, parked };
    if (isDeepStrictEqual(stands, wanted)) return [];
    return [`the checkpoint of ${collection}: ${shown(stands)} instead of ${shown(wanted)}`];
  });
  return (await Promise.all(differences)).flat();
}
