import { type Document, type UpdateOptions } from 'mongodb';
import { codeOf, useClient } from './support';

const connected = useClient();

type Row = [rule: string, before: Document, update: Document, after: Document];

async function updated(
  before: Document,
  update: Document,
  filter: Document = {},
  options: UpdateOptions = {},
): Promise<Document | null> {
  const collection = connected.collection();
  await collection.insertOne({ ...before });
  await collection.updateOne(filter, update, options);
  return collection.findOne({}, { projection: { _id: 0 } });
}

async function refusedWith(
  before: Document,
  update: Document,
  filter: Document = {},
  options: UpdateOptions = {},
): Promise<unknown> {
  const collection = connected.collection();
  await collection.insertOne({ ...before });
  return codeOf(collection.updateOne(filter, update, options));
}

const scores = [
  { x: 2, y: 1 },
  { x: 1, y: 2 },
  { x: 1, y: 1 },
];

describe('array operators', () => {
  it.each<Row>([
    ['$push makes an array', {}, { $push: { a: 1 } }, { a: [1] }],
    ['$push appends one value, also an array', { a: [1] }, { $push: { a: [2] } }, { a: [1, [2]] }],
    ['$each appends several', { a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
    [
      '$position inserts',
      { a: [1, 2] },
      { $push: { a: { $each: [9], $position: 1 } } },
      { a: [1, 9, 2] },
    ],
    [
      '$position counts from the end',
      { a: [1, 2, 3] },
      { $push: { a: { $each: [9], $position: -1 } } },
      { a: [1, 2, 9, 3] },
    ],
    [
      '$position beyond the beginning',
      { a: [1] },
      { $push: { a: { $each: [9], $position: -5 } } },
      { a: [9, 1] },
    ],
    [
      '$slice keeps the first',
      { a: [1] },
      { $push: { a: { $each: [2, 3], $slice: 2 } } },
      { a: [1, 2] },
    ],
    [
      '$slice keeps the last',
      { a: [1] },
      { $push: { a: { $each: [2, 3], $slice: -2 } } },
      { a: [2, 3] },
    ],
    ['$slice keeps nothing', { a: [1] }, { $push: { a: { $each: [2], $slice: 0 } } }, { a: [] }],
    [
      '$sort by value, across types',
      { a: ['b', 3] },
      { $push: { a: { $each: [1, null], $sort: 1 } } },
      { a: [null, 1, 3, 'b'] },
    ],
    [
      '$sort backwards, then $slice',
      { a: [1, 3] },
      { $push: { a: { $each: [2], $sort: -1, $slice: 2 } } },
      { a: [3, 2] },
    ],
    [
      '$sort by two fields',
      { a: scores },
      { $push: { a: { $each: [], $sort: { x: 1, y: -1 } } } },
      { a: [scores[1], scores[2], scores[0]] },
    ],
    [
      '$sort by a field below',
      { a: [{ b: { c: 2 } }, { b: { c: 1 } }] },
      { $push: { a: { $each: [], $sort: { 'b.c': 1 } } } },
      { a: [{ b: { c: 1 } }, { b: { c: 2 } }] },
    ],
    [
      '$sort by field puts what has none first',
      { a: [{ x: 1 }, 5, {}] },
      { $push: { a: { $each: [], $sort: { x: 1 } } } },
      { a: [5, {}, { x: 1 }] },
    ],
    [
      '$push of modifiers without $each is a value',
      {},
      { $push: { a: { b: 1 } } },
      { a: [{ b: 1 }] },
    ],
    ['$addToSet adds what is new', { a: [1] }, { $addToSet: { a: 2 } }, { a: [1, 2] }],
    ['$addToSet adds an array as one', { a: [] }, { $addToSet: { a: [1, 2] } }, { a: [[1, 2]] }],
    [
      '$addToSet with $each adds each once',
      { a: [1] },
      { $addToSet: { a: { $each: [1, 2, 2] } } },
      { a: [1, 2] },
    ],
    [
      '$addToSet minds the order of fields',
      { a: [{ x: 1, y: 2 }] },
      { $addToSet: { a: { y: 2, x: 1 } } },
      {
        a: [
          { x: 1, y: 2 },
          { y: 2, x: 1 },
        ],
      },
    ],
    ['$pull removes a value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    [
      '$pull removes an array by its whole',
      { a: [[1], [1, 2]] },
      { $pull: { a: [1] } },
      { a: [[1, 2]] },
    ],
    ['$pull by condition', { a: [1, 5, 9] }, { $pull: { a: { $gt: 4, $lt: 9 } } }, { a: [1, 9] }],
    ['$pull by $in', { a: [1, 2, 3] }, { $pull: { a: { $in: [1, 3] } } }, { a: [2] }],
    ['$pull by $ne', { a: [1, 2, 1] }, { $pull: { a: { $ne: 1 } } }, { a: [1, 1] }],
    [
      '$pull by fields, more may be there',
      { a: [{ x: 1, y: 1 }, { x: 2 }] },
      { $pull: { a: { x: 1 } } },
      { a: [{ x: 2 }] },
    ],
    [
      '$pull by a condition on a field',
      { a: [{ x: 1 }, { x: 5 }] },
      { $pull: { a: { x: { $gte: 5 } } } },
      { a: [{ x: 1 }] },
    ],
    [
      '$pull by $or',
      { a: [{ x: 1 }, { y: 1 }, { z: 1 }] },
      { $pull: { a: { $or: [{ x: 1 }, { y: 1 }] } } },
      { a: [{ z: 1 }] },
    ],
    ['$pull by pattern', { a: ['ab', 'b'] }, { $pull: { a: /^a/ } }, { a: ['b'] }],
    ['$pull of nothing', {}, { $pull: { a: 1 } }, {}],
    ['$pullAll removes all of these', { a: [1, 2, 3, 1] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    ['$pop takes the last', { a: [1, 2] }, { $pop: { a: 1 } }, { a: [1] }],
    ['$pop takes the first', { a: [1, 2] }, { $pop: { a: -1 } }, { a: [2] }],
    ['a position sets an element', { a: [1, 2] }, { $set: { 'a.1': 9 } }, { a: [1, 9] }],
    [
      'a position beyond the end pads with null',
      { a: [1] },
      { $set: { 'a.3': 9 } },
      { a: [1, null, null, 9] },
    ],
    ['a field of an element', { a: [{ b: 1 }] }, { $inc: { 'a.0.b': 1 } }, { a: [{ b: 2 }] }],
    ['$unset leaves null in an array', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
  ])('%s', async (_rule, before, update, after) => {
    expect(await updated(before, update)).toEqual(after);
  });

  it.each<[what: string, code: number, before: Document, update: Document]>([
    ['$push to a number', 2, { a: 1 }, { $push: { a: 1 } }],
    ['$push to null', 2, { a: null }, { $push: { a: 1 } }],
    ['$push with an unknown clause', 2, {}, { $push: { a: { $each: [1], $nothing: 1 } } }],
    ['$push of no array', 2, {}, { $push: { a: { $each: 1 } } }],
    ['$slice by text', 2, {}, { $push: { a: { $each: [1], $slice: 'x' } } }],
    ['$slice by half', 2, {}, { $push: { a: { $each: [1], $slice: 1.5 } } }],
    ['$sort by two', 2, {}, { $push: { a: { $each: [1], $sort: 2 } } }],
    ['$sort by no field', 2, {}, { $push: { a: { $each: [1], $sort: {} } } }],
    ['$position by text', 2, {}, { $push: { a: { $each: [1], $position: 'x' } } }],
    ['$addToSet to a number', 2, { a: 1 }, { $addToSet: { a: 1 } }],
    ['$addToSet of no array', 14, {}, { $addToSet: { a: { $each: 1 } } }],
    ['$addToSet with more than $each', 2, {}, { $addToSet: { a: { $each: [1], $slice: 1 } } }],
    ['$pull from a number', 2, { a: 1 }, { $pull: { a: 1 } }],
    ['$pull by an unknown operator', 2, { a: [1] }, { $pull: { a: { $nothing: 1 } } }],
    ['$pull below a number', 28, { a: 1 }, { $pull: { 'a.b': 1 } }],
    ['$pullAll of no array', 2, { a: [1] }, { $pullAll: { a: 1 } }],
    ['$pop by two', 9, { a: [1] }, { $pop: { a: 2 } }],
    ['$pop from a number', 14, { a: 1 }, { $pop: { a: 1 } }],
  ])('refuse %s (%i)', async (_what, code, before, update) => {
    expect(await refusedWith(before, update)).toBe(code);
  });
});

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
