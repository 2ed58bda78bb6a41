import {
  Binary,
  Decimal128,
  type Document,
  Double,
  type IndexSpecification,
  Long,
  MaxKey,
  MinKey,
  Timestamp,
} from 'mongodb';
import { codeOf, describeEmbedded, useClient } from './support';

const connected = useClient();

/** The `_id` of those documents that a filter finds, with an index on `a` and without. */
async function found(documents: Document[], filter: Document): Promise<unknown[]> {
  const answers = [];
  const indexes: (IndexSpecification | undefined)[] = [
    undefined,
    { a: 1 },
    { a: -1 },
    { 'a.b': 1 },
  ];
  for (const index of indexes) {
    const collection = connected.collection();
    if (index !== undefined) await collection.createIndex(index);
    await collection.insertMany(documents.map((document) => ({ ...document })));
    const ids = await collection.find(filter).sort({ _id: 1 }).toArray();
    answers.push(ids.map(({ _id }) => _id as unknown));
  }
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  return answers[0] ?? [];
}

const shapes: Document[] = [
  { _id: 'emptyArray', a: [] },
  { _id: 'emptyDocument', a: {} },
  { _id: 'list', a: [1, 'text', 4] },
  { _id: 'listWithNull', a: [1, null, 4] },
  { _id: 'listsInList', a: [[]] },
  { _id: 'missing' },
  { _id: 'null', a: null },
  { _id: 'number', a: 4 },
  { _id: 'objects', a: [{ b: 1 }, { b: 3 }] },
  { _id: 'objectsMissing', a: [{ b: 3 }, {}] },
  { _id: 'objectsNull', a: [{ b: null }, { b: 3 }] },
  { _id: 'withB', a: { b: 'hi' } },
  { _id: 'withNullB', a: { b: null } },
];

describe('null, missing fields and arrays', () => {
  it.each<[Document, string[]]>([
    [{ a: null }, ['listWithNull', 'missing', 'null']],
    [{ a: { $in: [null, 4] } }, ['list', 'listWithNull', 'missing', 'null', 'number']],
    [{ a: { $gte: null } }, ['listWithNull', 'missing', 'null']],
    [{ a: { $exists: false } }, ['missing']],
    [
      { 'a.b': null },
      ['emptyDocument', 'missing', 'null', 'number', 'objectsMissing', 'objectsNull', 'withNullB'],
    ],
    [
      { 'a.b': { $ne: null } },
      ['emptyArray', 'list', 'listWithNull', 'listsInList', 'objects', 'withB'],
    ],
    [
      { 'a.b': { $exists: false } },
      [
        'emptyArray',
        'emptyDocument',
        'list',
        'listWithNull',
        'listsInList',
        'missing',
        'null',
        'number',
      ],
    ],
    [{ 'a.b': 3 }, ['objects', 'objectsMissing', 'objectsNull']],
    [{ 'a.1.b': 3 }, ['objects', 'objectsNull']],
    [{ 'a.0': 1 }, ['list', 'listWithNull']],
    [{ a: { $elemMatch: { $eq: null } } }, ['listWithNull']],
    [{ a: { $elemMatch: { b: null } } }, ['listsInList', 'objectsMissing', 'objectsNull']],
    [{ a: { $elemMatch: { b: { $ne: null } } } }, ['objects', 'objectsMissing', 'objectsNull']],
    [{ a: { $elemMatch: { $gt: 3, $lt: 5 } } }, ['list', 'listWithNull']],
    [{ a: { $size: 2 } }, ['objects', 'objectsMissing', 'objectsNull']],
    [{ a: [] }, ['emptyArray', 'listsInList']],
    [{ a: {} }, ['emptyDocument', 'objectsMissing']],
    [{ a: { b: 3 } }, ['objects', 'objectsMissing', 'objectsNull']],
    [{ a: { $all: [1, 4] } }, ['list', 'listWithNull']],
    [{ a: { $all: [{ $elemMatch: { b: 1 } }, { $elemMatch: { b: 3 } }] } }, ['objects']],
    [{ a: { $all: [[]] } }, ['emptyArray', 'listsInList']],
    [{ a: { $not: { $gt: 3 } } }, expect.not.arrayContaining(['number', 'list']) as string[]],
    [
      { a: { $type: 'array' } },
      [
        'emptyArray',
        'list',
        'listWithNull',
        'listsInList',
        'objects',
        'objectsMissing',
        'objectsNull',
      ],
    ],
    [{ a: { $type: ['null', 'string'] } }, ['list', 'listWithNull', 'null']],
    [{ a: { $type: 'number' } }, ['list', 'listWithNull', 'number']],
    [{ a: { $mod: [4, 0] } }, ['list', 'listWithNull', 'number']],
    [{ a: { $gt: new MinKey() } }, shapes.map(({ _id }) => _id as string)],
    [{ a: { $lt: 'u' } }, ['list']],
  ])('%j', async (filter, expected) => {
    expect(await found(shapes, filter)).toEqual(expected);
  });

  it('does not look into a list within a list for one element', async () => {
    const documents = [
      { _id: 1, a: [[2]] },
      { _id: 2, a: [2] },
    ];
    expect(await found(documents, { a: { $elemMatch: { $eq: 2 } } })).toEqual([2]);
    expect(await found(documents, { a: { $elemMatch: { $elemMatch: { $eq: 2 } } } })).toEqual([1]);
    expect(await found(documents, { a: [2] })).toEqual([1, 2]);
  });
});

