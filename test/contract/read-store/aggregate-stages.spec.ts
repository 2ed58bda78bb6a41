import { Double, Int32, Long, type Document } from 'mongodb';
import { codeOf, describeEmbedded, useClient } from './support';

const connected = useClient({ promoteValues: false });

/** What a pipeline makes of some documents, numbers as the server typed them. */
async function made(documents: Document[], pipeline: Document[]): Promise<Document[]> {
  const collection = connected.collection();
  if (documents.length > 0) await collection.insertMany(documents);
  return collection.aggregate(pipeline).toArray();
}

/** The code of a refusal, which this client does not turn into a number itself. */
const refusedWith = async (attempt: Promise<unknown>): Promise<number> =>
  Number(await codeOf(attempt));

const int = (value: number): Int32 => new Int32(value);
const long = (value: number): Long => Long.fromNumber(value);

describe('$unwind', () => {
  const documents = [
    { _id: 'list', a: ['x', 'y'] },
    { _id: 'empty', a: [] },
    { _id: 'null', a: null },
    { _id: 'missing' },
    { _id: 'scalar', a: 'z' },
  ];

  it('gives a document per element, and takes a scalar for one', async () => {
    expect(await made(documents, [{ $unwind: '$a' }, { $sort: { _id: 1, a: 1 } }])).toEqual([
      { _id: 'list', a: 'x' },
      { _id: 'list', a: 'y' },
      { _id: 'scalar', a: 'z' },
    ]);
  });

  it('keeps documents without elements when asked, and tells the place as a long', async () => {
    const unwind = { path: '$a', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true };
    const result = await made(documents, [{ $unwind: unwind }, { $sort: { _id: 1, at: 1 } }]);
    expect(result).toEqual([
      { _id: 'empty', at: null },
      { _id: 'list', a: 'x', at: long(0) },
      { _id: 'list', a: 'y', at: long(1) },
      { _id: 'missing', at: null },
      { _id: 'null', a: null, at: null },
      { _id: 'scalar', a: 'z', at: null },
    ]);
  });

  it('takes a dotted path through documents', async () => {
    const result = await made(
      [{ _id: 'a', b: { c: ['x', 'y'], d: 'kept' } }],
      [{ $unwind: '$b.c' }],
    );
    expect(result.map(({ b }) => b as Document)).toEqual([
      { c: 'x', d: 'kept' },
      { c: 'y', d: 'kept' },
    ]);
  });

  it.each<[string, unknown, number]>([
    ['no document or string', 5, 15981],
    ['no path', {}, 28812],
    ['a path that is no string', { path: 5 }, 28808],
    ['a path without $', 'a', 28818],
    ['an option nobody knows', { path: '$a', other: 1 }, 28811],
    ['a switch that is no boolean', { path: '$a', preserveNullAndEmptyArrays: 1 }, 28809],
    ['an empty name for the place', { path: '$a', includeArrayIndex: '' }, 28810],
    ['a name for the place with $', { path: '$a', includeArrayIndex: '$b' }, 28822],
  ])('refuses %s', async (_what, $unwind, code) => {
    expect(await refusedWith(made([], [{ $unwind }]))).toBe(code);
  });
});

