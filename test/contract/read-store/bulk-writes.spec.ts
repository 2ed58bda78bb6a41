import { type Collection, type Document, MongoBulkWriteError } from 'mongodb';
import { codeOf, refusal, useClient } from './support';

const connected = useClient();

interface Row extends Document {
  _id: number;
  a?: number;
}

describe('a bulk write of one collection', () => {
  let rows: Collection<Row>;

  beforeEach(async () => {
    rows = connected.collection<Row>();
    await rows.insertMany([1, 2, 3].map((_id) => ({ _id, a: _id * 11 })));
  });

  it('does operations of all kinds and counts them', async () => {
    const result = await rows.bulkWrite([
      { insertOne: { document: { _id: 4, a: 44 } } },
      { updateOne: { filter: { _id: 1 }, update: { $inc: { a: 1 } } } },
      { updateMany: { filter: { _id: { $lt: 3 } }, update: { $set: { b: 1 } } } },
      { replaceOne: { filter: { _id: 3 }, replacement: { a: 0 } } },
      { updateOne: { filter: { _id: 5 }, update: { $set: { a: 5 } }, upsert: true } },
      { replaceOne: { filter: { _id: 6 }, replacement: { a: 6 }, upsert: true } },
      { deleteOne: { filter: { _id: 4 } } },
      { deleteMany: { filter: { _id: { $gt: 5 } } } },
    ]);
    expect(result).toMatchObject({
      insertedCount: 1,
      matchedCount: 4,
      modifiedCount: 4,
      upsertedCount: 2,
      deletedCount: 2,
      insertedIds: { 0: 4 },
      upsertedIds: { 4: 5, 5: 6 },
    });
    expect(await rows.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, a: 12, b: 1 },
      { _id: 2, a: 22, b: 1 },
      { _id: 3, a: 0 },
      { _id: 5, a: 5 },
    ]);
  });

  it('sees its own earlier operations', async () => {
    const result = await rows.bulkWrite([
      { updateOne: { filter: { _id: 9 }, update: { $inc: { a: 1 } }, upsert: true } },
      { updateOne: { filter: { _id: 9 }, update: { $inc: { a: 1 } }, upsert: true } },
      { deleteOne: { filter: { a: 2 } } },
    ]);
    expect(result).toMatchObject({ upsertedCount: 1, matchedCount: 1, deletedCount: 1 });
  });

  it('stops at an error when ordered, and tells what was done', async () => {
    const failed = await refusal(
      rows.bulkWrite([
        { updateOne: { filter: { _id: 1 }, update: { $set: { a: 0 } } } },
        { insertOne: { document: { _id: 1 } } },
        { deleteOne: { filter: { _id: 2 } } },
      ]),
    );
    expect(failed).toBeInstanceOf(MongoBulkWriteError);
    expect(failed).toMatchObject({
      code: 11000,
      matchedCount: 1,
      deletedCount: 0,
      writeErrors: [{ index: 1 }],
    });
    expect(await rows.countDocuments()).toBe(3);
  });

  it('goes on after errors when unordered, and tells them all', async () => {
    const failed = await refusal(
      rows.bulkWrite(
        [
          { insertOne: { document: { _id: 1 } } },
          { updateOne: { filter: { _id: 1 }, update: { $set: { _id: 2 } } } },
          { deleteOne: { filter: { _id: 2 } } },
          { updateOne: { filter: { _id: 3 }, update: { $set: { a: 0 } } } },
        ],
        { ordered: false },
      ),
    );
    expect(failed).toMatchObject({ matchedCount: 1, modifiedCount: 1, deletedCount: 1 });
    const errors = (failed as unknown as MongoBulkWriteError).writeErrors;
    expect(
      [errors]
        .flat()
        .map(({ index, code }) => [index, code])
        .sort(),
    ).toEqual([
      [0, 11000],
      [1, 66],
    ]);
  });

  it('takes array filters, hints and the sort of an updateOne', async () => {
    await rows.insertOne({ _id: 4, list: [1, 5] });
    await rows.bulkWrite([
      {
        updateOne: {
          filter: { _id: 4 },
          update: { $set: { 'list.$[e]': 0 } },
          arrayFilters: [{ e: 5 }],
          hint: '_id_',
        },
      },
    ]);
    expect(await rows.findOne({ _id: 4 })).toEqual({ _id: 4, list: [1, 0] });
    await rows.updateOne({ a: { $gt: 0 } }, { $set: { last: true } }, { sort: { a: -1 } });
    expect(await rows.findOne({ last: true })).toMatchObject({ _id: 3 });
    await rows.replaceOne({ a: { $gt: 0 } }, { a: 1 }, { sort: { a: -1 } });
    expect(await rows.findOne({ _id: 3 })).toEqual({ _id: 3, a: 1 });
  });

  it('refuses a sort of many (9), many replacements (9) and a hint of no index (2)', async () => {
    const name = rows.collectionName;
    const codes = async (update: Document): Promise<unknown> =>
      (
        (await connected.command({ update: name, updates: [update] }))['writeErrors'] as Document[]
      )[0]?.['code'];
    expect(await codes({ q: {}, u: { $set: { a: 1 } }, multi: true, sort: { a: 1 } })).toBe(9);
    expect(await codes({ q: {}, u: { a: 1 }, multi: true })).toBe(9);
    expect(await codes({ q: {}, u: { $set: { a: 1 } }, hint: 'no index' })).toBe(2);
  });

  it('refuses an operation with an unknown part (40415) or without a part (40414)', async () => {
    const name = rows.collectionName;
    const code = (update: Document) =>
      codeOf(connected.command({ update: name, updates: [update] }));
    expect(await code({ q: {}, u: { $set: { a: 1 } }, nothing: 1 })).toBe(40415);
    expect(await code({ u: { $set: { a: 1 } } })).toBe(40414);
    expect(await code({ q: {} })).toBe(40414);
    expect(await code({ q: 'x', u: { $set: { a: 1 } } })).toBe(14);
  });

  it('without acknowledgement is done all the same', async () => {
    await rows.bulkWrite([{ insertOne: { document: { _id: 4 } } }], { writeConcern: { w: 0 } });
    await rows.insertOne({ _id: 5 }, { writeConcern: { w: 0 } });
    await rows.updateOne({ _id: 1 }, { $set: { a: 0 } }, { writeConcern: { w: 0 } });
    await rows.deleteOne({ _id: 2 }, { writeConcern: { w: 0 } });
    while (
      (await rows.countDocuments({ _id: { $in: [4, 5] } })) < 2 ||
      (await rows.findOne({ _id: 2 })) !== null
    );
    expect(await rows.findOne({ _id: 1 })).toEqual({ _id: 1, a: 0 });
  });
});
