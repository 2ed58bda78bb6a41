import { type Document, ObjectId } from 'mongodb';
import { codeOf, useClient } from './support';

const connected = useClient();

/** Upserts into an empty collection and answers what is there then. */
async function upserted(filter: Document, update: Document): Promise<Document | null> {
  const collection = connected.collection();
  const result = await collection.updateOne(filter, update, { upsert: true });
  expect(result).toMatchObject({ matchedCount: 0, modifiedCount: 0, upsertedCount: 1 });
  const found = await collection.findOne();
  expect(found?._id).toEqual(result.upsertedId);
  return found;
}

describe('an upsert that finds nothing', () => {
  it.each<[rule: string, filter: Document, update: Document, made: Document]>([
    [
      'takes the fields the filter fixes',
      { a: 1, b: 'x' },
      { $set: { c: 2 } },
      { a: 1, b: 'x', c: 2 },
    ],
    ['takes $eq', { a: { $eq: 1 } }, { $set: { c: 2 } }, { a: 1, c: 2 }],
    [
      'takes $in of one, not of two',
      { a: { $in: [1] }, b: { $in: [1, 2] } },
      { $set: { c: 2 } },
      { a: 1, c: 2 },
    ],
    ['takes $all of one', { a: { $all: [1] } }, { $set: { c: 2 } }, { a: 1, c: 2 }],
    [
      'takes what stands in $and',
      { $and: [{ a: 1 }, { $and: [{ b: 2 }] }] },
      { $set: { c: 3 } },
      { a: 1, b: 2, c: 3 },
    ],
    [
      'takes $or of one, not of two',
      { $and: [{ $or: [{ a: 1 }] }, { $or: [{ b: 1 }, { b: 2 }] }] },
      { $set: { c: 3 } },
      { a: 1, c: 3 },
    ],
    [
      'makes documents of paths',
      { 'a.b': 1, 'a.c': 2 },
      { $set: { d: 3 } },
      { a: { b: 1, c: 2 }, d: 3 },
    ],
    [
      'leaves out ranges, patterns and negations',
      { a: { $gt: 1 }, b: /^x/, d: { $ne: 1 }, e: { $exists: true } },
      { $set: { c: 2 } },
      { c: 2 },
    ],
    ['takes null', { a: null }, { $set: { c: 2 } }, { a: null, c: 2 }],
    [
      'takes a whole document',
      { a: { x: 1, y: 2 } },
      { $set: { c: 2 } },
      { a: { x: 1, y: 2 }, c: 2 },
    ],
    ['applies the update to them', { a: 1 }, { $inc: { a: 5 } }, { a: 6 }],
    [
      'takes $setOnInsert',
      { a: 1 },
      { $set: { b: 2 }, $setOnInsert: { c: 3 } },
      { a: 1, b: 2, c: 3 },
    ],
    ['pushes', { a: 1 }, { $push: { b: 2 }, $addToSet: { c: 3 } }, { a: 1, b: [2], c: [3] }],
  ])('%s', async (_rule, filter, update, made) => {
    const { _id, ...rest } = (await upserted(filter, update)) ?? {};
    expect(rest).toEqual(made);
    expect(_id).toBeInstanceOf(ObjectId);
  });

  it('takes the _id of the filter, of the update, or makes one', async () => {
    expect(await upserted({ _id: 5 }, { $set: { a: 1 } })).toEqual({ _id: 5, a: 1 });
    expect(await upserted({ a: 1 }, { $set: { _id: 6 } })).toEqual({ _id: 6, a: 1 });
    expect(await upserted({ a: 1 }, { $setOnInsert: { _id: 7 } })).toEqual({ _id: 7, a: 1 });
    expect(await upserted({ _id: null }, { $set: { a: 1 } })).toEqual({ _id: null, a: 1 });
  });

  it('puts the _id first', async () => {
    expect(Object.keys((await upserted({ z: 1 }, { $set: { _id: 1, a: 1 } })) ?? {})).toEqual([
      '_id',
      'z',
      'a',
    ]);
  });

  it('by replacement takes nothing but the _id', async () => {
    const collection = connected.collection<Document & { _id: unknown }>();
    const first = await collection.replaceOne({ a: 1 }, { b: 2 }, { upsert: true });
    expect(first.upsertedId).toBeInstanceOf(ObjectId);
    const second = await collection.replaceOne(
      { _id: 9, a: 1 } as Document,
      { b: 3 },
      { upsert: true },
    );
    expect(second.upsertedId).toEqual(9);
    const found = await collection
      .find({}, { projection: { _id: 0 } })
      .sort({ b: 1 })
      .toArray();
    expect(found).toEqual([{ b: 2 }, { b: 3 }]);
  });

  it('by replacement minds no other field of the filter than the _id', async () => {
    const made = async (filter: Document): Promise<Document | null> => {
      const collection = connected.collection();
      await collection.replaceOne(filter, { b: 1 }, { upsert: true });
      return collection.findOne({}, { projection: { _id: 0 } });
    };
    expect(await made({ $and: [{ a: 1 }, { a: 2 }] })).toEqual({ b: 1 });
    expect(await made({ a: { x: 1 }, 'a.x': 1 })).toEqual({ b: 1 });
    const ids: Document[] = [
      { $and: [{ _id: 1 }, { _id: 2 }] },
      { _id: 1, '_id.x': 1 },
      { '_id.x': 1, '_id.y': 2 },
    ];
    for (const filter of ids) {
      const replaced = connected.collection().replaceOne(filter, { b: 1 }, { upsert: true });
      expect([54, 111]).toContain(await codeOf(replaced));
    }
  });

  it('makes an _id of its parts', async () => {
    const collection = connected.collection<{ _id: Document }>();
    const filter: Document = { '_id.x': 1, '_id.y': 2 };
    await collection.updateOne(filter, { $set: { b: 1 } as Document }, { upsert: true });
    expect(await collection.findOne()).toEqual({ _id: { x: 1, y: 2 }, b: 1 });
  });

  it('takes a pattern only where it is compared with as a value', async () => {
    expect(await upserted({ a: { $eq: /x/ }, c: /y/ }, { $set: { b: 1 } })).toMatchObject({
      a: /x/,
      b: 1,
    });
  });

  it('by updateMany makes one document', async () => {
    const collection = connected.collection();
    const result = await collection.updateMany({ a: 1 }, { $set: { b: 1 } }, { upsert: true });
    expect(result).toMatchObject({ matchedCount: 0, upsertedCount: 1 });
    expect(await collection.countDocuments()).toBe(1);
  });

  it.each<[what: string, code: number, filter: Document, update: Document]>([
    ['a path fixed twice', 54, { $and: [{ a: 1 }, { a: 2 }] }, { $set: { b: 1 } }],
    ['a path and one below it', 54, { a: 1, 'a.b': 1 }, { $set: { b: 1 } }],
    ['another _id', 66, { _id: 1 }, { $set: { _id: 2 } }],
    ['a position', 2, { a: 1 }, { $set: { 'a.$': 1 } }],
    ['an array that is not there', 2, { b: 1 }, { $set: { 'a.$[]': 1 } }],
    ['an _id that is an array', 53, { a: 1 }, { $set: { _id: [1] } }],
    ['a path through what the filter fixed', 28, { a: 1 }, { $set: { 'a.b': 1 } }],
  ])('is refused for %s (%i)', async (_what, code, filter, update) => {
    const collection = connected.collection();
    expect(await codeOf(collection.updateOne(filter, update, { upsert: true }))).toBe(code);
    expect(await collection.countDocuments()).toBe(0);
  });

  it('by replacement is refused for another _id (66)', async () => {
    const collection = connected.collection<{ _id: number }>();
    const replaced = collection.replaceOne({ _id: 1 }, { _id: 2 }, { upsert: true });
    expect(await codeOf(replaced)).toBe(66);
  });
});

describe('an upsert that finds a document', () => {
  it('updates it and leaves $setOnInsert out', async () => {
    const collection = connected.collection<{ _id: number; a: number; b?: number }>();
    await collection.insertOne({ _id: 1, a: 1 });
    const update = { $inc: { a: 1 }, $setOnInsert: { b: 1 } };
    const result = await collection.updateOne({ _id: 1 }, update, { upsert: true });
    expect(result).toMatchObject({
      matchedCount: 1,
      modifiedCount: 1,
      upsertedCount: 0,
      upsertedId: null,
    });
    expect(await collection.findOne()).toEqual({ _id: 1, a: 2 });
  });

  it('is a duplicate key when a guard keeps it from finding it', async () => {
    const collection = connected.collection<{ _id: number; at: number }>();
    const guarded = (at: number) =>
      collection.updateOne({ _id: 1, at: { $lt: at } }, { $set: { at } }, { upsert: true });
    await guarded(5);
    expect(await codeOf(guarded(5))).toBe(11000);
    await guarded(6);
    expect(await collection.findOne()).toEqual({ _id: 1, at: 6 });
  });
});
