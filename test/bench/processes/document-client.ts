import { type AnyBulkWriteOperation, type Collection, MongoClient } from 'mongodb';

import { type Usage, used } from '../measure';
import {
  bulkSize,
  type Score,
  scattered,
  scoreDocument,
  scoreFields,
  scoreId,
  topSize,
} from '../read-store/documents';
import { serve } from './serve';

/** Where the documents are, and how many. */
export interface Place {
  readonly collection: string;
  readonly documents: number;
}

export interface Filling extends Place {
  /** Number of the first; 0 when not given. */
  readonly first?: number;
  /** Fields with an index each, ascending. */
  readonly indexes: readonly string[];
}

/**
 * `new`: none of the documents is there. `existing`: all of them are, and every field of each but the
 * `_id` changes. `guarded`: the same as the projection runtime does it, a replacement if the document
 * still stands where it was read.
 */
export type BulkKind = 'new' | 'existing' | 'guarded';

export interface Bulks extends Place {
  readonly kind: BulkKind;
  readonly bulks: number;
  /** Bulks at work at the same time. */
  readonly inFlight: number;
}

export interface Reading extends Place {
  readonly reads: number;
  readonly inFlight: number;
}

/** Milliseconds. */
export interface Waits {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

const fillSize = 2_000;

/** What new documents are numbered up to. */
const manyIds = 1e8;

const pingMilliseconds = 2;

/** The official driver alone in a process. Making the documents is not part of what is measured. */
async function documentClient({ connectionString }: { readonly connectionString: string }) {
  const mongo = await MongoClient.connect(connectionString);
  const db = mongo.db('bench');
  const scores = (name: string): Collection<Score> => db.collection<Score>(name);
  /** How often every document of a collection was changed. */
  const changes = new Map<string, number>();
  let made = 0;

  const operationFor: Readonly<
    Record<BulkKind, (n: number, change: number) => AnyBulkWriteOperation<Score>>
  > = {
    new: (n) => upsert(n, 0),
    existing: upsert,
    guarded: (n, change) => {
      const { commit, prepare } = scoreFields(n, change - 1).position;
      const filter = { _id: scoreId(n), 'position.commit': commit, 'position.prepare': prepare };
      return { replaceOne: { filter, replacement: scoreFields(n, change) } };
    },
  };
  /** Documents come in turn, each as often as every other. */
  const operations = ({ kind, collection, documents }: Bulks) =>
    Array.from({ length: bulkSize }, () => {
      const turn = changes.get(collection) ?? documents;
      changes.set(collection, turn + 1);
      if (kind === 'new') return operationFor.new(scattered((made += 1), manyIds), 0);
      return operationFor[kind](
        scattered(turn % documents, documents),
        Math.floor(turn / documents),
      );
    });
  const assertBulk = (kind: BulkKind, done: { upsertedCount: number; modifiedCount: number }) => {
    const changed = kind === 'new' ? done.upsertedCount : done.modifiedCount;
    if (changed !== bulkSize) throw new Error(`${changed} documents of ${bulkSize} were changed`);
  };
  const bulk = async (asked: Bulks): Promise<Usage> => {
    const bulks = Array.from({ length: asked.bulks }, () => operations(asked));
    const into = scores(asked.collection);
    const worker = async (): Promise<void> => {
      for (let next = bulks.pop(); next !== undefined; next = bulks.pop()) {
        assertBulk(asked.kind, await into.bulkWrite(next, { ordered: false }));
      }
    };
    return used(asked.bulks * bulkSize, () => inParallel(asked.inFlight, worker));
  };
  const reading = ({ reads, inFlight }: Reading, read: (n: number) => Promise<number>) => {
    let begun = 0;
    const worker = async (): Promise<void> => {
      while (begun < reads) {
        const n = (begun += 1);
        if ((await read(n)) === 0) throw new Error(`Nothing was found for read ${n}`);
      }
    };
    return used(reads, () => inParallel(inFlight, worker));
  };

  const methods = {
    async fill({ collection, first = 0, documents, indexes }: Filling): Promise<void> {
      for (const field of indexes) await scores(collection).createIndex({ [field]: 1 });
      for (let n = first; n < documents; n += fillSize) {
        const size = Math.min(fillSize, documents - n);
        const some = Array.from({ length: size }, (_, index) => scoreDocument(n + index, 0));
        await scores(collection).insertMany(some, { ordered: false });
      }
    },
    bulk,
    findOne: (asked: Reading): Promise<Usage> =>
      reading(asked, async (n) => {
        const _id = scoreId(scattered(n, asked.documents));
        return (await scores(asked.collection).findOne({ _id })) === null ? 0 : 1;
      }),
    /** From the highest score down. */
    top: (asked: Reading): Promise<Usage> =>
      reading(asked, async () => {
        const best = scores(asked.collection).find().sort({ score: -1 }).limit(topSize);
        return (await best.toArray()).length;
      }),
    /** Documents are what is counted. */
    group: async ({ collection, documents, reads }: Reading): Promise<Usage> => {
      const _id = '$region';
      const ofAll = { documents: { $sum: 1 }, mean: { $avg: '$score' }, best: { $max: '$score' } };
      const usage = await used(reads, async () => {
        for (let n = 0; n < reads; n += 1) {
          const groups = scores(collection).aggregate([{ $group: { _id, ...ofAll } }]);
          if ((await groups.toArray()).length === 0) throw new Error('There were no groups');
        }
      });
      return { ...usage, operations: reads * documents };
    },
    /** So many documents by `_id`, a page of a thousand after the other. */
    readPages: async ({ collection, documents }: Place): Promise<Usage> =>
      used(documents, async () => {
        let seen = 0;
        const found = scores(collection).find().batchSize(1_000).limit(documents);
        for await (const { _id } of found) if (_id.length > 0) seen += 1;
        if (seen !== documents) throw new Error(`${seen} documents came of ${documents}`);
      }),
    /** Asks for what no index helps with, again and again; answers how often. */
    async scan({ collection, seconds }: { collection: string; seconds: number }): Promise<number> {
      const end = performance.now() + seconds * 1e3;
      let scans = 0;
      for (; performance.now() < end; scans += 1) {
        if ((await scores(collection).countDocuments({ name: 'nobody' })) > 0) break;
      }
      return scans;
    },
    /** Pings one after another, and what each took. */
    async pings(seconds: number): Promise<Waits> {
      const end = performance.now() + seconds * 1e3;
      const waits: number[] = [];
      while (performance.now() < end) {
        const sentAt = performance.now();
        await db.command({ ping: 1 });
        waits.push(performance.now() - sentAt);
        await new Promise((resolve) => setTimeout(resolve, pingMilliseconds));
      }
      waits.sort((a, b) => a - b);
      const share = (part: number): number => waits[Math.ceil(waits.length * part) - 1] ?? NaN;
      return { count: waits.length, p50: share(0.5), p99: share(0.99), most: share(1) };
    },
  };
  return { methods, stop: () => mongo.close() };
}

function upsert(n: number, change: number): AnyBulkWriteOperation<Score> {
  const update = { $set: scoreFields(n, change) };
  return { updateOne: { filter: { _id: scoreId(n) }, update, upsert: true } };
}

async function inParallel(count: number, worker: () => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: count }, worker));
}

export type DocumentClient = Awaited<ReturnType<typeof documentClient>>['methods'];

serve(documentClient);
