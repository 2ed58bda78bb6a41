import { Decimal128, Double, Int32, Long, ObjectId, type Document } from 'mongodb';
import { codeOf, useClient } from './support';

const connected = useClient({ promoteValues: false });

async function evaluated(expression: unknown, document: Document = {}): Promise<unknown> {
  const collection = connected.collection();
  await collection.insertOne({ ...document });
  const [result] = await collection.aggregate([{ $project: { _id: 0, v: expression } }]).toArray();
  return result?.['v'];
}

/** The code of a refusal, which this client does not turn into a number itself. */
const refusedWith = async (attempt: Promise<unknown>): Promise<number> =>
  Number(await codeOf(attempt));

const int = (value: number): Int32 => new Int32(value);
const long = (value: number | string): Long => Long.fromString(String(value));
const double = (value: number): Double => new Double(value);
const decimal = (text: string): Decimal128 => Decimal128.fromString(text);
const day = (text: string): Date => new Date(text);

describe('expressions', () => {
  it.each<[string, unknown, unknown]>([
    ['sums of int32', { $add: [int(1), int(2)] }, int(3)],
    ['sums beyond int32', { $add: [int(2147483647), int(1)] }, long(2147483648)],
    ['sums beyond 64 bits', { $add: [Long.MAX_VALUE, int(1)] }, double(2 ** 63)],
    ['sums of mixed types', { $add: [int(1), long(2), double(0.5)] }, double(3.5)],
    ['sums with decimals', { $add: [decimal('1.10'), decimal('2.20')] }, decimal('3.30')],
    ['sums with null', { $add: [int(1), null] }, null],
    ['sums of nothing', { $add: [] }, int(0)],
    [
      'dates and milliseconds',
      { $add: [day('2020-01-01'), int(1000)] },
      day('2020-01-01T00:00:01Z'),
    ],
    ['differences', { $subtract: [int(1), long(3)] }, long(-2)],
    ['differences of dates', { $subtract: [day('2020-01-02'), day('2020-01-01')] }, long(86400000)],
    ['products', { $multiply: [int(3), double(0.5)] }, double(1.5)],
    ['products beyond int32', { $multiply: [int(65536), int(65536)] }, long(4294967296)],
    ['quotients are doubles', { $divide: [int(6), int(4)] }, double(1.5)],
    ['quotients of decimals', { $divide: [decimal('1'), int(3)] }, decimal(`0.${'3'.repeat(34)}`)],
    ['remainders', { $mod: [int(-7), int(3)] }, int(-1)],
    ['remainders of doubles', { $mod: [double(7.5), int(2)] }, double(1.5)],
    ['equality across number types', { $eq: [int(1), double(1)] }, true],
    ['a missing field is not null', { $eq: ['$missing', null] }, false],
    ['a missing field is below null', { $lt: ['$missing', null] }, true],
    ['comparison across types', { $gt: ['a', int(5)] }, true],
    ['$cmp', { $cmp: [int(1), int(2)] }, int(-1)],
    ['$and of truths', { $and: [int(1), 'x', true] }, true],
    ['$and of nothing', { $and: [] }, true],
    ['$or', { $or: [int(0), null, '$missing'] }, false],
    ['$not', { $not: [int(0)] }, true],
    ['$cond as a list', { $cond: [true, 'a', 'b'] }, 'a'],
    ['$cond as a document', { $cond: { if: '$missing', then: 'a', else: 'b' } }, 'b'],
    ['$ifNull', { $ifNull: ['$missing', null, 'c'] }, 'c'],
    ['$concat', { $concat: ['a', 'b'] }, 'ab'],
    ['$concat with null', { $concat: ['a', null] }, null],
    ['$size', { $size: [['a', 'b']] }, int(2)],
    ['$arrayElemAt from the front', { $arrayElemAt: [['a', 'b'], int(1)] }, 'b'],
    ['$arrayElemAt from the end', { $arrayElemAt: [['a', 'b'], int(-2)] }, 'a'],
    ['$arrayElemAt beyond', { $arrayElemAt: [['a'], int(3)] }, undefined],
    ['$in', { $in: [double(1), [int(1)]] }, true],
    ['$isArray', { $isArray: [['a']] }, true],
    ['$type', { $type: '$missing' }, 'missing'],
    ['$type of a long', { $type: long(1) }, 'long'],
    ['$toString of an int32', { $toString: int(5) }, '5'],
    ['$toString of a long', { $toString: long('9007199254740993') }, '9007199254740993'],
    ['$toString of a double', { $toString: double(1.5) }, '1.5'],
    ['$toString of a boolean', { $toString: true }, 'true'],
    ['$toString of a date', { $toString: day('2020-01-01') }, '2020-01-01T00:00:00.000Z'],
    [
      '$toString of an ObjectId',
      { $toString: new ObjectId('0102030405060708090a0b0c') },
      '0102030405060708090a0b0c',
    ],
    ['$toString of null', { $toString: null }, null],
    ['$literal', { $literal: '$a' }, '$a'],
    ['$mergeObjects', { $mergeObjects: [{ a: 'x' }, null, { b: 'y' }] }, { a: 'x', b: 'y' }],
    ['$max of a list', { $max: [[int(1), int(3)]] }, int(3)],
    ['$sum of arguments', { $sum: [int(1), 'x', int(2)] }, int(3)],
    ['documents without missing fields', { a: 'x', b: '$missing' }, { a: 'x' }],
    ['arrays with null for missing fields', ['x', '$missing'], ['x', null]],
    ['$$REMOVE', { $cond: [true, '$$REMOVE', 'x'] }, undefined],
  ])('%s', async (_rule, expression, expected) => {
    expect(await evaluated(expression)).toEqual(expected);
  });

  it('reads paths through arrays of documents', async () => {
    const document = { a: [{ b: 'x' }, { c: 'y' }, 'z', { b: ['w'] }, [{ b: 'v' }]] };
    expect(await evaluated('$a.b', document)).toEqual(['x', ['w']]);
    expect(await evaluated('$$ROOT.a.c', document)).toEqual(['y']);
    expect(await evaluated('$a.0', document)).toEqual([]);
  });

  it.each<[string, unknown, number]>([
    ['an expression nobody knows, deep down', { $add: [1, { $foo: 1 }] }, 168],
    ['two operators in one document', { $add: [1], $multiply: [2] }, 16410],
    ['too many arguments', { $divide: [1, 2, 3] }, 16020],
    ['too few arguments', { $subtract: [1] }, 16020],
    ['a $ifNull of one', { $ifNull: ['$a'] }, 1257300],
    ['a $cond without else', { $cond: { if: 1, then: 2 } }, 17082],
    ['a $cond with more', { $cond: { if: 1, then: 2, else: 3, also: 4 } }, 17083],
    ['an undefined variable', '$$nobody', 17276],
    ['a lone $', '$', 16872],
    ['a path with an empty part', '$a..b', 15998],
    ['a path that ends in a dot', '$a.', 40353],
    ['a dotted name in a document', { a: { $add: [{ 'b.c': 1 }] } }, 16412],
    ['a division by zero', { $divide: [1, 0] }, 2],
    ['a division of a text', { $divide: ['a', 2] }, 14],
    ['a remainder by zero', { $mod: [1, 0] }, 16610],
    ['a sum with a text', { $add: [1, 'a'] }, 14],
    ['a sum of two dates', { $add: [new Date(0), new Date(0)] }, 16612],
    ['a difference of texts', { $subtract: ['a', 'b'] }, 14],
    ['a product with a text', { $multiply: [1, 'a'] }, 14],
    ['a $concat with a number', { $concat: ['a', 1] }, 16702],
    ['a $size of a number', { $size: 1 }, 17124],
    ['an $arrayElemAt of a text', { $arrayElemAt: ['a', 1] }, 28689],
    ['an $arrayElemAt a text', { $arrayElemAt: [['a'], 'x'] }, 28690],
    ['an $arrayElemAt a fraction', { $arrayElemAt: [['a'], 1.5] }, 28691],
    ['an $in of a text', { $in: [1, 'a'] }, 40081],
    ['a $toString of a document', { $toString: { $literal: { a: 1 } } }, 241],
  ])('refuses %s', async (_what, expression, code) => {
    expect(await refusedWith(evaluated(expression))).toBe(code);
  });

  it('compares fields of a document in a filter', async () => {
    const collection = connected.collection();
    await collection.insertMany([
      { _id: 'a', spent: 5, allowed: 4 } as Document,
      { _id: 'b', spent: 3, allowed: 4 } as Document,
    ]);
    const over = await collection.find({ $expr: { $gt: ['$spent', '$allowed'] } }).toArray();
    expect(over.map(({ _id }) => String(_id))).toEqual(['a']);
    const bounded = { $expr: { $lt: ['$spent', '$$most'] } };
    const below = await collection.find(bounded, { let: { most: 4 } }).toArray();
    expect(below.map(({ _id }) => String(_id))).toEqual(['b']);
    const nested = { a: { $elemMatch: { $expr: true } } } as Document;
    expect(await refusedWith(collection.find(nested).toArray())).toBe(2);
  });
});
