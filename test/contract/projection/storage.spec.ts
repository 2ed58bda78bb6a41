import { randomUUID } from 'node:crypto';

import { type Db, MongoClient } from 'mongodb';

import { mongoProjectionStorage } from '../../../libs/projection/src/storage/mongo/projection-storage';
import { describeProjectionStorage } from '../../../libs/projection/src/testing/storage.features';
import { type ReadStoreUnderTest, startReadStoreUnderTest } from '../read-store-under-test';

const timeLimit = 20_000;

async function census(db: Db): Promise<Record<string, number>> {
  const collections = await db.listCollections({}, { nameOnly: true }).toArray();
  const counted = collections.map(
    async ({ name }) => [name, await db.collection(name).countDocuments()] as const,
  );
  return Object.fromEntries(await Promise.all(counted));
}

let readStore: ReadStoreUnderTest;
let mongo: MongoClient;
beforeAll(async () => {
  readStore = await startReadStoreUnderTest();
  mongo = await new MongoClient(readStore.connectionString).connect();
}, timeLimit);
afterAll(async () => {
  await mongo.close();
  await readStore.stop();
}, timeLimit);

describeProjectionStorage('The projection storage in MongoDB', () => {
  const db = mongo.db(`storage-${randomUUID().slice(0, 8)}`);
  return Promise.resolve({
    storage: mongoProjectionStorage(db),
    pass: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    census: () => census(db),
    async interrupt() {
      const data = { failCommands: ['insert', 'update'], closeConnection: true };
      const fault = { configureFailPoint: 'failCommand', mode: { times: 1 }, data };
      await mongo.db('admin').command(fault);
    },
    async stop() {
      await db.dropDatabase();
    },
  });
});
