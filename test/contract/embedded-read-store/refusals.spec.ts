import { type Db, type Document, MongoClient, type MongoServerError } from 'mongodb';
import { type ReadStoreUnderTest, startReadStoreUnderTest } from '../read-store-under-test';

/** A server named by MONGODB_URL does more than the embedded node and has no such switch. */
const describeEmbedded = process.env['MONGODB_URL'] ? describe.skip : describe;

describeEmbedded('what the embedded node does not do', () => {
  let store: ReadStoreUnderTest;
  let client: MongoClient;
  let db: Db;

  beforeAll(async () => {
    store = await startReadStoreUnderTest();
    client = await MongoClient.connect(store.connectionString);
    db = client.db(`refusals-${String(process.pid)}`);
    await db.collection('c').insertOne({ a: 1 });
  });
  afterAll(async () => {
    await client.close();
    await store.stop();
  });

  const codeOf = (attempt: Promise<unknown>): Promise<unknown> =>
    attempt.then(
      () => 'accepted',
      (error: unknown) => (error as MongoServerError).code,
    );

  it.each<[string, number, Document]>([
    ['an unknown command', 59, { rosebud: 1 }],
    ['a transaction', 20, { find: 'c', txnNumber: 1, autocommit: false, startTransaction: true }],
    ['a change stream', 40573, { aggregate: 'c', pipeline: [{ $changeStream: {} }], cursor: {} }],
    ['a view', 72, { create: 'v', viewOn: 'c', pipeline: [] }],
    ['a capped collection', 72, { create: 'v', capped: true, size: 4096 }],
    ['a validator', 72, { create: 'v', validator: {} }],
    [
      'a TTL index',
      67,
      { createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a', expireAfterSeconds: 1 }] },
    ],
    [
      'a partial index',
      67,
      { createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a', partialFilterExpression: {} }] },
    ],
    ['a text index', 67, { createIndexes: 'c', indexes: [{ key: { a: 'text' }, name: 'a' }] }],
    [
      'more than one member’s word',
      2,
      { insert: 'c', documents: [{ a: 1 }], writeConcern: { w: 2 } },
    ],
    ['$where', 2, { find: 'c', filter: { $where: 'true' } }],
    ['$expr', 238, { find: 'c', filter: { $expr: true } }],
    ['a collation', 238, { find: 'c', filter: {}, collation: { locale: 'id' } }],
    [
      'a stage that does not exist',
      40324,
      { aggregate: 'c', pipeline: [{ $nothing: 1 }], cursor: {} },
    ],
    ['a stage not done here', 238, { aggregate: 'c', pipeline: [{ $lookup: {} }], cursor: {} }],
    ['a pipeline as update', 238, { findAndModify: 'c', query: {}, update: [{ $set: { a: 1 } }] }],
    ['a cursor that does not exist', 43, { getMore: 5n, collection: 'c' }],
    ['a fail point, unless asked for', 2, { configureFailPoint: 'nothing', mode: 'off' }],
  ])('refuses %s with code %i', async (_what, code, command) => {
    const admin = 'configureFailPoint' in command ? client.db('admin') : db;
    expect(await codeOf(admin.command(command))).toBe(code);
  });

  it('takes the write concerns a single node can give', async () => {
    const collection = db.collection('c', {
      writeConcern: { w: 'majority' },
      readConcern: { level: 'majority' },
    });
    await collection.insertOne({ b: 1 });
    expect(await collection.countDocuments({ b: 1 })).toBe(1);
    await db.collection('c').insertOne({ b: 2 }, { writeConcern: { w: 0 } });
  });

  it('announces itself as a standalone', async () => {
    const hello = await db.admin().command({ hello: 1 });
    expect(hello).toMatchObject({ isWritablePrimary: true, logicalSessionTimeoutMinutes: 30 });
    expect(hello).not.toHaveProperty('setName');
  });
});
