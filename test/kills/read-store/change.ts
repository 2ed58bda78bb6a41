import { MongoBulkWriteError, type Db } from 'mongodb';

import type { Random } from '../../faults/random';
import { entriesIn, swappedOf, type Entry, type State } from './state';

/** One command of a writer: all of it is there afterwards, or nothing. */
export interface Change {
  readonly name: string;
  readonly after: State;
  /** Resolves when it is acknowledged. */
  perform(db: Db): Promise<void>;
}

export interface Writer {
  readonly owner: string;
  state: State;
  /** The next number of an entry. */
  next: number;
}

const groups = 8;
const duplicateKey = 11_000;

/** What a writer does next. */
export function drawChange(random: Random, writer: Writer): Change {
  const kind = random.weighted({
    insert: 3,
    upsert: 3,
    many: 2,
    replace: 2,
    modify: 2,
    remove: 1,
    clash: 1,
    swap: 1,
  });
  const isEmpty = writer.state.entries.size === 0;
  return isEmpty && kind !== 'swap' ? insert(random, writer) : makers[kind](random, writer);
}

function drawEntry(random: Random, writer: Writer): Entry {
  const n = writer.next;
  writer.next += 1;
  return {
    _id: `${writer.owner}-${n}`,
    owner: writer.owner,
    group: random.below(groups),
    n,
    key: `${'k'.repeat(random.chance(0.2) ? random.between(900, 3_000) : 4)}${n}`,
    score: random.below(1_000),
    tags: drawTags(random),
    filler: 'x'.repeat(random.chance(0.05) ? 30_000 : random.below(300)),
  };
}

const drawTags = (random: Random): string[] =>
  Array.from({ length: random.below(4) }, () => `tag-${random.below(20)}`);

const drawEntries = (random: Random, writer: Writer): Entry[] =>
  Array.from({ length: random.between(1, 30) }, () => drawEntry(random, writer));

const withEntries = (state: State, entries: Iterable<Entry>): State => ({
  ...state,
  entries: new Map([...state.entries, ...[...entries].map((entry) => [entry._id, entry] as const)]),
});

const entriesOf = (db: Db) => db.collection<Entry>(entriesIn);

function insert(random: Random, writer: Writer): Change {
  const entries = drawEntries(random, writer);
  return {
    name: `insert of ${entries.length}`,
    after: withEntries(writer.state, entries),
    perform: async (db) => {
      await entriesOf(db).insertMany(entries);
    },
  };
}

/** As the projections write: a replacement of what is there or a new one. */
function upsert(random: Random, writer: Writer): Change {
  const known = [...writer.state.entries.values()];
  const entries = new Map(
    drawEntries(random, writer).map((entry) => {
      if (random.chance(0.5)) return [entry._id, entry] as const;
      const { _id, n, key } = random.pick(known);
      return [_id, { ...entry, _id, n, key }] as const;
    }),
  );
  return {
    name: `upsert of ${entries.size}`,
    after: withEntries(writer.state, entries.values()),
    perform: async (db) => {
      const operations = [...entries.values()].map(({ _id, ...replacement }) => ({
        replaceOne: { filter: { _id }, replacement, upsert: true },
      }));
      await entriesOf(db).bulkWrite(operations, { ordered: false });
    },
  };
}

function many(random: Random, writer: Writer): Change {
  const group = random.below(groups);
  const by = random.between(-5, 5);
  const tags = drawTags(random);
  const changed = [...writer.state.entries.values()]
    .filter((entry) => entry.group === group)
    .map((entry) => ({ ...entry, score: entry.score + by, tags }));
  return {
    name: `update of ${changed.length}`,
    after: withEntries(writer.state, changed),
    perform: async (db) => {
      const filter = { owner: writer.owner, group };
      await entriesOf(db).updateMany(filter, { $inc: { score: by }, $set: { tags } });
    },
  };
}

function replace(random: Random, writer: Writer): Change {
  const { _id, n, key } = random.pick([...writer.state.entries.values()]);
  const { _id: _unused, ...replacement } = { ...drawEntry(random, writer), n, key };
  return {
    name: `replacement of ${_id}`,
    after: withEntries(writer.state, [{ _id, ...replacement }]),
    perform: async (db) => {
      await entriesOf(db).replaceOne({ _id }, replacement);
    },
  };
}

function modify(random: Random, writer: Writer): Change {
  const entry = random.pick([...writer.state.entries.values()]);
  const score = random.below(1_000);
  return {
    name: `modification of ${entry._id}`,
    after: withEntries(writer.state, [{ ...entry, score }]),
    perform: async (db) => {
      await entriesOf(db).findOneAndUpdate({ _id: entry._id }, { $set: { score } });
    },
  };
}

function remove(random: Random, writer: Writer): Change {
  const group = random.below(groups);
  const kept = [...writer.state.entries].filter(([, entry]) => entry.group !== group);
  return {
    name: `removal of ${writer.state.entries.size - kept.length}`,
    after: { ...writer.state, entries: new Map(kept) },
    perform: async (db) => {
      await entriesOf(db).deleteMany({ owner: writer.owner, group });
    },
  };
}

/** One in the middle is refused by a unique index; the others are written. */
function clash(random: Random, writer: Writer): Change {
  const { n, key } = random.pick([...writer.state.entries.values()]);
  const entries = drawEntries(random, writer);
  const refused = { ...drawEntry(random, writer), ...(random.chance(0.5) ? { n } : { key }) };
  const at = random.below(entries.length + 1);
  return {
    name: `insert of ${entries.length} with one refused`,
    after: withEntries(writer.state, entries),
    perform: async (db) => {
      try {
        await entriesOf(db).insertMany(entries.toSpliced(at, 0, refused), { ordered: false });
      } catch (error) {
        if (!(error instanceof MongoBulkWriteError) || error.code !== duplicateKey) throw error;
        return;
      }
      throw new RangeError(`a duplicate of ${writer.owner} was taken: ${n} or ${key.slice(0, 40)}`);
    },
  };
}

/** As a rebuild ends: a collection filled beside takes the place of the one that is read. */
function swap(random: Random, writer: Writer): Change {
  const first = writer.next;
  writer.next += 1;
  const count = random.between(1, 50);
  const ids = Array.from({ length: count }, (_, n) => `${first}-${String(n).padStart(3, '0')}`);
  return {
    name: `swap of ${count}`,
    after: { ...writer.state, swapped: ids },
    perform: async (db) => {
      const name = `building-${writer.owner}`;
      const building = db.collection<{ _id: string }>(name);
      await building.drop();
      await building.createIndex({ even: 1 });
      await building.insertMany(ids.map((_id, n) => ({ _id, even: n % 2 })));
      await building.rename(swappedOf(writer.owner), { dropTarget: true });
    },
  };
}

const makers = { insert, upsert, many, replace, modify, remove, clash, swap };
