import { type Collection, type Document } from 'mongodb';
import { codeOf, useClient } from './support';

const connected = useClient();

interface Row extends Document {
  _id: number;
}

describe('an update by pipeline', () => {
  let rows: Collection<Row>;

  beforeEach(async () => {
    rows = connected.collection<Row>();
    await rows.insertMany([
      { _id: 1, x: 1, y: 1, t: { u: { v: 1 } } },
      { _id: 2, x: 2, y: 1 },
    ]);
  });

  it('computes fields from fields', async () => {
    await rows.updateOne({ _id: 1 }, [{ $set: { sum: { $add: ['$x', '$y'] } } }, { $unset: 'y' }]);
    expect(await rows.findOne({ _id: 1 })).toEqual({ _id: 1, x: 1, t: { u: { v: 1 } }, sum: 2 });
  });

  it('changes all that match, and counts only what changes', async () => {
    const result = await rows.updateMany({}, [{ $set: { x: 1 } }]);
    expect(result).toMatchObject({ matchedCount: 2, modifiedCount: 1 });
  });

  it('may replace the document, which keeps its _id', async () => {
    await rows.updateOne({ _id: 1 }, [{ $replaceWith: '$t' }, { $addFields: { foo: 1 } }]);
    expect(await rows.findOne({ _id: 1 })).toEqual({ _id: 1, u: { v: 1 }, foo: 1 });
  });

  it('works for findAndModify, in a bulk, and as an upsert', async () => {
    const after = { returnDocument: 'after' } as const;
    expect(await rows.findOneAndUpdate({ _id: 1 }, [{ $project: { x: 1 } }], after)).toEqual({
      _id: 1,
      x: 1,
    });
    await rows.bulkWrite([{ updateOne: { filter: { _id: 2 }, update: [{ $set: { z: '$x' } }] } }]);
    expect(await rows.findOne({ _id: 2 })).toMatchObject({ z: 2 });
    await rows.updateOne({ _id: 3, a: 1 }, [{ $set: { b: '$a' } }], { upsert: true });
    expect(await rows.findOne({ _id: 3 })).toEqual({ _id: 3, a: 1, b: 1 });
  });

  it('takes variables', async () => {
    await rows.updateOne({ $expr: { $eq: ['$_id', '$$id'] } }, [{ $set: { x: '$$x' } }], {
      let: { id: 1, x: 'foo' },
    });
    expect(await rows.findOne({ _id: 1 })).toMatchObject({ x: 'foo' });
    const update = { q: { _id: 2 }, u: [{ $set: { x: '$$c' } }], c: { c: 9 } };
    await connected.command({ update: rows.collectionName, updates: [update] });
    expect(await rows.findOne({ _id: 2 })).toMatchObject({ x: 9 });
  });

  it('is refused another _id (66), stages of many documents (72), stages that do not exist (40324)', async () => {
    expect(await codeOf(rows.updateOne({ _id: 1 }, [{ $set: { _id: 2 } }]))).toBe(66);
    expect(await codeOf(rows.updateOne({ _id: 1 }, [{ $match: { x: 1 } }]))).toBe(72);
    expect(await codeOf(rows.updateOne({ _id: 1 }, [{ $nothing: 1 }]))).toBe(40324);
  });

  it('is refused array filters (9), and constants are for it alone (51198)', async () => {
    const code = async (update: Document): Promise<unknown> => {
      const reply = await connected
        .command({ update: rows.collectionName, updates: [{ q: {}, ...update }] })
        .catch((error: unknown) => ({ writeErrors: [error] }));
      return (reply['writeErrors'] as Document[])[0]?.['code'];
    };
    expect(await code({ u: [{ $set: { a: 1 } }], arrayFilters: [{ e: 1 }] })).toBe(9);
    expect(await code({ u: { $set: { a: 1 } }, c: { c: 1 } })).toBe(51198);
  });

  it('may be filtered by variables where it is none', async () => {
    const filter = { $expr: { $eq: ['$_id', '$$id'] } };
    const variables = { let: { id: 1 } };
    await rows.updateOne(filter, { $set: { x: 5 } }, variables);
    expect(await rows.findOneAndUpdate(filter, { $inc: { x: 1 } }, variables)).toMatchObject({
      _id: 1,
      x: 5,
    });
    expect(await rows.deleteOne(filter, variables)).toMatchObject({ deletedCount: 1 });
    expect(await codeOf(rows.deleteOne({ $expr: { $eq: ['$_id', '$$nobody'] } }))).toBe(17276);
  });
});
