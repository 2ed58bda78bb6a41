import {
  type Document,
  Double,
  Int32,
  Long,
  MongoBulkWriteError,
  ObjectId,
  Timestamp,
} from 'mongodb';
import { codeOf, refusal, upTo, useClient } from './support';

const connected = useClient();

describe('inserts', () => {
  it('make an _id where there is none, before all other fields', async () => {
    const collection = connected.collection();
    const name = collection.collectionName;
    expect(
      await connected.command({ insert: name, documents: [{ a: 1 }, { b: 2, _id: 5 }] }),
    ).toMatchObject({ n: 2, ok: 1 });
    const found = await collection.find().sort({ a: -1 }).toArray();
    expect(found.map((each) => Object.keys(each))).toEqual([
      ['_id', 'a'],
      ['_id', 'b'],
    ]);
    expect(found[0]?._id).toBeInstanceOf(ObjectId);
  });

  it('take an _id of any type but array, pattern and undefined', async () => {
    const collection = connected.collection<{ _id: unknown }>();
    const ids = [true, 'x', new Date(5), { a: 1, b: { c: 1 } }, new Double(0.5), new ObjectId()];
    for (const _id of ids) expect((await collection.insertOne({ _id })).insertedId).toEqual(_id);
    expect(await collection.countDocuments()).toBe(ids.length);
    for (const _id of [[1], /^x/]) expect(await codeOf(collection.insertOne({ _id }))).toBe(53);
    expect(await codeOf(collection.insertOne({ _id: { $a: 1 } }))).toBe(52);
  });

  it('take one _id for numbers of equal value', async () => {
    const collection = connected.collection<{ _id: unknown }>();
    await collection.insertOne({ _id: new Int32(1) });
    for (const _id of [new Double(1), Long.ONE]) {
      expect(await codeOf(collection.insertOne({ _id }))).toBe(11000);
    }
  });

  it('keep documents apart that differ in the order of the fields of their _id', async () => {
    const collection = connected.collection<{ _id: Document }>();
    await collection.insertMany([{ _id: { a: 1, b: 2 } }, { _id: { b: 2, a: 1 } }]);
    expect(await collection.findOne({ _id: { b: 2, a: 1 } })).toEqual({ _id: { b: 2, a: 1 } });
  });

  it('say which document was a duplicate, of what', async () => {
    const collection = connected.collection<{ _id: number }>();
    await collection.insertOne({ _id: 1 });
    const error = await refusal(collection.insertOne({ _id: 1 }));
    expect(error).toMatchObject({ code: 11000, keyPattern: { _id: 1 }, keyValue: { _id: 1 } });
    expect(error.message).toContain(`${collection.namespace} index: _id_ dup key: { _id: 1 }`);
  });

  it('stop at the first error when ordered, and report each when not', async () => {
    const collection = connected.collection<{ _id: number }>();
    const documents = [{ _id: 1 }, { _id: 1 }, { _id: 2 }, { _id: 2 }, { _id: 3 }];
    const ordered = await refusal(collection.insertMany(documents));
    expect(ordered).toBeInstanceOf(MongoBulkWriteError);
    expect(ordered).toMatchObject({ insertedCount: 1, writeErrors: [{ index: 1, code: 11000 }] });
    await collection.deleteMany({});
    const all = await refusal(collection.insertMany(documents, { ordered: false }));
    expect(all).toMatchObject({
      insertedCount: 3,
      writeErrors: [
        { index: 1, code: 11000 },
        { index: 3, code: 11000 },
      ],
    });
    expect(await collection.countDocuments()).toBe(3);
  });

  it('give an empty timestamp of the top level the server’s time', async () => {
    const collection = connected.collection();
    const empty = new Timestamp(0n);
    await collection.insertOne({ at: empty, below: { at: empty } });
    const found = await collection.findOne();
    expect((found?.['at'] as Timestamp).t).toBeGreaterThan(1_700_000_000);
    expect(found?.['below']).toEqual({ at: empty });
  });

  it('refuse none at all (16), and a document above 16 MB', async () => {
    const collection = connected.collection();
    const name = collection.collectionName;
    expect(await codeOf(connected.command({ insert: name, documents: [] }))).toBe(16);
    const large = { a: 'x'.repeat(16 * 1024 * 1024) };
    expect([2, 10334]).toContain(await codeOf(collection.insertOne(large)));
    expect(await collection.countDocuments()).toBe(0);
    await collection.insertOne({ a: 'x'.repeat(16 * 1024 * 1024 - 100) });
    expect(await collection.countDocuments()).toBe(1);
  });

  it('go in batches of any size', async () => {
    const collection = connected.collection<{ _id: number }>();
    await collection.insertMany(upTo(12_000).map((_id) => ({ _id })));
    expect(await collection.countDocuments()).toBe(12_000);
  });
});

describe('deletes', () => {
  it('take one or all that match, and say how many', async () => {
    const collection = connected.collection<{ _id: number; a: number }>();
    await collection.insertMany(upTo(6).map((_id) => ({ _id, a: _id % 2 })));
    expect(await collection.deleteOne({ a: 1 })).toMatchObject({ deletedCount: 1 });
    expect(await collection.deleteMany({ a: 1 })).toMatchObject({ deletedCount: 2 });
    expect(await collection.deleteOne({ a: 1 })).toMatchObject({ deletedCount: 0 });
    expect(await collection.deleteMany({})).toMatchObject({ deletedCount: 3 });
  });

  it('make no collection, nor do updates that are no upserts', async () => {
    const collection = connected.collection();
    await collection.deleteMany({});
    await collection.updateOne({}, { $set: { a: 1 } });
    await collection.findOneAndUpdate({}, { $set: { a: 1 } });
    await collection.findOneAndDelete({});
    expect(
      await connected.db.listCollections({ name: collection.collectionName }).toArray(),
    ).toEqual([]);
  });

  it('follow a hint, and refuse one that means no index (2)', async () => {
    const collection = connected.collection<{ _id: number }>();
    await collection.insertMany([{ _id: 1 }, { _id: 2 }]);
    expect(await collection.deleteOne({ _id: 1 }, { hint: '_id_' })).toMatchObject({
      deletedCount: 1,
    });
    expect(await collection.deleteOne({ _id: 2 }, { hint: { _id: 1 } })).toMatchObject({
      deletedCount: 1,
    });
    expect(await codeOf(collection.deleteOne({}, { hint: 'no index' }))).toBe(2);
  });

  it('refuse limits other than 0 and 1 (9), and none (40414)', async () => {
    const name = connected.collection().collectionName;
    expect(await codeOf(connected.command({ delete: name, deletes: [{ q: {}, limit: 2 }] }))).toBe(
      9,
    );
    expect(await codeOf(connected.command({ delete: name, deletes: [{ q: {} }] }))).toBe(40414);
  });
});
