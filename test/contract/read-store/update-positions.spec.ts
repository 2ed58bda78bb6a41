import { type Document } from 'mongodb';
import { useUpdates } from './one-update';

const { updated, refusedWith } = useUpdates();

describe('the positional $', () => {
  it.each<[rule: string, before: Document, filter: Document, update: Document, after: Document]>([
    [
      'is the element that equals',
      { a: [1, 2, 2] },
      { a: 2 },
      { $set: { 'a.$': 9 } },
      { a: [1, 9, 2] },
    ],
    [
      'is the element in a range',
      { a: [1, 5, 9] },
      { a: { $gt: 4 } },
      { $inc: { 'a.$': 1 } },
      { a: [1, 6, 9] },
    ],
    [
      'is the document with the field',
      { a: [{ b: 1 }, { b: 2 }] },
      { 'a.b': 2 },
      { $set: { 'a.$.c': 3 } },
      { a: [{ b: 1 }, { b: 2, c: 3 }] },
    ],
    [
      'is what $elemMatch found',
      {
        a: [
          { x: 1, y: 2 },
          { x: 1, y: 1 },
        ],
      },
      { a: { $elemMatch: { x: 1, y: 1 } } },
      { $set: { 'a.$.z': 1 } },
      {
        a: [
          { x: 1, y: 2 },
          { x: 1, y: 1, z: 1 },
        ],
      },
    ],
    [
      'is found in $and and $or',
      { a: [1, 2] },
      { $and: [{ $or: [{ a: 5 }, { a: 2 }] }] },
      { $set: { 'a.$': 9 } },
      { a: [1, 9] },
    ],
    [
      'is one of $in',
      { a: [1, 2, 3] },
      { a: { $in: [3, 2] } },
      { $set: { 'a.$': 9 } },
      { a: [1, 9, 3] },
    ],
    ['goes with $unset', { a: [1, 2] }, { a: 1 }, { $unset: { 'a.$': '' } }, { a: [null, 2] }],
  ])('%s', async (_rule, before, filter, update, after) => {
    expect(await updated(before, update, filter)).toEqual(after);
  });

  it('is refused where the filter found no element (2), and where it cannot stand', async () => {
    expect(await refusedWith({ a: [1] }, { $set: { 'a.$': 2 } })).toBe(2);
    expect(await refusedWith({ a: [1] }, { $set: { 'a.$': 2 } }, { a: { $ne: 5 } })).toBe(2);
    expect(await refusedWith({ a: [1] }, { $set: { $: 2 } }, { a: 1 })).toBe(2);
    expect(await refusedWith({ a: [1] }, { $set: { 'a.$.b.$': 2 } }, { a: 1 })).toBe(2);
  });
});

describe('$[] and $[identifier]', () => {
  const graded = {
    a: [
      { n: 1, b: [1, 5] },
      { n: 2, b: [5, 9] },
    ],
  };

  it.each<
    [rule: string, before: Document, update: Document, arrayFilters: Document[], after: Document]
  >([
    ['mean every element', { a: [1, 2] }, { $inc: { 'a.$[]': 10 } }, [], { a: [11, 12] }],
    [
      'mean the elements that a filter finds',
      { a: [1, 5, 9] },
      { $set: { 'a.$[e]': 0 } },
      [{ e: { $gte: 5 } }],
      { a: [1, 0, 0] },
    ],
    [
      'look into documents',
      graded,
      { $set: { 'a.$[e].m': true } },
      [{ 'e.n': 2 }],
      { a: [graded.a[0], { ...graded.a[1], m: true }] },
    ],
    [
      'nest',
      graded,
      { $inc: { 'a.$[].b.$[x]': 1 } },
      [{ x: 5 }],
      {
        a: [
          { n: 1, b: [1, 6] },
          { n: 2, b: [6, 9] },
        ],
      },
    ],
    [
      'take several identifiers',
      graded,
      { $set: { 'a.$[e].b.$[x]': 0 } },
      [{ 'e.n': 1 }, { x: { $gt: 1 } }],
      { a: [{ n: 1, b: [1, 0] }, graded.a[1]] },
    ],
    [
      'take $or over one identifier',
      { a: [1, 2, 3] },
      { $set: { 'a.$[e]': 0 } },
      [{ $or: [{ e: 1 }, { e: 3 }] }],
      { a: [0, 2, 0] },
    ],
    ['may find nothing', { a: [1] }, { $set: { 'a.$[e]': 0 } }, [{ e: 5 }], { a: [1] }],
    [
      'go with $push',
      { a: [[1], [2]] },
      { $push: { 'a.$[]': 9 } },
      [],
      {
        a: [
          [1, 9],
          [2, 9],
        ],
      },
    ],
  ])('%s', async (_rule, before, update, arrayFilters, after) => {
    expect(await updated(before, update, {}, { arrayFilters })).toEqual(after);
  });

  it.each<
    [what: string, code: number, before: Document, update: Document, arrayFilters: Document[]]
  >([
    ['an identifier without a filter', 2, { a: [1] }, { $set: { 'a.$[e]': 0 } }, []],
    ['a filter without a use', 9, { a: [1] }, { $set: { b: 0 } }, [{ e: 1 }]],
    [
      'two filters for one identifier',
      9,
      { a: [1] },
      { $set: { 'a.$[e]': 0 } },
      [{ e: 1 }, { e: 2 }],
    ],
    ['a filter for two identifiers', 9, { a: [1] }, { $set: { 'a.$[e]': 0 } }, [{ e: 1, f: 2 }]],
    ['a filter for none', 9, { a: [1] }, { $set: { 'a.$[e]': 0 } }, [{}]],
    ['an identifier in capitals', 2, { a: [1] }, { $set: { 'a.$[E]': 0 } }, [{ E: 1 }]],
    ['an array that is not there', 2, {}, { $set: { 'a.$[]': 0 } }, []],
    ['a value that is no array', 2, { a: 1 }, { $set: { 'a.$[]': 0 } }, []],
    ['the first place of a path', 2, { a: [1] }, { $set: { '$[].a': 0 } }, []],
    ['an expression', 224, { a: [1] }, { $set: { 'a.$[e]': 0 } }, [{ $expr: { $eq: ['$a', 1] } }]],
    ['a top-level operator', 2, { a: [1] }, { $set: { 'a.$[e]': 0 } }, [{ $e: 1 }]],
    [
      'an identifier with a dot',
      28,
      { a: [1], b: [{ j: 0 }] },
      { $set: { 'a.$[e.j]': 1, 'b.$[e]': 1 } },
      [{ 'e.j': 0 }],
    ],
    [
      'an element changed twice',
      40,
      { a: [1] },
      { $set: { 'a.$[e]': 0, 'a.$[f]': 0 } },
      [{ e: 1 }, { f: 1 }],
    ],
    ['an array changed by position too', 40, { a: [1] }, { $set: { 'a.$[]': 0, 'a.0': 1 } }, []],
  ])('refuse %s (%i)', async (_what, code, before, update, arrayFilters) => {
    expect(await refusedWith(before, update, {}, { arrayFilters })).toBe(code);
  });
});
