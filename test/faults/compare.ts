import { isDeepStrictEqual } from 'node:util';

import {
  comparePositions,
  type JejakEvent,
  type Position,
  type RecordedEvent,
} from '@jejak/domain';
import { collectionName, fromStored, type StoredDocument } from '@jejak/projection';
import type { Db } from 'mongodb';

import type { Books, GenerationKey } from './books';
import { expectedOf, type Standstill } from './expected';
import { viewsOf, type AnyDocumentView, type Release } from './views';

type Recorded = RecordedEvent<JejakEvent>;

/** What there is, and what one fold of these events by this code should have come to. */
export interface Comparison {
  readonly db: Db;
  readonly books: Books;
  readonly events: readonly Recorded[];
  readonly release: Release;
}

const shown = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? part.toString() : part));

async function storedIn(db: Db, collection: string): Promise<Map<string, StoredDocument>> {
  const exact = { useBigInt64: true } as const;
  const stored = await db.collection<StoredDocument>(collection, exact).find().toArray();
  return new Map(stored.map((document) => [document._id, document]));
}

const contentOf = (document: StoredDocument | undefined): object | undefined =>
  document === undefined || document._deleted === true ? undefined : fromStored(document);

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
function standstillsIn({ parked, queued }: Books, collection: string): Map<string, Standstill> {
  const found = new Map<string, Standstill>();
  for (const { key, event } of parked.filter(({ generation }) => generation === collection)) {
    found.set(key, { event: event.id, waiting: [] });
  }
  for (const { key, event } of queued.filter(({ generation }) => generation === collection)) {
    const standstill = found.get(key) ?? { event: 'nothing', waiting: [] };
    found.set(key, standstill);
    standstill.waiting.push(event.id);
  }
  return found;
}

/** A generation that is fed, against one fold of all the events, in both directions. */
async function fedDifferences(
  { db, books, events }: Comparison,
  view: AnyDocumentView,
  generation: GenerationKey,
): Promise<string[]> {
  const collection = collectionName({ name: view.name, ...generation });
  const { documents, parked } = expectedOf(view, events);
  const stored = await storedIn(db, collection);
  const standing = standstillsIn(books, collection);
  const ids = [...documents.keys(), ...stored.keys()];
  const keys = [...parked.keys(), ...standing.keys()];
  const found = (id: string): unknown => contentOf(stored.get(id));
  return [
    ...unequal(collection, ids, found, (id) => documents.get(id)),
    ...unequal(
      `parked in ${collection}`,
      keys,
      (id) => standing.get(id),
      (id) => parked.get(id),
    ),
  ];
}

/**
 * A generation that may not be fed any more: its documents contain what its checkpoint says, and
 * some may be ahead of it.
 */
async function leftDifferences(
  { db, books, events }: Comparison,
  view: AnyDocumentView,
  generation: GenerationKey,
): Promise<string[]> {
  const collection = collectionName({ name: view.name, ...generation });
  const checkpoint = books.checkpoints.get(collection)?.position ?? null;
  const stored = await storedIn(db, collection);
  const foldTo = (place: Position | null): ReadonlyMap<string, object> => {
    const isIn = ({ position }: Recorded): boolean =>
      place !== null && comparePositions(position, place) <= 0;
    return expectedOf(view, events.filter(isIn)).documents;
  };
  const expected = (id: string): unknown => {
    const place = stored.get(id)?.position ?? null;
    return foldTo(later(checkpoint, place)).get(id);
  };
  const ids = [...foldTo(checkpoint).keys(), ...stored.keys()];
  return unequal(collection, ids, (id) => contentOf(stored.get(id)), expected);
}

function later(one: Position | null, other: Position | null): Position | null {
  if (one === null || other === null) return one ?? other;
  return comparePositions(one, other) < 0 ? other : one;
}

/** How the documents that are read differ, and what is parked behind them. */
export async function liveDifferences(comparison: Comparison): Promise<string[]> {
  const { books, release } = comparison;
  const differences = viewsOf(release).map(async (view) => {
    const { live = null } = books.generations.get(view.name) ?? {};
    if (live?.version !== view.version) return [`${view.name}: ${shown(live)} is live`];
    return fedDifferences(comparison, view, live);
  });
  return (await Promise.all(differences)).flat();
}

/** How the generations that were read before differ. */
export async function previousDifferences(comparison: Comparison): Promise<string[]> {
  const { books, release } = comparison;
  const before = viewsOf({ ...release, isUpgraded: false });
  const differences = viewsOf(release).map(async (view) => {
    const { previous = null } = books.generations.get(view.name) ?? {};
    const code = [view, ...before].find(
      ({ name, version }) => name === view.name && version === previous?.version,
    );
    return previous === null ? [] : leftDifferences(comparison, code ?? view, previous);
  });
  return (await Promise.all(differences)).flat();
}

/** How the checkpoints of what is read differ from the end of the log. */
export function checkpointDifferences({ books, events, release }: Comparison): string[] {
  return viewsOf(release).flatMap((view) => {
    const { live = null } = books.generations.get(view.name) ?? {};
    const collection = collectionName({ name: view.name, version: view.version, ...live });
    const checkpoint = books.checkpoints.get(collection);
    const found = {
      position: checkpoint?.position ?? null,
      events: Number(checkpoint?.events),
      parked: Number(checkpoint?.parked),
    };
    const expected = {
      position: events.at(-1)?.position ?? null,
      events: events.length,
      parked: expectedOf(view, events).parked.size,
    };
    if (isDeepStrictEqual(found, expected)) return [];
    return [`the checkpoint of ${collection}: ${shown(found)} instead of ${shown(expected)}`];
  });
}
