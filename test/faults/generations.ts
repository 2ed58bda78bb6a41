import { collectionName } from '@jejak/projection';
import type { Db } from 'mongodb';

export interface GenerationKey {
  readonly version: number;
  readonly build: number;
}

export interface Generations {
  readonly live: GenerationKey | null;
  readonly previous: GenerationKey | null;
  readonly next: GenerationKey | null;
  readonly discarded: readonly GenerationKey[];
}

/** What the catalogue says of a view. */
export async function generationsOf(db: Db, view: string): Promise<Generations> {
  const found = await db.collection<Generations & { _id: string }>('views').findOne({ _id: view });
  const { live = null, previous = null, next = null, discarded = [] } = found ?? {};
  return { live, previous, next, discarded };
}

const shared = ['views', 'checkpoints', 'parked', 'parked_events'];

/** What there is of generations that the catalogue does not know, or only as discarded. */
export async function leftOvers(db: Db, views: readonly string[]): Promise<string[]> {
  const entries = await Promise.all(
    views.map(async (name) => ({ name, ...(await generationsOf(db, name)) })),
  );
  const kept = new Set(
    entries.flatMap(({ name, live, previous }) =>
      [live, previous].flatMap((key) => (key === null ? [] : [collectionName({ name, ...key })])),
    ),
  );
  const collections = await db.listCollections({}, { nameOnly: true }).toArray();
  const [checkpoints, parked, queued] = await Promise.all([
    db.collection<{ _id: string }>('checkpoints').distinct('_id'),
    db.collection('parked').distinct('generation'),
    db.collection('parked_events').distinct('generation'),
  ]);
  const there = [
    ...collections.flatMap(({ name }) => (shared.includes(name) ? [] : [['collection', name]])),
    ...checkpoints.map((name) => ['checkpoint', name]),
    ...[...parked, ...queued].map((name) => ['parked events of', String(name)]),
  ] as [string, string][];
  return [
    ...there.flatMap(([what, name]) => (kept.has(name) ? [] : [`left over: ${what} ${name}`])),
    ...entries.flatMap(({ name, next, discarded }) =>
      next === null && discarded.length === 0 ? [] : [`${name} still has builds to end or drop`],
    ),
  ];
}
