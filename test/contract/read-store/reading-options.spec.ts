import { type Collection, type Document } from 'mongodb';
import { codeOf, describeEmbedded, upTo, useClient } from './support';

const connected = useClient();

describe('options of find', () => {
  let collection: Collection;

  beforeEach(async () => {
    collection = connected.collection();
    await collection.insertMany(upTo(10).map((n) => ({ _id: n as never, n, half: n >> 1 })));
  });

  const run = (options: Document): Promise<Document> =>
    connected.command({ find: collection.collectionName, ...options });

  it('skips and limits, also beyond what there is', async () => {
    const ids = async (skip: number, limit: number): Promise<unknown[]> =>
      (await collection.find().sort({ _id: 1 }).skip(skip).limit(limit).toArray()).map(
        ({ _id }) => _id as unknown,
      );
    expect(await ids(2, 3)).toEqual([2, 3, 4]);
    expect(await ids(8, 5)).toEqual([8, 9]);
    expect(await ids(50, 5)).toEqual([]);
    expect(await ids(0, -2)).toEqual([0, 1]);
  });

  it('opens a cursor without reading for batchSize 0', async () => {
    const { cursor } = await run({ batchSize: 0 });
    expect(cursor).toMatchObject({ firstBatch: [] });
    expect(String((cursor as Document)['id'])).not.toBe('0');
    expect(await collection.find().batchSize(0).toArray()).toHaveLength(10);
  });

  it('closes the cursor after one batch when that is all that is wanted', async () => {
    const { cursor } = await run({ batchSize: 3, singleBatch: true });
    expect((cursor as Document)['firstBatch'] as unknown[]).toHaveLength(3);
    expect(String((cursor as Document)['id'])).toBe('0');
  });

  it('gives everything in batches of any size', async () => {
    for (const size of [1, 2, 3, 9, 10, 11]) {
      expect(await collection.find().batchSize(size).toArray()).toHaveLength(10);
      expect(await collection.aggregate([], { batchSize: size }).toArray()).toHaveLength(10);
    }
  });

  it('uses the index a hint names, by name or by key', async () => {
    await collection.createIndexes([{ key: { half: 1 }, name: 'halves' }]);
    for (const hint of ['halves', { half: 1 }, '_id_', { _id: 1 }, { $natural: 1 }]) {
      expect(await collection.find({ half: 2 }, { hint }).toArray()).toHaveLength(2);
      expect(await collection.countDocuments({ half: 2 }, { hint })).toBe(2);
    }
    for (const hint of ['nobody', { nobody: 1 }]) {
      expect(await codeOf(collection.find({}, { hint }).toArray())).toBe(2);
      expect(await codeOf(collection.aggregate([], { hint }).toArray())).toBe(2);
      expect(await codeOf(collection.countDocuments({}, { hint }))).toBe(2);
    }
  });

  it('goes through the natural order backwards when told to', async () => {
    const forwards = await collection.find().hint({ $natural: 1 }).toArray();
    expect(await collection.find().sort({ $natural: 1 }).toArray()).toEqual(forwards);
    const backwards = [...forwards].reverse();
    expect(await collection.find().hint({ $natural: -1 }).toArray()).toEqual(backwards);
    expect(await collection.find().sort({ $natural: -1 }).toArray()).toEqual(backwards);
  });

  it('takes what makes no difference here', async () => {
    const cursor = collection.find(
      {},
      { noCursorTimeout: true, allowDiskUse: true, allowPartialResults: true, comment: 'why' },
    );
    expect(await cursor.collation({ locale: 'simple' }).toArray()).toHaveLength(10);
  });

  it.each<[string, Document, number]>([
    ['a negative limit', { limit: -1 }, 51024],
    ['a negative skip', { skip: -1 }, 51024],
    ['a negative batchSize', { batchSize: -1 }, 51024],
    ['a limit that is a text', { limit: 'x' }, 14],
    ['a filter that is a text', { filter: 'x' }, 14],
    ['a projection that is a text', { projection: 'x' }, 14],
    ['a sort that is a text', { sort: 'x' }, 14],
    ['a hint that is a number', { hint: 1 }, 9],
    ['a tailable cursor', { tailable: true }, 2],
    ['awaiting data of a cursor that is not tailable', { awaitData: true }, 9],
  ])('refuses %s', async (_what, options, code) => {
    expect(await codeOf(run(options))).toBe(code);
  });
});

