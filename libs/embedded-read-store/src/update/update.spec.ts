import { type Document, Double, Int32, Long } from 'bson';
import { ServerError } from '../errors';
import { bsonDocument, plain, promoted } from '../testing/values';
import { seedOf } from './seed';
import { compileUpdate } from './update';

const updated = (document: Document, update: Document, inserting = false): Document =>
  promoted(compileUpdate(bsonDocument(update)).apply(bsonDocument(document), inserting));

const codeOf = (document: Document, update: Document): number | undefined => {
  try {
    updated(document, update);
    return undefined;
  } catch (error) {
    return error instanceof ServerError ? error.code : undefined;
  }
};

describe('update operators', () => {
  it.each<[string, Document, Document, Document]>([
    [
      '$set makes the documents on the way',
      { a: 1 },
      { $set: { 'b.c': 2 } },
      { a: 1, b: { c: 2 } },
    ],
    [
      '$set steps into arrays by position and pads',
      { a: [1] },
      { $set: { 'a.2': 3 } },
      { a: [1, null, 3] },
    ],
    ['$unset removes a field', { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
    ['$unset leaves null in an array', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    ['$inc starts from nothing', {}, { $inc: { a: 2 } }, { a: 2 }],
    ['$min keeps the lower', { a: 3 }, { $min: { a: 2 } }, { a: 2 }],
    ['$max keeps the higher', { a: 3 }, { $max: { a: 2 } }, { a: 3 }],
    ['$push appends', { a: [1] }, { $push: { a: [2] } }, { a: [1, [2]] }],
    [
      '$push with $each, $sort and $slice',
      { a: [3, 1] },
      { $push: { a: { $each: [2], $sort: 1, $slice: -2 } } },
      { a: [2, 3] },
    ],
    [
      '$push sorts documents by two keys',
      { a: [{ x: 1, y: 2 }] },
      { $push: { a: { $each: [{ x: 1, y: 1 }], $sort: { x: 1, y: 1 } } } },
      {
        a: [
          { x: 1, y: 1 },
          { x: 1, y: 2 },
        ],
      },
    ],
    [
      '$addToSet adds what is new',
      { a: [1] },
      { $addToSet: { a: { $each: [1, 2, 2] } } },
      { a: [1, 2] },
    ],
    ['$pull removes by value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    ['$pull removes by condition', { a: [1, 5, 9] }, { $pull: { a: { $gt: 4 } } }, { a: [1] }],
    [
      '$pull removes documents that match',
      { a: [{ x: 1, y: 1 }, { x: 2 }] },
      { $pull: { a: { x: 1 } } },
      { a: [{ x: 2 }] },
    ],
    ['$setOnInsert waits for an insert', { a: 1 }, { $setOnInsert: { b: 1 } }, { a: 1 }],
    ['a replacement keeps the _id', { _id: 1, a: 1 }, { b: 2 }, { _id: 1, b: 2 }],
  ])('%s', (_rule, document, update, expected) => {
    expect(updated(document, update)).toEqual(expected);
  });

  it('widens whole numbers instead of losing them', () => {
    const after = (from: unknown, by: unknown): unknown =>
      plain(
        compileUpdate(bsonDocument({ $inc: { a: by } })).apply(bsonDocument({ a: from }), false),
      ).a;
    expect(after(new Int32(0x7fffffff), new Int32(1))).toEqual(Long.fromNumber(0x80000000));
    expect(after(Long.fromString('9007199254740992'), new Int32(1))).toEqual(
      Long.fromString('9007199254740993'),
    );
    expect(after(new Int32(1), new Double(1))).toEqual(new Double(2));
  });

  it('appends new fields in the order of their names', () => {
    expect(Object.keys(updated({ z: 1 }, { $set: { c: 1, b: 1 }, $inc: { a: 1 } }))).toEqual([
      'z',
      'a',
      'b',
      'c',
    ]);
  });

  it('applies $setOnInsert when it inserts', () => {
    expect(updated({ _id: 1 }, { $setOnInsert: { b: 1 } }, true)).toEqual({ _id: 1, b: 1 });
  });

  it('seeds an upsert with the equalities of its filter', () => {
    const filter = bsonDocument({ _id: 1, 'a.b': { $eq: 2 }, c: { $lt: 5 }, $and: [{ d: 4 }] });
    expect(promoted(seedOf(filter, false))).toEqual({ _id: 1, a: { b: 2 }, d: 4 });
    expect(promoted(seedOf(filter, true))).toEqual({ _id: 1 });
  });

  it.each<[Document, Document, number]>([
    [{ a: 'text' }, { $inc: { a: 1 } }, 14],
    [{ a: 1 }, { $inc: { a: 'text' } }, 14],
    [{ a: Long.MAX_VALUE }, { $inc: { a: 1 } }, 2],
    [{ a: 1 }, { $push: { a: 1 } }, 2],
    [{ a: 1 }, { $set: { 'a.b': 1 } }, 28],
    [{ a: 1 }, { $set: { a: 1, 'a.b': 1 } }, 40],
    [{ _id: 1 }, { $set: { _id: 2 } }, 66],
    [{ _id: 1 }, { _id: 2 }, 66],
    [{}, { $nothing: { a: 1 } }, 9],
    [{}, { $set: { 'a.$': 1 } }, 2],
    [{}, { $set: { 'a..b': 1 } }, 56],
  ])('refuses %j %j with code %i', (document, update, code) => {
    expect(codeOf(document, update)).toBe(code);
  });
});
