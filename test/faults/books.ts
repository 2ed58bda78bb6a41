import type { Position } from '@jejak/domain';
import type { Db } from 'mongodb';

export interface GenerationKey {
  readonly version: number;
  readonly build: number;
}

/** What the catalogue says of a view. */
export interface Generations {
  readonly _id: string;
  readonly live: GenerationKey | null;
  readonly previous: GenerationKey | null;
  readonly next: GenerationKey | null;
  readonly discarded: readonly GenerationKey[];
}

export interface StoredCheckpoint {
  readonly _id: string;
  readonly position: Position | null;
  readonly events: number | bigint;
  readonly parked: number | bigint;
}

interface Parked {
  /** Collection of the generation. */
  readonly generation: string;
  readonly key: string;
  readonly event: { readonly id: string };
}

/** Everything a runtime keeps besides documents and rows. */
export interface Books {
  readonly collections: readonly string[];
  readonly generations: ReadonlyMap<string, Generations>;
  readonly checkpoints: ReadonlyMap<string, StoredCheckpoint>;
  readonly parked: readonly Parked[];
  /** By key and position. */
  readonly queued: readonly Parked[];
}

const exact = { useBigInt64: true } as const;

const byId = <Item extends { readonly _id: string }>(items: readonly Item[]): Map<string, Item> =>
  new Map(items.map((item) => [item._id, item]));

export async function booksOf(db: Db): Promise<Books> {
  const [collections, generations, checkpoints, parked, queued] = await Promise.all([
    db.listCollections({}, { nameOnly: true }).toArray(),
    db.collection<Generations>('views').find().toArray(),
    db.collection<StoredCheckpoint>('checkpoints', exact).find().toArray(),
    db.collection('parked').find<Parked>({}).toArray(),
    db.collection('parked_events').find<Parked>({}).sort({ _id: 1 }).toArray(),
  ]);
  return {
    collections: collections.map(({ name }) => name),
    generations: byId(generations),
    checkpoints: byId(checkpoints),
    parked,
    queued,
  };
}
