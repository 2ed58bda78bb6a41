import {
  Binary,
  Decimal128,
  type Document,
  Double,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  type Sort,
  Timestamp,
} from 'mongodb';
import { codeOf, describeEmbedded, useClient } from './support';

const connected = useClient();

async function sortedIds(documents: Document[], sort: Sort, limit = 0): Promise<unknown[]> {
  const collection = connected.collection();
  await collection.insertMany(documents);
  const given = await collection.find({}).sort(sort).limit(limit).toArray();
  return given.map(({ _id }) => _id as unknown);
}

describe('sort', () => {
  it('goes through the types in MongoDB’s order, numbers by their worth', async () => {
    const ascending: unknown[] = [
      new MinKey(),
      [],
      undefined,
      new Double(NaN),
      new Double(-Infinity),
      Decimal128.fromString('-1.5'),
      Long.fromString('9007199254740992'),
      Long.fromString('9007199254740993'),
      Decimal128.fromString('1E+400'),
      '',
      'a',
      'b',
      {},
      { a: 1 },
      { b: 0 },
      { a: 'x' },
      new Binary(Buffer.from([9])),
      new Binary(Buffer.from([1, 1])),
      new ObjectId('000000000000000000000001'),
      false,
      true,
      new Date(-1),
      new Date(1),
      new Timestamp({ t: 1, i: 1 }),
      /a/,
      new MaxKey(),
    ];
    const documents = ascending.map((v, index) =>
      v === undefined ? { _id: index } : { _id: index, v },
    );
    const order = documents.map(({ _id }) => _id);
    expect(await sortedIds([...documents].reverse(), { v: 1 })).toEqual(order);
    expect(await sortedIds(documents, { v: -1 })).toEqual([...order].reverse());
  });

  it('takes of a list its lowest element, backwards its highest', async () => {
    const documents = [
      { _id: 'a', v: [5, 1] },
      { _id: 'b', v: 2 },
      { _id: 'c', v: [3, 4] },
      { _id: 'd', v: [] },
      { _id: 'e' },
    ];
    expect(await sortedIds(documents, { v: 1 })).toEqual(['d', 'e', 'a', 'b', 'c']);
    expect(await sortedIds(documents, { v: -1 })).toEqual(['a', 'c', 'b', 'e', 'd']);
  });

  it('takes two fields below a list from the same element', async () => {
    const documents = [
      {
        _id: 'a',
        v: [
          { x: 1, y: 5 },
          { x: 2, y: 0 },
        ],
      },
      { _id: 'b', v: [{ x: 1, y: 3 }] },
    ];
    expect(await sortedIds(documents, { 'v.x': 1, 'v.y': 1 })).toEqual(['b', 'a']);
  });

  it('sorts by several fields, by paths and by places in a list', async () => {
    const documents = [
      { _id: 1, p: 'x', q: { r: 2 }, l: [9, 1] },
      { _id: 2, p: 'x', q: { r: 3 }, l: [8, 2] },
      { _id: 3, p: 'a', q: { r: 1 }, l: [7, 3] },
    ];
    expect(await sortedIds(documents, { p: -1, 'q.r': -1 })).toEqual([2, 1, 3]);
    expect(await sortedIds([...documents], { 'l.1': -1 })).toEqual([3, 2, 1]);
  });

  it('keeps the first of many', async () => {
    const documents = Array.from({ length: 5_000 }, (_, n) => ({ _id: n, v: (n * 7919) % 5_000 }));
    const expected = [...documents].sort((a, b) => b.v - a.v).map(({ _id }) => _id);
    expect(await sortedIds(documents, { v: -1 }, 20)).toEqual(expected.slice(0, 20));
    expect(await sortedIds([...documents], { v: -1 })).toEqual(expected);
  });

  it('refuses lists in two fields', async () => {
    expect(await codeOf(sortedIds([{ a: [1], b: [2] }], { a: 1, b: 1 }))).toBe(2);
  });

  it.each<[string, unknown, number]>([
    ['another number', { a: 2 }, 15975],
    ['a text', { a: 'up' }, 15974],
    ['a path that ends in a dot', { 'a.': 1 }, 40353],
  ])('refuses %s for a direction', async (_what, sort, code) => {
    const command = { find: 'nobody', filter: {}, sort } as Document;
    expect(await codeOf(connected.command(command))).toBe(code);
  });
});

