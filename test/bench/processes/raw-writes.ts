import { auditTrail, planProgress, type ViewIndex } from '@jejak/views';
import { type Collection, MongoClient } from 'mongodb';

import { type Usage, used } from '../measure';
import { type Prebuilt, prebuiltWrites } from '../prebuilt-writes';
import { serve } from './serve';

interface Setting {
  readonly readStore: string;
  readonly documents: number;
  readonly eventsEach: number;
}

const batchSize = 1_000;

/**
 * The floor of filling a view and the audit trail: the official driver writing what is known in
 * advance. No reads, no guards, no checkpoints; the same indexes, since the views cannot do without.
 */
async function rawWrites({ readStore, documents, eventsEach }: Setting) {
  const mongo = await MongoClient.connect(readStore, { writeConcern: { w: 'majority' } });
  const batchOf = prebuiltWrites(documents, eventsEach);
  let rounds = 0;

  const methods = {
    /** Making the documents is not part of what is measured. */
    async run(events: number): Promise<Usage> {
      rounds += 1;
      const db = mongo.db(`raw_${rounds}`);
      const rows = db.collection<Prebuilt>('rows');
      const plans = db.collection<Prebuilt>('plans');
      await createIndexes(rows, auditTrail.indexes);
      await createIndexes(plans, planProgress.indexes);
      const usages: Usage[] = [];
      for (let first = 0; first < events; first += batchSize) {
        const size = Math.min(batchSize, events - first);
        const batch = batchOf(first, size);
        const models = batch.documents.map(({ _id, ...replacement }) => ({
          replaceOne: { filter: { _id }, replacement, upsert: true },
        }));
        const writing = async (): Promise<void> => {
          await Promise.all([
            rows.insertMany([...batch.rows], { ordered: false }),
            plans.bulkWrite(models, { ordered: false }),
          ]);
        };
        usages.push(await used(size, writing));
      }
      await db.dropDatabase();
      return usages.reduce(sumOf);
    },
  };
  return { methods, stop: () => mongo.close() };
}

const createIndexes = (collection: Collection<Prebuilt>, indexes: readonly ViewIndex[]) =>
  collection.createIndexes(indexes.map((key) => ({ key: { ...key } })));

const sumOf = (a: Usage, b: Usage): Usage => ({
  operations: a.operations + b.operations,
  seconds: a.seconds + b.seconds,
  cpuMicroseconds: a.cpuMicroseconds + b.cpuMicroseconds,
  rssBytes: Math.max(a.rssBytes, b.rssBytes),
});

serve(rawWrites);
