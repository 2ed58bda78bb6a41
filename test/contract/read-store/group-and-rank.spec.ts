import { Double, Int32, Long, type Document } from 'mongodb';
import { int, long, refusedWith, usePipelines } from './pipelines';

const { made } = usePipelines();

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