describe('projection', () => {
  const document = {
    _id: 'i',
    a: { b: 1, c: 2 },
    l: [{ b: 1, c: 2 }, 3, [{ b: 4, c: 5 }]],
    s: 'text',
    n: [1, 2, 3, 4],
  };

  async function projected(projection: Document): Promise<Document | null> {
    const collection = connected.collection();
    await collection.insertOne({ ...document } as Document);
    return collection.findOne({}, { projection });
  }

  it.each<[Document, Document]>([
    [{}, document],
    [{ s: 1 }, { _id: 'i', s: 'text' }],
    [{ s: true, _id: false }, { s: 'text' }],
    [{ _id: 1 }, { _id: 'i' }],
    [
      { a: 0, l: 0, n: 0 },
      { _id: 'i', s: 'text' },
    ],
    [
      { a: 0, l: 0, n: 0, _id: 1 },
      { _id: 'i', s: 'text' },
    ],
    [{ _id: 0, a: 0, l: 0, n: 0 }, { s: 'text' }],
    [{ 'a.b': 1 }, { _id: 'i', a: { b: 1 } }],
    [{ a: { b: 1 } }, { _id: 'i', a: { b: 1 } }],
    [{ 'l.b': 1 }, { _id: 'i', l: [{ b: 1 }, [{ b: 4 }]] }],
    [
      { 'l.b': 0, a: 0, n: 0, s: 0 },
      { _id: 'i', l: [{ c: 2 }, 3, [{ c: 5 }]] },
    ],
    [{ 's.x': 1 }, { _id: 'i' }],
    [
      { n: { $slice: 2 }, _id: 1 },
      { _id: 'i', n: [1, 2] },
    ],
    [
      { n: { $slice: -1 }, l: 0, a: 0, s: 0 },
      { _id: 'i', n: [4] },
    ],
    [
      { n: { $slice: [1, 2] }, s: 1 },
      { _id: 'i', s: 'text', n: [2, 3] },
    ],
    [
      { n: { $slice: [-3, 2] }, l: 0, a: 0, s: 0 },
      { _id: 'i', n: [2, 3] },
    ],
    [
      { 'l.n': { $slice: 1 }, a: 0, n: 0, s: 0 },
      { _id: 'i', l: document.l },
    ],
    [{ n: { $elemMatch: { $gt: 1 } } }, { _id: 'i', n: [2] }],
    [
      { l: { $elemMatch: { c: 2 } }, s: 1 },
      { _id: 'i', s: 'text', l: [{ b: 1, c: 2 }] },
    ],
    [{ l: { $elemMatch: { c: 9 } } }, { _id: 'i' }],
    [{ x: '$s' }, { _id: 'i', x: 'text' }],
    [
      { x: { $add: ['$a.b', 1] }, s: 1 },
      { _id: 'i', s: 'text', x: 2 },
    ],
    [{ 'a.x': '$s' }, { _id: 'i', a: { x: 'text' } }],
    [{ _id: 0, x: 'plain' }, { x: 'plain' }],
  ])('%j', async (projection, expected) => {
    expect(await projected(projection)).toEqual(expected);
  });

  it.each<[Document, number]>([
    [{ a: 1, b: 0 }, 31254],
    [{ a: 0, b: 1 }, 31253],
    [{ a: 1, 'a.b': 1 }, 31249],
    [{ 'a.b': 1, a: 1 }, 31250],
    [{ a: {} }, 51270],
    [{ a: 0, b: '$c' }, 31310],
    [{ a: 0, b: { $add: [1] } }, 31252],
    [{ a: { $foo: 1 } }, 31325],
    [{ 'a.': 1 }, 40353],
    [{ 'a..b': 1 }, 15998],
    [{ $a: 1 }, 16410],
    [{ a: { $elemMatch: 1 } }, 31274],
    [{ 'a.b': { $elemMatch: { c: 1 } } }, 31275],
    [{ 'a.$': 0 }, 31395],
    [{ 'a.$': 'x' }, 31308],
    [{ 'a.$.b': 1 }, 31394],
  ])('refuses %j with code %i', async (projection, code) => {
    expect(await codeOf(projected(projection))).toBe(code);
  });
});