describe('$group', () => {
  it('groups what is equal across number types, and what is missing with null', async () => {
    const result = await made(
      [
        { _id: 1, k: new Int32(1), v: 'a' },
        { _id: 2, k: new Double(1), v: 'b' },
        { _id: 3, k: long(1), v: 'c' },
        { _id: 4, v: 'd' },
        { _id: 5, k: null, v: 'e' },
      ],
      [
        { $sort: { _id: 1 } },
        { $group: { _id: '$k', all: { $push: '$v' }, n: { $sum: 1 } } },
        { $sort: { n: -1 } },
      ],
    );
    expect(result.map(({ all, n }) => [all as string[], n as Int32])).toEqual([
      [['a', 'b', 'c'], int(3)],
      [['d', 'e'], int(2)],
    ]);
  });

  it('widens sums as far as the numbers need it', async () => {
    const sumOf = async (...values: unknown[]): Promise<unknown> => {
      const documents = values.map((v) => ({ v }));
      const [first] = await made(documents, [{ $group: { _id: null, s: { $sum: '$v' } } }]);
      return first?.['s'];
    };
    expect(await sumOf(int(1), int(2), 'text', null, [int(5)])).toEqual(int(3));
    expect(await sumOf(int(2147483647), int(1))).toEqual(long(2147483648));
    expect(await sumOf(int(1), long(2))).toEqual(long(3));
    expect(await sumOf(int(1), new Double(0.5))).toEqual(new Double(1.5));
    const tenths = Array.from({ length: 10 }, () => new Double(0.1));
    expect(await sumOf(...tenths)).toEqual(new Double(1));
    expect(await sumOf(Long.MAX_VALUE, int(1))).toEqual(new Double(2 ** 63));
  });

  it('has the other accumulators', async () => {
    const [result] = await made(
      [
        { _id: 1, v: int(3), o: { a: 'x' } },
        { _id: 2, v: int(1), o: { a: 'y', b: 'z' } },
        { _id: 3, v: int(3), o: null },
        { _id: 4 },
      ],
      [
        { $sort: { _id: 1 } },
        {
          $group: {
            _id: null,
            avg: { $avg: '$v' },
            min: { $min: '$v' },
            max: { $max: '$v' },
            first: { $first: '$v' },
            last: { $last: '$v' },
            merged: { $mergeObjects: '$o' },
            count: { $count: {} },
          },
        },
      ],
    );
    expect(result).toEqual({
      _id: null,
      avg: new Double(7 / 3),
      min: int(1),
      max: int(3),
      first: int(3),
      last: null,
      merged: { a: 'y', b: 'z' },
      count: int(4),
    });
  });

  it('keeps one of equal values in $addToSet', async () => {
    const [result] = await made(
      [{ v: int(1) }, { v: new Double(1) }, { v: 'a' }, { v: 'a' }, {}],
      [{ $group: { _id: null, set: { $addToSet: '$v' } } }],
    );
    expect(result?.['set'] as unknown[]).toHaveLength(2);
  });

  it.each<[string, Document, number]>([
    ['no _id', { n: { $sum: 1 } }, 15955],
    ['a field that is no accumulator', { _id: 1, n: 1 }, 40234],
    ['two accumulators', { _id: 1, n: { $sum: 1, $avg: 1 } }, 40238],
    ['a dotted field', { _id: 1, 'n.m': { $sum: 1 } }, 40235],
    ['an accumulator nobody knows', { _id: 1, n: { $total: 1 } }, 15952],
    ['an argument to $count', { _id: 1, n: { $count: 1 } }, 14],
  ])('refuses %s', async (_what, $group, code) => {
    expect(await refusedWith(made([], [{ $group }]))).toBe(code);
  });

  it('refuses to merge what is no document', async () => {
    const pipeline = [{ $group: { _id: null, m: { $mergeObjects: '$v' } } }];
    expect(await refusedWith(made([{ v: 1 }], pipeline))).toBe(40400);
  });
});

describe('$facet', () => {
  it('runs each pipeline on all documents', async () => {
    const documents = [
      { _id: 1, v: 'b' },
      { _id: 2, v: 'a' },
      { _id: 3, v: 'b' },
    ];
    const [result] = await made(documents, [
      {
        $facet: {
          counted: [{ $match: { v: 'b' } }, { $count: 'n' }],
          sorted: [{ $sort: { v: 1, _id: -1 } }, { $limit: 2 }, { $project: { v: 1 } }],
          everything: [],
          nothing: [{ $match: { v: 'c' } }, { $count: 'n' }],
        },
      },
    ]);
    expect(result?.['counted']).toEqual([{ n: int(2) }]);
    expect(result?.['sorted']).toEqual([
      { _id: int(2), v: 'a' },
      { _id: int(3), v: 'b' },
    ]);
    expect(result?.['everything'] as unknown[]).toHaveLength(3);
    expect(result?.['nothing']).toEqual([]);
  });

  it('answers with empty arrays for an empty collection', async () => {
    expect(await made([], [{ $facet: { a: [], b: [{ $count: 'n' }] } }])).toEqual([
      { a: [], b: [] },
    ]);
  });

  it.each<[string, unknown, number]>([
    ['no pipeline', {}, 40169],
    ['a pipeline that is no array', { a: 1 }, 40170],
    ['a stage that is no document', { a: [1] }, 40171],
    ['a facet in a facet', { a: [{ $facet: { b: [] } }] }, 40600],
    ['a dotted name', { 'a.b': [] }, 16412],
    ['an operator nobody knows', { a: [{ $match: { x: { $foo: 1 } } }] }, 2],
    ['a stage nobody knows', { a: [{ $foo: 1 }] }, 40324],
  ])('refuses %s', async (_what, $facet, code) => {
    expect(await refusedWith(made([], [{ $facet }]))).toBe(code);
  });
});