describe('values of every type', () => {
  const long = (text: string): Long => Long.fromString(text);

  it('compares longs beyond 2^53 exactly, with every other type of number', async () => {
    const documents = [
      { _id: 'long', a: long('9007199254740993') },
      { _id: 'double', a: new Double(9007199254740992) },
      { _id: 'decimal', a: Decimal128.fromString('9007199254740993') },
    ];
    expect(await found(documents, { a: long('9007199254740993') })).toEqual(['decimal', 'long']);
    expect(await found(documents, { a: { $lt: long('9007199254740993') } })).toEqual(['double']);
    expect(await found(documents, { a: new Double(9007199254740992) })).toEqual(['double']);
  });

  it('compares Decimal128 by value', async () => {
    const documents = ['9', '10', '1.0E+1', '0.1'].map((text) => ({
      _id: text,
      a: Decimal128.fromString(text),
    }));
    expect(await found(documents, { a: { $gt: 9 } })).toEqual(['1.0E+1', '10']);
    expect(await found(documents, { a: 10 })).toEqual(['1.0E+1', '10']);
    expect(await found(documents, { a: { $lt: new Double(0.1) } })).toEqual(['0.1']);
    expect(await found(documents, { a: { $gt: new Double(0.1), $lt: 1 } })).toEqual([]);
  });

  it('takes NaN for equal to itself and for in no range', async () => {
    const documents = [
      { _id: 'nan', a: new Double(NaN) },
      { _id: 'decimal', a: Decimal128.fromString('NaN') },
      { _id: 'zero', a: new Double(-0) },
      { _id: 'infinite', a: new Double(-Infinity) },
    ];
    expect(await found(documents, { a: NaN })).toEqual(['decimal', 'nan']);
    expect(await found(documents, { a: { $lte: NaN } })).toEqual(['decimal', 'nan']);
    expect(await found(documents, { a: { $lt: 5 } })).toEqual(['infinite', 'zero']);
    expect(await found(documents, { a: 0 })).toEqual(['zero']);
  });

  it('keeps types apart: a range finds its own only', async () => {
    const documents = [
      { _id: 'binary', a: new Binary(Buffer.from([1, 2])) },
      { _id: 'binaryLong', a: new Binary(Buffer.from([0, 0, 0])) },
      { _id: 'binaryUser', a: new Binary(Buffer.from([1, 2]), 128) },
      { _id: 'boolean', a: true },
      { _id: 'date', a: new Date(5) },
      { _id: 'max', a: new MaxKey() },
      { _id: 'text', a: '5' },
      { _id: 'time', a: new Timestamp({ t: 5, i: 1 }) },
    ];
    expect(await found(documents, { a: { $gt: new Date(0) } })).toEqual(['date']);
    expect(await found(documents, { a: { $lt: new Timestamp({ t: 6, i: 0 }) } })).toEqual(['time']);
    expect(await found(documents, { a: { $gte: '' } })).toEqual(['text']);
    expect(await found(documents, { a: { $gt: false } })).toEqual(['boolean']);
    const two = new Binary(Buffer.from([1, 2]));
    expect(await found(documents, { a: two })).toEqual(['binary']);
    expect(await found(documents, { a: { $gt: two } })).toEqual(['binaryLong', 'binaryUser']);
    expect(await found(documents, { a: new MaxKey() })).toEqual(['max']);
  });

  it('compares documents field by field in their order', async () => {
    const documents = [
      { _id: 1, a: { x: 1, y: 2 } },
      { _id: 2, a: { y: 2, x: 1 } },
      { _id: 3, a: { x: 1 } },
    ];
    expect(await found(documents, { a: { x: 1, y: 2 } })).toEqual([1]);
    expect(await found(documents, { a: { $gt: { x: 1 } } })).toEqual([1, 2]);
  });
});