describe('the element a filter was met by', () => {
  const document = {
    _id: 'i',
    n: [1, 5, 9],
    l: [
      { x: 1, y: 'a' },
      { x: 2, y: 'b' },
      { x: 2, y: 'c' },
    ],
    d: { n: [3, 4] },
    s: 7,
  };

  async function projected(filter: Document, projection: Document): Promise<Document | null> {
    const collection = connected.collection();
    await collection.insertOne({ ...document } as Document);
    return collection.findOne(filter, { projection });
  }

  it.each<[Document, Document, Document]>([
    [{ n: 5 }, { 'n.$': 1 }, { _id: 'i', n: [5] }],
    [{ n: { $gt: 4 } }, { 'n.$': 1, s: 1 }, { _id: 'i', n: [5], s: 7 }],
    [{ n: { $in: [9, 1] } }, { 'n.$': 1 }, { _id: 'i', n: [1] }],
    [{ n: { $elemMatch: { $gt: 2, $lt: 6 } } }, { 'n.$': 1 }, { _id: 'i', n: [5] }],
    [{ 'l.x': 2 }, { 'l.$': 1 }, { _id: 'i', l: [{ x: 2, y: 'b' }] }],
    [{ l: { $elemMatch: { x: 2, y: 'c' } } }, { 'l.$': 1 }, { _id: 'i', l: [{ x: 2, y: 'c' }] }],
    [{ s: 7, 'd.n': 4 }, { 'd.n.$': 1 }, { _id: 'i', d: { n: [4] } }],
    [{ $and: [{ s: 7 }, { n: 9 }] }, { _id: 0, 'n.$': 1 }, { n: [9] }],
    [{ $and: [{ n: 9 }, { n: 5 }] }, { _id: 0, 'l.$': 1 }, { l: [{ x: 2, y: 'b' }] }],
    [{ $or: [{ n: 9 }, { n: 5 }] }, { _id: 0, 'l.y.$': 1 }, { l: [{ y: 'b' }] }],
    [{ n: 5 }, { _id: 0, 'd.n.$': 1 }, { d: { n: [4] } }],
    [{ n: 5 }, { _id: 0, 'd.x.$': 1 }, { d: {} }],
    [{ n: 5 }, { _id: 0, 's.$': 1 }, { s: 7 }],
  ])('%j with %j', async (filter, projection, expected) => {
    expect(await projected(filter, projection)).toEqual(expected);
  });

  it.each<[string, Document, Document, number]>([
    ['nothing it was asked for', { _id: 'i' }, { 'n.$': 1 }, 51246],
    ['an array it met as a whole', { n: [1, 5, 9] }, { 'n.$': 1 }, 51246],
    ['alternatives of two fields', { $or: [{ n: 5 }, { 'd.n': 4 }] }, { 'n.$': 1 }, 51246],
    ['what must not be there', { n: { $ne: 7 } }, { 'n.$': 1 }, 51246],
    ['a place beyond the array', { n: 9 }, { 'd.n.$': 1 }, 51247],
    ['nothing but the place', { n: 5 }, { '.$': 1 }, 5392900],
    ['two of them', { n: 5, 'd.n': 4 }, { 'n.$': 1, 'd.n.$': 1 }, 31276],
    ['one beside $elemMatch', { n: 5 }, { l: { $elemMatch: { x: 1 } }, 'n.$': 1 }, 31256],
    ['$elemMatch beside one', { n: 5 }, { 'n.$': 1, l: { $elemMatch: { x: 1 } } }, 31255],
    ['an exclusion beside it', { n: 5 }, { 'n.$': 1, s: 0 }, 31254],
  ])('is refused for %s', async (_what, filter, projection, code) => {
    expect(await codeOf(projected(filter, projection))).toBe(code);
  });
});

describeEmbedded('what projections of the embedded node leave out', () => {
  it.each<[string, Document, Document]>([['scores', {}, { a: { $meta: 'textScore' } }]])(
    '%s',
    async (_what, filter, projection) => {
      const found = connected.collection().find(filter, { projection });
      expect(await codeOf(found.toArray())).toBe(238);
    },
  );
});