describe('$setWindowFields', () => {
  const ranked = (specification: Document): Document[] => [
    { $setWindowFields: specification },
    { $sort: { _id: 1 } },
  ];
  const output = { n: { $documentNumber: {} }, r: { $rank: {} }, d: { $denseRank: {} } };

  it('ranks within partitions, with ties', async () => {
    const documents = [
      { _id: 1, p: 'x', v: 5 },
      { _id: 2, p: 'x', v: 7 },
      { _id: 3, p: 'x', v: 7 },
      { _id: 4, p: 'x', v: 1 },
      { _id: 5, p: 'y', v: 1 },
      { _id: 6, v: 3 },
      { _id: 7, p: null, v: 2 },
    ];
    const result = await made(
      documents,
      ranked({ partitionBy: '$p', sortBy: { v: -1 }, output: { r: output.r, 'in.d': output.d } }),
    );
    expect(
      result.map(({ r, in: inside }) => [r as Long, (inside as Document)['d'] as Long]),
    ).toEqual([
      [long(3), long(2)],
      [long(1), long(1)],
      [long(1), long(1)],
      [long(4), long(3)],
      [long(1), long(1)],
      [long(1), long(1)],
      [long(2), long(2)],
    ]);
  });

  it('numbers documents from 1', async () => {
    const result = await made(
      [
        { _id: 1, v: 2 },
        { _id: 2, v: 1 },
      ],
      ranked({ sortBy: { v: 1 }, output: { n: output.n } }),
    );
    expect(result.map(({ n }) => n as Long)).toEqual([long(2), long(1)]);
  });

  it.each<[string, unknown, number]>([
    ['no document', 'a', 9],
    ['no output', { sortBy: { v: 1 } }, 40414],
    ['a field nobody knows', { sortBy: { v: 1 }, output, other: 1 }, 40415],
    ['a rank without an order', { output: { r: { $rank: {} } } }, 5371602],
    ['a rank by two fields', { sortBy: { a: 1, b: 1 }, output }, 5371602],
    ['a window', { sortBy: { a: 1 }, output: { r: { $rank: {}, window: {} } } }, 5371601],
    ['an argument', { sortBy: { a: 1 }, output: { r: { $rank: 1 } } }, 5371603],
    ['an order that is a text', { sortBy: 'a' }, 14],
    [
      'outputs that collide',
      { sortBy: { a: 1 }, output: { a: output.r, 'a.b': output.r } },
      6307900,
    ],
    ['an accumulator that is no function', { output: { m: { $mergeObjects: '$a' } } }, 9],
    ['a function nobody knows', { sortBy: { a: 1 }, output: { r: { $foo: {} } } }, 9],
  ])('refuses %s', async (_what, $setWindowFields, code) => {
    expect(await refusedWith(made([], [{ $setWindowFields }]))).toBe(code);
  });

  it('refuses to partition by an array', async () => {
    const stages = ranked({ partitionBy: '$p', sortBy: { v: 1 }, output });
    expect(await refusedWith(made([{ p: [1] }], stages))).toBe(14);
  });
});

