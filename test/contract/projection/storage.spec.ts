import { randomUUID } from 'node:crypto';

import { type Db, Long, MongoClient } from 'mongodb';

import { mongoProjectionStorage } from '../../../libs/projection/src/storage/mongo/projection-storage';
import { atTheBeginning } from '../../../libs/projection/src/storage/checkpoint';
import { checkpointAt, leaseOf } from '../../../libs/projection/src/testing/storage.samples';
import type { StorageUnderTest } from '../../../libs/projection/src/testing/storage-under-test';
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

/** Stopping after k operations is the embedded node's own switch; a real server has none like it. */
const embedded = (process.env['MONGODB_URL'] ?? '') === '';

let readStore: ReadStoreUnderTest;
let mongo: MongoClient;
jest.setTimeout(timeLimit);
beforeAll(async () => {
  readStore = await startReadStoreUnderTest();
  mongo = await new MongoClient(readStore.connectionString).connect();
});
afterAll(async () => {
  await mongo.close();
  await readStore.stop();
});

const stopWrites = async (mode: string, operations: number): Promise<void> => {
  const fault = { configureFailPoint: 'stopWrites', mode, data: { operations } };
  await mongo.db('admin').command(fault);
};

function make(): Promise<StorageUnderTest> {
  const db = mongo.db(`storage-${randomUUID().slice(0, 8)}`);
  return Promise.resolve({
    storage: mongoProjectionStorage(db),
    pass: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    census: () => census(db),
    faults: {
      failAfter: (writes) => stopWrites('alwaysOn', writes),
      recover: () => stopWrites('off', 0),
    },
    async stop() {
      await db.dropDatabase();
    },
  });
}

describeProjectionStorage('The projection storage in MongoDB', make, embedded);

describe('The projection storage refuses a client', () => {
  it.each([
    ['that does not have its writes acknowledged', { w: 0 }, 'w=0'],
    ['that does not wait for the disk', { journal: false }, 'journal=false'],
  ] as const)('%s', async (_, writeConcern, advice) => {
    const client = new MongoClient(readStore.connectionString, { writeConcern });
    try {
      await expect(mongoProjectionStorage(client.db('any')).assertDurable()).rejects.toThrow(
        advice,
      );
    } finally {
      await client.close();
    }
  });
});

describe('What others read of the projection storage', () => {
  it('is a checkpoint that names its generation, with every number of 64 bits a Long', async () => {
    const db = mongo.db(`storage-${randomUUID().slice(0, 8)}`);
    const storage = mongoProjectionStorage(db);
    const generation = { name: 'ranking', version: 3, build: 2 };
    const lease = await leaseOf(storage, generation, 'a', 60_000);
    const raw = { promoteLongs: false };
    const checkpoints = db.collection<{ _id: string }>('checkpoints');
    const begun = await checkpoints.findOne({ _id: 'ranking_v3_b2' }, raw);
    expect(begun).toMatchObject({
      ...{ view: 'ranking', version: 3, build: 2, position: null, events: 0, recordedAt: null },
      ...{ parked: 0, fence: Long.fromInt(1), writer: 'a', leaseMilliseconds: 60_000 },
      ...{ renewedAt: expect.any(Date), updatedAt: expect.any(Date) },
    });
    const advance = { from: atTheBeginning, to: checkpointAt(7), parked: 2 };
    await storage.saveCheckpoints([{ lease, ...advance }]);
    expect(await checkpoints.findOne({ _id: 'ranking_v3_b2' }, raw)).toMatchObject({
      ...{ position: { commit: Long.fromInt(7), prepare: Long.fromInt(7) }, events: 7, parked: 2 },
      ...{ recordedAt: '2026-01-07T00:00:00.000Z', fence: Long.fromInt(1) },
    });
    await db.dropDatabase();
  });

  it('has the indexes its questions need', async () => {
    const db = mongo.db(`storage-${randomUUID().slice(0, 8)}`);
    const storage = mongoProjectionStorage(db);
    const generation = { name: 'ranking', version: 3, build: 1 };
    await Promise.all([storage.prepare(generation), storage.prepare(generation)]);
    await storage.prepare(generation);
    await storage.index(generation, [{ score: -1, region: 1 }]);
    const keysOf = async (name: string) =>
      (await db.collection(name).indexes()).map(({ key }) => key);
    expect(await keysOf('ranking_v3')).toEqual([
      { _id: 1 },
      { _deleted: 1 },
      { score: -1, region: 1 },
    ]);
    expect(await keysOf('parked')).toContainEqual({ generation: 1, 'event.position.commit': 1 });
    expect(await keysOf('parked_events')).toContainEqual({ generation: 1, key: 1, _id: 1 });
    await db.dropDatabase();
  });
});

it('The projection storage goes on from a checkpoint of the first release, which had no leases', async () => {
  const db = mongo.db(`storage-${randomUUID().slice(0, 8)}`);
  const position = { commit: Long.fromNumber(7), prepare: Long.fromNumber(7) };
  const recordedAt = '2026-01-02T00:00:00.000Z';
  const old = { view: 'pacts', version: 1, position, events: 3, recordedAt, updatedAt: new Date() };
  await db.collection<{ _id: string }>('checkpoints').insertOne({ _id: 'pacts_v1', ...old });
  const storage = mongoProjectionStorage(db);
  const generation = { name: 'pacts', version: 1, build: 1 };
  const acquisition = await storage.acquire(generation, 'one', 1_000);
  expect(acquisition).toMatchObject({
    kind: 'acquired',
    checkpoint: { position: { commit: 7n, prepare: 7n }, events: 3, recordedAt },
  });
  await db.dropDatabase();
});