describe('options of aggregate', () => {
  const run = (options: Document): Promise<Document> =>
    connected.command({ aggregate: 'nobody', pipeline: [], cursor: {}, ...options });

  it.each<[string, Document, number]>([
    ['no cursor', { cursor: null }, 9],
    ['a cursor that is a number', { cursor: 1 }, 14],
    ['an option of the cursor nobody knows', { cursor: { foo: 1 } }, 40415],
    ['a negative batchSize', { cursor: { batchSize: -1 } }, 51024],
    ['a pipeline that is a document', { pipeline: {} }, 14],
    ['a stage that is a number', { pipeline: [1] }, 14],
    ['a stage that is empty', { pipeline: [{}] }, 40323],
    ['a $match without a collection', { aggregate: 1, pipeline: [{ $match: {} }] }, 73],
  ])('refuses %s', async (_what, options, code) => {
    expect(await codeOf(run(options))).toBe(code);
  });
});

describeEmbedded('what the embedded node does not do for a find', () => {
  it.each<[string, Document]>([
    ['other collations', { collation: { locale: 'id' } }],
    ['returnKey', { returnKey: true }],
    ['showRecordId', { showRecordId: true }],
    ['min', { min: { a: 1 } }],
    ['max', { max: { a: 1 } }],
  ])('%s', async (_what, options) => {
    expect(await codeOf(connected.command({ find: 'nobody', ...options }))).toBe(238);
  });
});

describe('count', () => {
  it('counts with skip and limit, a negative limit as a positive one', async () => {
    const collection = connected.collection();
    await collection.insertMany(upTo(10).map((n) => ({ n })));
    const count = async (options: Document): Promise<unknown> =>
      (await connected.command({ count: collection.collectionName, ...options }))['n'] as unknown;
    expect(await count({})).toBe(10);
    expect(await count({ query: null })).toBe(10);
    expect(await count({ query: { n: { $gt: 3 } } })).toBe(6);
    expect(await count({ limit: -4 })).toBe(4);
    expect(await count({ skip: 8, limit: 5 })).toBe(2);
    expect(await count({ skip: 80 })).toBe(0);
    expect(await count({ query: { n: { $gt: 3 } }, skip: 2, limit: 3 })).toBe(3);
    expect(await codeOf(count({ skip: -1 }))).toBe(51024);
    expect(await collection.estimatedDocumentCount()).toBe(10);
    expect(await connected.collection().estimatedDocumentCount()).toBe(0);
    expect(await collection.countDocuments({ n: { $lt: 5 } }, { skip: 1, limit: 3 })).toBe(3);
  });
});

describe('distinct', () => {
  it('gives each value once, those of lists one by one', async () => {
    const collection = connected.collection();
    await collection.insertMany([
      { _id: 1 as never, v: 1, d: { e: 'x' } },
      { _id: 2 as never, v: [2, [3], 1], d: [{ e: 'y' }, { e: ['z', 'x'] }] },
      { _id: 3 as never, v: null },
      { _id: 4 as never },
      { _id: 5 as never, v: { a: 1 } },
      { _id: 6 as never, v: [] },
    ]);
    const sorted = (values: unknown[]): unknown[] =>
      values.map((each) => JSON.stringify(each)).sort();
    expect(sorted(await collection.distinct('v'))).toEqual(['1', '2', '[3]', 'null', '{"a":1}']);
    expect(sorted(await collection.distinct('d.e'))).toEqual(['"x"', '"y"', '"z"']);
    expect(await collection.distinct('v.0')).toEqual([2]);
    expect(await collection.distinct('d.e', { _id: 1 as never })).toEqual(['x']);
    expect(await collection.distinct('nobody')).toEqual([]);
    expect(await connected.collection().distinct('v')).toEqual([]);
    const command = { distinct: collection.collectionName, key: 1 };
    expect(await codeOf(connected.command(command))).toBe(14);
  });
});
