import {
  type AnyClientBulkWriteModel,
  type ClientBulkWriteOptions,
  type ClientBulkWriteResult,
  type Collection,
  type Document,
  MongoClientBulkWriteError,
} from 'mongodb';
import { codeOf, refusal, upTo, useClient } from './support';

const connected = useClient();

interface Row extends Document {
  _id: number;
  a?: number;
}

describe('a bulk write of a client', () => {
  let left: Collection<Row>;
  let right: Collection<Row>;

  beforeEach(async () => {
    left = connected.collection<Row>();
    right = connected.collection<Row>();
    await left.insertMany([1, 2, 3].map((_id) => ({ _id, a: _id * 11 })));
  });

  const bulkWrite = (
    models: AnyClientBulkWriteModel<Row>[],
    options: ClientBulkWriteOptions = {},
  ): Promise<ClientBulkWriteResult> =>
    connected.client.bulkWrite<Record<string, Row>>(models, options);

  const insertion = (collection: Collection<Row>, _id: number): AnyClientBulkWriteModel<Row> => ({
    name: 'insertOne',
    namespace: collection.namespace,
    document: { _id },
  });

  it('writes to several collections and counts', async () => {
    const namespace = left.namespace;
    const result = await bulkWrite([
      insertion(right, 1),
      { name: 'updateOne', namespace, filter: { _id: 1 }, update: { $inc: { a: 1 } } },
      { name: 'updateMany', namespace, filter: { _id: { $gt: 1 } }, update: { $set: { a: 22 } } },
      { name: 'replaceOne', namespace, filter: { _id: 9 }, replacement: { a: 9 }, upsert: true },
      { name: 'deleteOne', namespace, filter: { _id: 3 } },
      { name: 'deleteMany', namespace, filter: { a: 22 } },
    ]);
    expect(result).toMatchObject({
      acknowledged: true,
      insertedCount: 1,
      matchedCount: 3,
      modifiedCount: 2,
      upsertedCount: 1,
      deletedCount: 2,
    });
    expect(await left.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, a: 12 },
      { _id: 9, a: 9 },
    ]);
    expect(await right.countDocuments()).toBe(1);
  });

  it('tells of each operation when asked', async () => {
    const namespace = left.namespace;
    const result = await bulkWrite(
      [
        insertion(left, 8),
        { name: 'updateOne', namespace, filter: { _id: 1 }, update: { $inc: { a: 1 } } },
        { name: 'replaceOne', namespace, filter: { _id: 4 }, replacement: { a: 44 }, upsert: true },
        { name: 'deleteMany', namespace, filter: { _id: { $in: [2, 3] } } },
      ],
      { verboseResults: true },
    );
    expect(result.insertResults?.get(0)).toEqual({ insertedId: 8 });
    expect(result.updateResults?.get(1)).toMatchObject({
      matchedCount: 1,
      modifiedCount: 1,
      didUpsert: false,
    });
    expect(result.updateResults?.get(2)).toMatchObject({
      matchedCount: 1,
      upsertedId: 4,
      didUpsert: true,
    });
    expect(result.deleteResults?.get(3)).toEqual({ deletedCount: 2 });
  });

  it('stops at the first error when ordered, and not when unordered', async () => {
    const models = [insertion(right, 1), insertion(right, 1), insertion(right, 2)];
    const ordered = await refusal(bulkWrite(models));
    expect(ordered).toBeInstanceOf(MongoClientBulkWriteError);
    const first = ordered as unknown as MongoClientBulkWriteError;
    expect([...first.writeErrors.keys()]).toEqual([1]);
    expect(first.writeErrors.get(1)).toMatchObject({ code: 11000 });
    expect(first.partialResult).toMatchObject({ insertedCount: 1 });
    await right.deleteMany({});
    const all = await refusal(bulkWrite(models, { ordered: false }));
    expect((all as unknown as MongoClientBulkWriteError).partialResult).toMatchObject({
      insertedCount: 2,
    });
    expect(await right.countDocuments()).toBe(2);
  });

  it('takes array filters, hints and sort', async () => {
    await left.insertOne({ _id: 5, list: [1, 5] });
    const namespace = left.namespace;
    await bulkWrite([
      {
        name: 'updateOne',
        namespace,
        filter: { _id: 5 },
        update: { $set: { 'list.$[e]': 0 } },
        arrayFilters: [{ e: 5 }],
        hint: '_id_',
      },
      {
        name: 'updateOne',
        namespace,
        filter: { a: { $gt: 0 } },
        update: { $set: { last: true } },
        sort: { a: -1 },
      },
      { name: 'deleteOne', namespace, filter: { _id: 1 }, hint: { _id: 1 } },
    ]);
    expect(await left.findOne({ _id: 5 })).toEqual({ _id: 5, list: [1, 0] });
    expect(await left.findOne({ last: true })).toMatchObject({ _id: 3 });
    expect(await left.findOne({ _id: 1 })).toBeNull();
  });

  it('gives its results in pages', async () => {
    const operations = upTo(5).map((_id) => ({ insert: 0, document: { _id } }));
    const { cursor, ...counts } = await connected.client.db('admin').command({
      bulkWrite: 1,
      ops: operations,
      nsInfo: [{ ns: right.namespace }],
      errorsOnly: false,
      cursor: { batchSize: 2 },
    });
    expect(counts).toMatchObject({ nInserted: 5, nErrors: 0 });
    expect(cursor.firstBatch).toMatchObject([
      { ok: 1, idx: 0, n: 1 },
      { ok: 1, idx: 1, n: 1 },
    ]);
    const more = await connected.client
      .db('admin')
      .command({ getMore: cursor.id, collection: '$cmd.bulkWrite' }, { promoteLongs: false });
    expect(more['cursor'].nextBatch).toHaveLength(3);
  });

  it('reports a collection of the server’s own as an error of its operation', async () => {
    const system = `${connected.db.databaseName}.system.profile`;
    const { cursor, nErrors } = await connected.client.db('admin').command({
      bulkWrite: 1,
      ops: [
        { delete: 0, filter: { _id: 0 } },
        { insert: 1, document: { _id: 1 } },
      ],
      nsInfo: [{ ns: system }, { ns: right.namespace }],
      ordered: false,
    });
    expect(nErrors).toBe(1);
    expect(cursor.firstBatch).toMatchObject([
      { ok: 0, idx: 0, code: 73 },
      { ok: 1, idx: 1, n: 1 },
    ]);
  });

  it.each<[what: string, code: number, database: string, parts: Document]>([
    ['another database than admin', 13, 'test', {}],
    ['no operations', 16, 'admin', { ops: [] }],
    ['a namespace nobody named', 2, 'admin', { ops: [{ insert: 1, document: {} }] }],
    ['a namespace without a collection', 73, 'admin', { nsInfo: [{ ns: 'test' }] }],
    [
      'an unknown part of an operation',
      40415,
      'admin',
      { ops: [{ insert: 0, document: {}, nothing: 1 }] },
    ],
    ['an unknown part of the command', 40415, 'admin', { nothing: 1 }],
    ['a namespace by name', 14, 'admin', { ops: [{ insert: 'c', document: {} }] }],
    ['a document that is none', 14, 'admin', { ops: [{ insert: 0, document: 'x' }] }],
    ['namespaces that are texts', 14, 'admin', { nsInfo: ['test.c'] }],
    ['operations that are a text', 14, 'admin', { ops: 'x' }],
    ['operations that are missing', 40414, 'admin', { ops: undefined }],
  ])('refuses %s (%i)', async (_what, code, database, parts) => {
    const command = {
      bulkWrite: 1,
      ops: [{ insert: 0, document: {} }],
      nsInfo: [{ ns: right.namespace }],
      ...parts,
    };
    const options = { ignoreUndefined: true };
    expect(await codeOf(connected.client.db(database).command(command, options))).toBe(code);
  });
});
