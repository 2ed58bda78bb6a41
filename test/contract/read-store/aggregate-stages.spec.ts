import { type Document } from 'mongodb';
import { int, long, refusedWith, usePipelines } from './pipelines';
import { describeEmbedded } from './support';

const { made } = usePipelines();

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
