import { type Collection, type Document, type IndexSpecification } from 'mongodb';
import { codeOf, describeEmbedded, refusal, upTo, useClient } from './support';

const connected = useClient();

describe('indexes, as they are kept:', () => {
  let rows: Collection;

  beforeEach(() => {
    rows = connected.collection();
  });

  const names = async (): Promise<string[]> =>
    (await rows.indexes()).map(({ name }) => String(name));
  const create = (...indexes: Document[]): Promise<Document> =>
    connected.command({ createIndexes: rows.collectionName, indexes });

  it('made once though asked for twice', async () => {
    expect(await rows.createIndex({ a: 1, b: -1 })).toBe('a_1_b_-1');
    const again = await create({ key: { a: 1, b: -1 }, name: 'a_1_b_-1' });
    expect(again).toMatchObject({
      numIndexesBefore: 2,
      numIndexesAfter: 2,
      note: 'all indexes already exist',
    });
    expect(await names()).toEqual(['_id_', 'a_1_b_-1']);
  });

  it('making their collection', async () => {
    expect(await create({ key: { a: 1 }, name: 'a' }, { key: { b: 1 }, name: 'b' })).toMatchObject({
      numIndexesBefore: 1,
      numIndexesAfter: 3,
      createdCollectionAutomatically: true,
    });
    expect(await create({ key: { c: 1 }, name: 'c' })).toMatchObject({
      createdCollectionAutomatically: false,
    });
  });

  it('listed with what they are', async () => {
    await rows.createIndexes([
      { key: { a: 1 }, unique: true },
      { key: { 'b.c': -1 }, sparse: true, name: 'mine' },
    ]);
    expect(await rows.indexes()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1 }, name: 'a_1', unique: true },
      { v: 2, key: { 'b.c': -1 }, name: 'mine', sparse: true },
    ]);
    expect(await rows.indexExists(['a_1', 'mine'])).toBe(true);
    expect(await codeOf(connected.collection().indexes())).toBe(26);
  });

  it('the one of _id there from the beginning, and asking for it no error', async () => {
    await rows.insertOne({});
    expect(await rows.createIndex({ _id: 1 })).toBe('_id_1');
    expect(await names()).toEqual(['_id_']);
    expect(await codeOf(create({ key: { _id: 1 }, name: '_id_', unique: true }))).toBe(197);
  });

  it('refused the name of another (86), and the key of another (85) unless the options differ', async () => {
    await rows.createIndex({ a: 1 }, { name: 'x' }, {});
    expect(await codeOf(create({ key: { b: 1 }, name: 'x' }))).toBe(86);
    expect(await codeOf(create({ key: { a: 1 }, name: 'x', unique: true }))).toBe(86);
    expect(await codeOf(create({ key: { a: 1 }, name: 'y' }))).toBe(85);
    await create({ key: { a: 1 }, name: 'z', unique: true });
    expect(await names()).toEqual(['_id_', 'x', 'z']);
  });

  it('dropped by name, by key, by names, all', async () => {
    await rows.createIndexes(['a', 'b', 'c', 'd', 'e'].map((field) => ({ key: { [field]: 1 } })));
    await rows.dropIndex('a_1');
    await connected.command({ dropIndexes: rows.collectionName, index: { b: 1 } });
    await connected.command({ dropIndexes: rows.collectionName, index: ['c_1', 'd_1'] });
    expect(await names()).toEqual(['_id_', 'e_1']);
    expect(await connected.command({ dropIndexes: rows.collectionName, index: '*' })).toMatchObject(
      { nIndexesWas: 2 },
    );
    expect(await names()).toEqual(['_id_']);
    expect(await rows.dropIndexes()).toBe(true);
  });

  it.each<[what: string, code: number, index: unknown]>([
    ['a name that is none', 27, 'nothing'],
    ['a key that is none', 27, { z: 1 }],
    ['the index of _id by name', 72, '_id_'],
    ['the index of _id by key', 72, { _id: 1 }],
  ])('not dropped for %s (%i)', async (_what, code, index) => {
    await rows.createIndex({ a: 1 });
    expect(await codeOf(connected.command({ dropIndexes: rows.collectionName, index }))).toBe(code);
    expect(await names()).toEqual(['_id_', 'a_1']);
  });

  it('not dropped of a collection that is not there (26)', async () => {
    expect(await codeOf(rows.dropIndex('a_1'))).toBe(26);
  });

  it('64 at the most (67)', async () => {
    await rows.createIndexes(upTo(63).map((n) => ({ key: { [`f${n}`]: 1 } })));
    expect(await codeOf(rows.createIndex({ z: 1 }))).toBe(67);
    expect(await names()).toHaveLength(64);
  });

  it.each<[what: string, code: number, index: Document]>([
    ['no key', 9, { name: 'x' }],
    ['no name', 9, { key: { a: 1 } }],
    ['an empty key', 67, { key: {}, name: 'x' }],
    ['a direction of 0', 67, { key: { a: 0 }, name: 'x' }],
    ['a direction that is a truth', 67, { key: { a: true }, name: 'x' }],
    ['a kind that does not exist', 67, { key: { a: 'nothing' }, name: 'x' }],
    ['an empty path', 67, { key: { '': 1 }, name: 'x' }],
    ['a path with an empty part', 67, { key: { 'a..b': 1 }, name: 'x' }],
    ['an option that does not exist', 197, { key: { a: 1 }, name: 'x', nothing: true }],
    ['the name *', 2, { key: { a: 1 }, name: '*' }],
    ['the name of the index of _id', 2, { key: { a: 1 }, name: '_id_' }],
  ])('not made with %s (%i)', async (_what, code, index) => {
    expect(await codeOf(create(index))).toBe(code);
  });

  it('not made when there are none to make (2)', async () => {
    expect(await codeOf(create())).toBe(2);
  });
});

