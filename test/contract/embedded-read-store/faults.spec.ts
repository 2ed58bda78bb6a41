import { startEmbeddedReadStore } from '@jejak/embedded-read-store';
import { type Document, MongoClient } from 'mongodb';
import { type ReadStoreUnderTest, startReadStoreUnderTest } from '../read-store-under-test';

/** A server named by MONGODB_URL does more than the embedded node and has no such switch. */
const describeEmbedded = process.env['MONGODB_URL'] ? describe.skip : describe;

// Starting a node compiles its worker's sources; on a busy machine that takes seconds.
jest.setTimeout(30_000);

describeEmbedded('the fault switch', () => {
  let store: ReadStoreUnderTest;
  let client: MongoClient;

  beforeAll(async () => {
    store = await startReadStoreUnderTest();
    client = await MongoClient.connect(store.connectionString, { serverSelectionTimeoutMS: 1000 });
  });
  afterAll(async () => {
    await client.close();
    await store.stop();
  });
  beforeEach(() => client.db('f').dropDatabase());

  const arm = (configureFailPoint: string, mode: unknown, data: Document = {}): Promise<Document> =>
    client.db('admin').command({ configureFailPoint, mode, data });
  const documents = (count: number): { _id: number }[] =>
    Array.from({ length: count }, (_, _id) => ({ _id }));

  it.each([0, 1, 2, 3])(
    'commits exactly %i operations of a bulk and cuts the connection',
    async (k) => {
      const collection = client.db('f').collection<{ _id: number }>('c');
      await arm('stopWrites', 'alwaysOn', { operations: k });
      await expect(collection.insertMany(documents(3))).rejects.toThrow(/connection .* closed/);
      expect(await collection.countDocuments()).toBe(k);
      await collection.insertMany([{ _id: 10 }, { _id: 11 }]);
    },
  );

  it('counts operations over several commands, of one collection when named', async () => {
    const collection = client.db('f').collection<{ _id: number }>('c');
    await arm('stopWrites', 'alwaysOn', { operations: 3, namespace: 'f.c' });
    await client.db('f').collection('other').insertMany([{}, {}, {}, {}]);
    await collection.insertMany(documents(2));
    await expect(
      collection.bulkWrite([
        { deleteMany: { filter: {} } },
        { insertOne: { document: { _id: 5 } } },
      ]),
    ).rejects.toThrow(/connection .* closed/);
    expect(await collection.countDocuments()).toBe(0);
  });

  it('fails commands as often as it is told', async () => {
    const collection = client.db('f').collection('c');
    await arm('failCommand', { times: 1 }, { failCommands: ['find'], errorCode: 13 });
    await expect(collection.findOne()).rejects.toMatchObject({ code: 13 });
    expect(await collection.findOne()).toBeNull();
    await arm('failCommand', { times: 1 }, { failCommands: ['insert'], closeConnection: true });
    await expect(collection.insertOne({})).rejects.toThrow(/connection .* closed/);
    expect(await collection.countDocuments()).toBe(0);
  });

  it('ends the whole node when told to', async () => {
    const collection = client.db('f').collection<{ _id: number }>('c');
    await arm('stopWrites', 'alwaysOn', { operations: 1, exit: true });
    await expect(collection.insertMany(documents(3))).rejects.toBeInstanceOf(Error);
    expect(await store.embedded?.failed).toMatchObject({ code: 'fail-point' });
    const again = await startEmbeddedReadStore({ directory: store.directory! });
    const reader = await MongoClient.connect(again.connectionString);
    expect(await reader.db('f').collection('c').countDocuments()).toBe(1);
    await reader.close();
    await again.stop();
  });
});
