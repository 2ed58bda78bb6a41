import { type Document } from 'mongodb';
import { useUpdates } from './one-update';

const { updated, refusedWith } = useUpdates();

type Row = [rule: string, before: Document, update: Document, after: Document];

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
