import {
  type Document,
  Binary,
  BSONRegExp,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
  UUID,
} from 'mongodb';
import { upTo, useClient } from './support';

const connected = useClient();

describe('documents as they come back', () => {
  it('keep every type and the order of their fields', async () => {
    const exact = connected.collection({ promoteValues: false, bsonRegExp: true });
    const document: Document = {
      _id: new ObjectId(),
      z: new Double(1),
      int: new Int32(7),
      long: Long.fromString('9223372036854775807'),
      decimal: Decimal128.fromString('1.000'),
      date: new Date('2024-02-29T00:00:00.001Z'),
      binary: new Binary(Buffer.from([0, 255])),
      uuid: new UUID().toBinary(),
      timestamp: new Timestamp({ t: 2, i: 3 }),
      regex: new BSONRegExp('^a', 'i'),
      code: new Code('f()'),
      least: new MinKey(),
      most: new MaxKey(),
      nothing: null,
      yes: true,
      nested: { b: 1, a: [{ d: 'x', c: ['é', ''] }] },
    };
    await exact.insertOne(document);
    const found = await exact.findOne({ _id: document['_id'] });
    expect(Object.keys(found ?? {})).toEqual(Object.keys(document));
    expect(found).toEqual({ ...document, nested: { b: new Int32(1), a: document['nested'].a } });
    expect(found?.['z']).toBeInstanceOf(Double);
  });

  it('keep types through an update of another field', async () => {
    const exact = connected.collection({ promoteValues: false });
    await exact.insertOne({ a: new Double(1), b: Long.fromNumber(1), c: new Int32(1) });
    await exact.updateOne({}, { $set: { d: 'x' }, $inc: { c: new Int32(1) } });
    expect(await exact.findOne({}, { projection: { _id: 0 } })).toEqual({
      a: new Double(1),
      b: Long.fromNumber(1),
      c: new Int32(2),
      d: 'x',
    });
  });

  it('take one _id for numbers of any type', async () => {
    const ids = connected.collection<{ _id: unknown }>();
    await ids.insertOne({ _id: new Double(1) });
    await expect(ids.insertOne({ _id: Long.ONE })).rejects.toMatchObject({ code: 11000 });
    expect(await ids.findOne({ _id: Decimal128.fromString('1.0') })).toEqual({ _id: 1 });
  });

  it('come in pages over more than 16 MB and more than 101 documents', async () => {
    const large = connected.collection<{ _id: number; text: string }>();
    const text = 'x'.repeat(100_000);
    await large.insertMany(upTo(300).map((_id) => ({ _id, text })));
    const cursor = large.find().sort({ _id: -1 });
    const ids: number[] = [];
    for await (const { _id } of cursor) ids.push(_id);
    expect(ids).toEqual(upTo(300).map((index) => 299 - index));
    expect(await large.find({}, { batchSize: 7, limit: 20, skip: 5 }).toArray()).toHaveLength(20);
  }, 20_000);

  it('are cut down by a projection', async () => {
    const cut = connected.collection();
    await cut.insertOne({ _id: 1, a: { b: 1, c: 2 }, d: [{ e: 1, f: 2 }, 3], g: 4 } as Document);
    const one = (projection: Document) => cut.findOne({}, { projection });
    expect(await one({ 'a.b': 1, 'd.e': 1 })).toEqual({ _id: 1, a: { b: 1 }, d: [{ e: 1 }] });
    expect(await one({ a: 0, 'd.e': 0, _id: 0 })).toEqual({ d: [{ f: 2 }, 3], g: 4 });
    await expect(one({ a: 1, g: 0 })).rejects.toMatchObject({ code: 31254 });
  });

  it('are grouped and counted by a pipeline', async () => {
    const scores = connected.collection();
    await scores.insertMany([
      { zone: 'a', score: 1, at: Long.fromString('9007199254740993') },
      { zone: 'b', score: 2.5, at: Long.fromString('9007199254740992') },
      { zone: 'a', score: 3, at: Long.fromString('1') },
    ]);
    const grouped = await scores
      .aggregate(
        [
          { $match: { score: { $gt: 0 } } },
          {
            $group: {
              _id: '$zone',
              sum: { $sum: '$score' },
              n: { $sum: 1 },
              last: { $max: '$at' },
            },
          },
          { $sort: { _id: 1 } },
        ],
        { promoteLongs: false },
      )
      .toArray();
    expect(grouped).toEqual([
      { _id: 'a', sum: 4, n: 2, last: Long.fromString('9007199254740993') },
      { _id: 'b', sum: 2.5, n: 1, last: Long.fromString('9007199254740992') },
    ]);
    expect(
      await scores.aggregate([{ $sort: { score: -1 } }, { $limit: 2 }, { $count: 'n' }]).toArray(),
    ).toEqual([{ n: 2 }]);
    expect(
      await scores
        .aggregate([{ $match: { zone: 'b' } }, { $project: { _id: 0, area: '$zone' } }])
        .toArray(),
    ).toEqual([{ area: 'b' }]);
    expect(await scores.countDocuments({ zone: 'a' })).toBe(2);
  });
});
