import { type Collection, type Document } from 'mongodb';
import { codeOf, useClient } from './support';

const connected = useClient();

interface Counted extends Document {
  _id: number;
  a: number;
}

describe('finding and changing one document', () => {
  let collection: Collection<Counted>;

  beforeEach(async () => {
    collection = connected.collection<Counted>();
    await collection.insertMany([1, 2, 3].map((_id) => ({ _id, a: _id * 11 })));
  });

  const modify = (options: Document): Promise<Document> =>
    connected.command({ findAndModify: collection.collectionName, ...options });

  it('gives the document as it was, or as it is', async () => {
    const update = { $inc: { a: 1 } };
    expect(await collection.findOneAndUpdate({ _id: 2 }, update)).toEqual({ _id: 2, a: 22 });
    expect(
      await collection.findOneAndUpdate({ _id: 2 }, update, { returnDocument: 'after' }),
    ).toEqual({ _id: 2, a: 24 });
  });

  it('takes the first by sort', async () => {
    const sorted = { sort: { a: -1 } } as const;
    expect(await collection.findOneAndUpdate({}, { $set: { a: 0 } }, sorted)).toMatchObject({
      _id: 3,
    });
    expect(await collection.findOneAndDelete({}, sorted)).toEqual({ _id: 2, a: 22 });
    expect(await collection.findOneAndReplace({}, { a: 5 }, sorted)).toEqual({ _id: 1, a: 11 });
  });

  it('cuts the document down to a projection', async () => {
    expect(
      await collection.findOneAndUpdate(
        { _id: 1 },
        { $set: { b: 1 } },
        {
          projection: { b: 1, _id: 0 },
          returnDocument: 'after',
        },
      ),
    ).toEqual({ b: 1 });
    expect(await collection.findOneAndDelete({ _id: 1 }, { projection: { a: 0 } })).toEqual({
      _id: 1,
      b: 1,
    });
  });

  it('replaces, and keeps the _id', async () => {
    expect(
      await collection.findOneAndReplace({ _id: 1 }, { a: 0 }, { returnDocument: 'after' }),
    ).toEqual({ _id: 1, a: 0 });
  });

  it('gives null where there is nothing', async () => {
    const nobody = { _id: 9 };
    expect(await collection.findOneAndUpdate(nobody, { $set: { a: 1 } })).toBeNull();
    expect(await collection.findOneAndReplace(nobody, { a: 1 })).toBeNull();
    expect(await collection.findOneAndDelete(nobody)).toBeNull();
  });

  it('upserts, and gives null unless it is asked for what it made', async () => {
    const update = { $set: { a: 1 } };
    expect(await collection.findOneAndUpdate({ _id: 8 }, update, { upsert: true })).toBeNull();
    expect(
      await collection.findOneAndUpdate({ _id: 9 }, update, {
        upsert: true,
        returnDocument: 'after',
      }),
    ).toEqual({ _id: 9, a: 1 });
    expect(await collection.countDocuments()).toBe(5);
  });

  it('tells what it did', async () => {
    const told = async (options: Document): Promise<unknown> =>
      (await modify(options))['lastErrorObject'];
    const update = { $set: { a: 1 } };
    expect(await told({ query: { _id: 1 }, update })).toEqual({ n: 1, updatedExisting: true });
    expect(await told({ query: { _id: 7 }, update })).toEqual({ n: 0, updatedExisting: false });
    expect(await told({ query: { _id: 7 }, update, upsert: true })).toEqual({
      n: 1,
      updatedExisting: false,
      upserted: 7,
    });
    expect(await told({ query: { _id: 7 }, remove: true })).toEqual({ n: 1 });
    expect(await told({ query: { _id: 7 }, remove: true })).toEqual({ n: 0 });
  });

  it('takes array filters and the positional $', async () => {
    await collection.insertOne({ _id: 5, a: 0, list: [1, 5, 9] });
    const after = { returnDocument: 'after' } as const;
    expect(
      await collection.findOneAndUpdate(
        { _id: 5 },
        { $inc: { 'list.$[e]': 1 } },
        { ...after, arrayFilters: [{ e: { $gt: 4 } }] },
      ),
    ).toMatchObject({ list: [1, 6, 10] });
    expect(
      await collection.findOneAndUpdate({ _id: 5, list: 6 }, { $set: { 'list.$': 0 } }, after),
    ).toMatchObject({ list: [1, 0, 10] });
  });

  it('refuses a duplicate key (11000) and leaves the document as it was', async () => {
    await collection.createIndex({ a: 1 }, { unique: true }, {});
    expect(await codeOf(collection.findOneAndUpdate({ _id: 1 }, { $set: { a: 22 } }))).toBe(11000);
    expect(await collection.findOne({ _id: 1 })).toEqual({ _id: 1, a: 11 });
  });

  it.each<[what: string, options: Document]>([
    ['neither an update nor a removal', { query: {} }],
    ['both', { update: { $set: { a: 1 } }, remove: true }],
    ['the new form of what it removes', { remove: true, new: true }],
    ['to remove by upsert', { remove: true, upsert: true }],
    ['to remove with array filters', { remove: true, arrayFilters: [{ e: 1 }] }],
  ])('refuses %s (9)', async (_what, options) => {
    expect(await codeOf(modify(options))).toBe(9);
  });

  it('refuses another _id (66) and an unknown operator (9)', async () => {
    expect(await codeOf(modify({ query: { _id: 1 }, update: { $set: { _id: 2 } } }))).toBe(66);
    expect(await codeOf(modify({ query: { _id: 9 }, update: { $nothing: { a: 2 } } }))).toBe(9);
  });
});