describe('stages that change single documents', () => {
  const documents = [{ _id: 'a', b: { c: 'x', d: 'y' }, e: ['1', '2'] }];

  it.each<[string, Document, Document]>([
    ['$unset of one field', { $unset: 'b.c' }, { _id: 'a', b: { d: 'y' }, e: ['1', '2'] }],
    ['$unset of several', { $unset: ['b', '_id'] }, { e: ['1', '2'] }],
    ['$replaceRoot', { $replaceRoot: { newRoot: '$b' } }, { c: 'x', d: 'y' }],
    ['$replaceWith', { $replaceWith: { n: '$b.c' } }, { n: 'x' }],
    [
      '$addFields below a document',
      { $addFields: { 'b.f': 'z', g: '$b.c' } },
      { _id: 'a', b: { c: 'x', d: 'y', f: 'z' }, e: ['1', '2'], g: 'x' },
    ],
    [
      '$addFields into every element',
      { $addFields: { 'e.f': 'z' } },
      { _id: 'a', b: { c: 'x', d: 'y' }, e: [{ f: 'z' }, { f: 'z' }] },
    ],
    [
      '$addFields of a missing field',
      { $addFields: { b: '$nothing' } },
      { _id: 'a', e: ['1', '2'] },
    ],
    ['$project with a computed field', { $project: { n: '$b.d' } }, { _id: 'a', n: 'y' }],
    ['$project below a document', { $project: { b: { c: 1 } } }, { _id: 'a', b: { c: 'x' } }],
    ['$project without a field', { $project: { b: 0 } }, { _id: 'a', e: ['1', '2'] }],
    [
      '$project that renames without _id',
      { $project: { _id: 0, b: { n: '$_id' } } },
      { b: { n: 'a' } },
    ],
  ])('%s', async (_what, stage, expected) => {
    expect(await made(documents, [stage])).toEqual([expected]);
  });

  it.each<[string, Document, number]>([
    ['$unset of nothing', { $unset: [] }, 31119],
    ['$unset of a number', { $unset: 1 }, 31002],
    ['$unset of numbers', { $unset: [1] }, 31120],
    ['$replaceRoot by a string', { $replaceRoot: { newRoot: '$_id' } }, 40228],
    ['$replaceRoot by a missing field', { $replaceRoot: { newRoot: '$zzz' } }, 40228],
    ['$replaceRoot with a foreign option', { $replaceRoot: { a: 1 } }, 40415],
    ['an empty $project', { $project: {} }, 51272],
    ['$project of a mixture', { $project: { a: 1, b: 0 } }, 31254],
    ['$project of another mixture', { $project: { a: 0, b: 1 } }, 31253],
    ['$project of a shorter path later', { $project: { 'a.b': 1, a: 1 } }, 31250],
    ['$project of a longer path later', { $project: { a: 1, 'a.b': 1 } }, 31249],
    ['$project of an unknown expression', { $project: { a: { $foo: 1 } } }, 31325],
    ['an empty $addFields', { $addFields: {} }, 40177],
    ['$addFields of colliding paths', { $addFields: { a: 1, 'a.b': 1 } }, 40176],
    ['$addFields of an unknown expression', { $addFields: { a: { $foo: 1 } } }, 168],
    ['$limit 0', { $limit: 0 }, 15958],
    ['a negative $limit', { $limit: -1 }, 5107201],
    ['a negative $skip', { $skip: -1 }, 5107200],
    ['an empty $sort', { $sort: {} }, 15976],
    ['a $sort by 2', { $sort: { a: 2 } }, 15975],
    ['a $sort by a text', { $sort: { a: 'up' } }, 15974],
    ['$match of a string', { $match: 'a' }, 15959],
    ['$count as $x', { $count: '$x' }, 40158],
    ['$count without a name', { $count: '' }, 40156],
    ['$count with a dotted name', { $count: 'a.b' }, 40160],
    ['two stages in one', { $match: {}, $limit: 1 }, 40323],
    ['a stage nobody knows', { $foo: {} }, 40324],
  ])('refuses %s', async (_what, stage, code) => {
    expect(await refusedWith(made(documents, [stage]))).toBe(code);
  });

  it('counts by value, the most frequent first', async () => {
    const values = ['a', 'b', 'b', 'c', 'c', 'c'].map((v) => ({ v }));
    expect(await made(values, [{ $sortByCount: '$v' }])).toEqual([
      { _id: 'c', count: int(3) },
      { _id: 'b', count: int(2) },
      { _id: 'a', count: int(1) },
    ]);
  });
});

describeEmbedded('what pipelines of the embedded node leave out', () => {
  it.each<[string, Document]>([
    ['$bucket', { $bucket: {} }],
    ['$out', { $out: 'x' }],
    ['an accumulator', { $group: { _id: 1, n: { $stdDevPop: '$a' } } }],
    ['a window function', { $setWindowFields: { output: { s: { $sum: '$a' } } } }],
    ['an expression', { $project: { a: { $filter: {} } } }],
    ['$lookup by a pipeline', { $lookup: { from: 'x', pipeline: [], as: 'y' } }],
  ])('refuses %s as not implemented', async (_what, stage) => {
    expect(await refusedWith(made([], [stage]))).toBe(238);
  });
});
