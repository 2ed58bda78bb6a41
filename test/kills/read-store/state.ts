import { isDeepStrictEqual } from 'node:util';

import type { Db } from 'mongodb';

export interface Entry {
  readonly _id: string;
  readonly owner: string;
  readonly group: number;
  /** Unique among those of its owner. */
  readonly n: number;
  /** Unique among those of its owner, and at times longer than a key of the storage may be. */
  readonly key: string;
  /** Indexed, and changed often. */
  readonly score: number;
  /** Indexed one by one. */
  readonly tags: readonly string[];
  readonly filler: string;
}

/** All that one writer has written: nobody else changes it. */
export interface State {
  readonly entries: ReadonlyMap<string, Entry>;
  /** Ids in a collection that is only ever replaced as a whole. */
  readonly swapped: readonly string[];
}

export const nothing: State = { entries: new Map(), swapped: [] };

export const entriesIn = 'entries';
export const swappedOf = (owner: string): string => `swapped-${owner}`;

export async function createIndexes(db: Db): Promise<void> {
  const entries = db.collection(entriesIn);
  await entries.createIndexes([
    { key: { owner: 1, n: 1 }, unique: true },
    { key: { owner: 1, key: -1 }, unique: true },
    { key: { score: -1 } },
    { key: { tags: 1 } },
  ]);
}

/** What is there of one writer. */
export async function readState(db: Db, owner: string): Promise<State> {
  const found = await db.collection<Entry>(entriesIn).find({ owner }).toArray();
  const swapped = await db
    .collection<{ _id: string }>(swappedOf(owner))
    .find()
    .sort({ _id: 1 })
    .toArray();
  return {
    entries: new Map(found.map((entry) => [entry._id, entry])),
    swapped: swapped.map(({ _id }) => _id),
  };
}

/** The first thing that is not as expected; null when all is. */
export function differenceOf(expected: State, found: State): string | null {
  for (const [id, entry] of expected.entries) {
    const other = found.entries.get(id);
    if (other === undefined) return `${id} is not there`;
    if (!isDeepStrictEqual(entry, other)) {
      return `${id} is ${textOf(other)} and not ${textOf(entry)}`;
    }
  }
  for (const id of found.entries.keys()) {
    if (!expected.entries.has(id)) return `${id} is there`;
  }
  return isDeepStrictEqual(expected.swapped, found.swapped)
    ? null
    : `the replaced collection has ${found.swapped.length} documents from ${found.swapped[0] ?? 'nothing'}, not ${expected.swapped.length} from ${expected.swapped[0] ?? 'nothing'}`;
}

const textOf = ({ filler, key, ...rest }: Entry): string =>
  JSON.stringify({ ...rest, key: key.slice(0, 40), filler: filler.length });