describe('unique indexes', () => {
  let rows: Collection;
  const unique = async (key: IndexSpecification, sparse = false): Promise<void> => {
    await rows.createIndex(key, { unique: true, sparse }, {});
  };

  beforeEach(() => {
    rows = connected.collection();
  });

  it('take one document without the field, and null is the same', async () => {
    await unique({ a: 1 });
    await rows.insertOne({ b: 1 });
    const error = await refusal(rows.insertOne({ a: null }));
    expect(error).toMatchObject({ code: 11000, keyPattern: { a: 1 }, keyValue: { a: null } });
  });

  it('take many without the field when they are sparse', async () => {
    await unique({ a: 1 }, true);
    await rows.insertMany([{ b: 1 }, { b: 2 }, { a: 1 }]);
    expect(await codeOf(rows.insertOne({ a: 1 }))).toBe(11000);
    await rows.insertOne({ a: null });
    expect(await codeOf(rows.insertOne({ a: null }))).toBe(11000);
  });

  it('look at all their fields', async () => {
    await unique({ a: 1, b: -1 });
    await rows.insertMany([
      { a: 1, b: 1 },
      { a: 1, b: 2 },
      { a: 2, b: 1 },
    ]);
    expect(await refusal(rows.insertOne({ a: 1, b: 2 }))).toMatchObject({
      keyPattern: { a: 1, b: -1 },
      keyValue: { a: 1, b: 2 },
    });
  });

  it('look into arrays, but a document may repeat itself', async () => {
    await unique({ tags: 1 });
    await rows.insertOne({ tags: ['x', 'x', 'y'] });
    expect(await codeOf(rows.insertOne({ tags: ['z', 'y'] }))).toBe(11000);
    expect(await codeOf(rows.insertOne({ tags: 'x' }))).toBe(11000);
    await rows.insertOne({ tags: ['z'] });
  });

  it('compare numbers by value and documents by the order of their fields', async () => {
    await unique({ a: 1 });
    await rows.insertMany([{ a: 1 }, { a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }]);
    expect(await codeOf(rows.insertOne({ a: 1.0 }))).toBe(11000);
    expect(await codeOf(rows.insertOne({ a: { x: 1, y: 2 } }))).toBe(11000);
  });

  it('let a document keep its value, and free it when it changes or goes', async () => {
    await unique({ a: 1 });
    await rows.insertMany([{ a: 1 }, { a: 2 }]);
    await rows.updateOne({ a: 1 }, { $set: { b: 1 } });
    await rows.replaceOne({ a: 1 }, { a: 1, c: 1 });
    expect(await codeOf(rows.updateOne({ a: 1 }, { $set: { a: 2 } }))).toBe(11000);
    await rows.updateOne({ a: 2 }, { $set: { a: 3 } });
    await rows.updateOne({ a: 1 }, { $set: { a: 2 } });
    await rows.deleteOne({ a: 3 });
    await rows.insertOne({ a: 3 });
  });

  it('cannot be built over duplicates, and leave nothing behind then', async () => {
    await rows.insertMany([{ a: 1 }, { a: 1 }]);
    expect(await codeOf(unique({ a: 1 }))).toBe(11000);
    expect(await rows.indexes()).toHaveLength(1);
  });
});

describeEmbedded('indexes the embedded node does not have', () => {
  it.each<[what: string, index: Document]>([
    ['that expire', { key: { a: 1 }, expireAfterSeconds: 1 }],
    ['of a part', { key: { a: 1 }, partialFilterExpression: { b: 1 } }],
    ['of text', { key: { a: 'text' } }],
    ['of places', { key: { a: '2dsphere' } }],
    ['of hashes', { key: { a: 'hashed' } }],
    ['of every field', { key: { '$**': 1 } }],
    ['that are hidden', { key: { a: 1 }, hidden: true }],
  ])('%s are refused (67)', async (_what, index) => {
    const command = { createIndexes: 'c', indexes: [{ name: 'x', ...index }] };
    expect(await codeOf(connected.command(command))).toBe(67);
  });

  it('with a collation are refused (238), but the simple one is none', async () => {
    const command = (locale: string): Document => ({
      createIndexes: 'c',
      indexes: [{ name: 'x', key: { a: 1 }, collation: { locale } }],
    });
    expect(await codeOf(connected.command(command('id')))).toBe(238);
    await connected.command(command('simple'));
  });
});