describe('regular expressions', () => {
  const names = ['Kab. Aceh', 'kab. aceh', 'Kota Aceh\n', 'Aceh', 'a.b', 'ab\nKota'].map((a) => ({
    _id: a,
    a,
  }));

  it.each<[unknown, string[]]>([
    [/^Kab/, ['Kab. Aceh']],
    [/aceh/, ['kab. aceh']],
    [/ACEH$/i, ['Aceh', 'Kab. Aceh', 'Kota Aceh\n', 'kab. aceh']],
    [/^kota/im, ['Kota Aceh\n', 'ab\nKota']],
    [{ $regex: '^a.b$' }, ['a.b']],
    [{ $regex: 'B.K', $options: 'is' }, ['ab\nKota']],
    [{ $regex: ' k o t a  # town', $options: 'xi' }, ['Kota Aceh\n', 'ab\nKota']],
    [{ $in: [/^A/, 'a.b'] }, ['Aceh', 'a.b']],
    [{ $not: /[aA]ceh/ }, ['a.b', 'ab\nKota']],
    [{ $regex: '(Kab|Kota)\\.? \\w{4,}' }, ['Kab. Aceh', 'Kota Aceh\n']],
  ])('%p', async (a, expected) => {
    expect(await found(names, { a })).toEqual(expected);
  });

  it('answers a pattern that would make others try for ever', async () => {
    const documents = [{ _id: 1, a: `${'a'.repeat(3_000)}!` }];
    const started = performance.now();
    expect(await found(documents, { a: { $regex: '(a+)+$' } })).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('what no filter may say', () => {
  const everywhere = (condition: Document): [string, Document][] => [
    ['at a field', { a: condition }],
    ['in $and', { $and: [{ x: 1 }, { a: condition }] }],
    ['in $nor in $or', { $or: [{ x: 1 }, { $nor: [{ a: condition }] }] }],
    ['in $not', { a: { $not: condition } }],
    ['in $elemMatch of documents', { a: { $elemMatch: { b: condition } } }],
    ['in $elemMatch of values', { a: { $elemMatch: condition } }],
    ['in $all', { a: { $all: [{ $elemMatch: condition }] } }],
    ['behind an exact _id', { _id: 'nobody', a: condition }],
  ];

  it.each(everywhere({ $foo: 1 }))('an operator nobody knows, %s', async (_where, filter) => {
    const collection = connected.collection();
    const collectionOfNone = connected.collection();
    await collection.insertOne({ a: 1 });
    for (const each of [collection, collectionOfNone]) {
      expect(await codeOf(each.find(filter).toArray())).toBe(2);
      expect(await codeOf(each.countDocuments(filter))).toBe(2);
      expect(await codeOf(each.distinct('a', filter))).toBe(2);
      expect(
        await codeOf(each.aggregate([{ $sort: { a: 1 } }, { $match: filter }]).toArray()),
      ).toBe(2);
    }
  });

  it.each<[string, Document, number]>([
    ['a top level operator nobody knows', { $foo: 1 }, 2],
    ['an operator after a field', { a: { $gt: 1, b: 2 } }, 2],
    ['$and of no list', { $and: { a: 1 } }, 2],
    ['$or of nothing', { $or: [] }, 2],
    ['$nor of values', { $nor: [1] }, 2],
    ['$in of no list', { a: { $in: 1 } }, 2],
    ['$in of operators', { a: { $in: [{ $gt: 1 }] } }, 2],
    ['$all of no list', { a: { $all: 1 } }, 2],
    ['$all of operators', { a: { $all: [{ $gt: 1 }] } }, 2],
    ['$elemMatch of no document', { a: { $elemMatch: 1 } }, 2],
    ['$not of a value', { a: { $not: 1 } }, 2],
    ['an empty $not', { a: { $not: {} } }, 2],
    ['$ne of a pattern', { a: { $ne: /x/ } }, 2],
    ['$gt of a pattern', { a: { $gt: /x/ } }, 2],
    ['a negative $size', { a: { $size: -1 } }, 2],
    ['a $size that is a text', { a: { $size: 'x' } }, 2],
    ['a $size that is a fraction', { a: { $size: 1.5 } }, 2],
    ['$type of a name nobody knows', { a: { $type: 'foo' } }, 2],
    ['$type of a number nobody knows', { a: { $type: 99 } }, 2],
    ['$mod of one number', { a: { $mod: [1] } }, 2],
    ['$mod of three', { a: { $mod: [1, 2, 3] } }, 2],
    ['$mod by zero', { a: { $mod: [0, 1] } }, 2],
    ['$regex of a number', { a: { $regex: 1 } }, 2],
    ['$options alone', { a: { $options: 'i' } }, 2],
    ['an open group', { a: { $regex: '(' } }, 51091],
    ['an unknown option', { a: { $regex: 'a', $options: 'q' } }, 51108],
    ['an expression nobody knows', { $expr: { $foo: 1 } }, 168],
  ])('%s', async (_what, filter, code) => {
    const collection = connected.collection();
    expect(await codeOf(collection.find(filter).toArray())).toBe(code);
  });
});

describeEmbedded('what filters of the embedded node leave out', () => {
  it.each<[string, Document]>([
    ['bits', { a: { $bitsAllSet: 1 } }],
    ['places', { a: { $near: [1, 2] } }],
    ['schemas', { $jsonSchema: {} }],
    ['back-references', { a: /(a)\1/ }],
    ['look-around', { a: /(?<=a)b/ }],
  ])('%s', async (_what, filter) => {
    expect(await codeOf(connected.collection().find(filter).toArray())).toBe(238);
  });

  it('code', async () => {
    expect(await codeOf(connected.collection().find({ $where: 'true' }).toArray())).toBe(2);
  });
});
