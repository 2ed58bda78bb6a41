import { type Document, Decimal128, Double, Long } from 'bson';
import fc from 'fast-check';
import { ServerError } from '../errors';
import { values } from '../testing/arbitrary-values';
import { bsonDocument } from '../testing/values';
import { compileFilter } from './filter';

const matches = (filter: Document, document: Document): boolean =>
  compileFilter(bsonDocument(filter))(bsonDocument(document));

const codeOf = (filter: Document): number | undefined => {
  try {
    compileFilter(bsonDocument(filter));
    return undefined;
  } catch (error) {
    return error instanceof ServerError ? error.code : undefined;
  }
};

describe('filters', () => {
  it.each<[string, Document, Document, boolean]>([
    ['equality compares numbers across types', { a: 1 }, { a: new Double(1) }, true],
    [
      'a long above 2^53 equals only itself',
      { a: Long.fromString('9007199254740993') },
      { a: new Double(9007199254740992) },
      false,
    ],
    [
      'Decimal128 compares by value',
      { a: { $gt: Decimal128.fromString('9') } },
      { a: Decimal128.fromString('10') },
      true,
    ],
    [
      'sub-document equality minds the order of fields',
      { a: { x: 1, y: 2 } },
      { a: { y: 2, x: 1 } },
      false,
    ],
    ['null matches a missing field', { a: null }, {}, true],
    [
      'null below an array of documents needs one that lacks it',
      { 'a.b': null },
      { a: [{ b: 1 }, {}] },
      true,
    ],
    ['null below an array of scalars matches nothing', { 'a.b': null }, { a: [1, 2] }, false],
    ['equality looks into arrays', { a: 2 }, { a: [1, 2] }, true],
    ['equality with an array means the whole array', { a: [1, 2] }, { a: [1, 2, 3] }, false],
    ['a path runs through arrays of documents', { 'a.b': 2 }, { a: [{ b: 1 }, { b: 2 }] }, true],
    ['a path may name a position', { 'a.1': 2 }, { a: [1, 2] }, true],
    ['$ne wants no element to equal', { a: { $ne: 2 } }, { a: [1, 2] }, false],
    ['$nin wants no element among them', { a: { $nin: [3, 4] } }, { a: [1, 2] }, true],
    ['$ne matches a missing field', { a: { $ne: 2 } }, {}, true],
    ['a range stays within its type', { a: { $lt: 5 } }, { a: 'text' }, false],
    ['a range does not match NaN', { a: { $lt: 5 } }, { a: new Double(NaN) }, false],
    ['each bound may be met by another element', { a: { $gt: 3, $lt: 2 } }, { a: [1, 4] }, true],
    [
      '$elemMatch wants one element to meet both',
      { a: { $elemMatch: { $gt: 3, $lt: 2 } } },
      { a: [1, 4] },
      false,
    ],
    [
      '$elemMatch reads documents',
      { a: { $elemMatch: { x: 1, y: 2 } } },
      {
        a: [
          { x: 1, y: 3 },
          { x: 1, y: 2 },
        ],
      },
      true,
    ],
    ['$exists true matches null', { a: { $exists: true } }, { a: null }, true],
    ['$exists false matches a missing field', { a: { $exists: false } }, { b: 1 }, true],
    ['$size counts', { a: { $size: 2 } }, { a: [1, 2] }, true],
    ['$all wants all', { a: { $all: [1, 2] } }, { a: [2, 3, 1] }, true],
    ['$all of nothing matches nothing', { a: { $all: [] } }, { a: [] }, false],
    ['$not turns round', { a: { $not: { $gt: 1 } } }, { a: [0, 2] }, false],
    ['$in takes anchored regular expressions', { a: { $in: [/^x/] } }, { a: 'xy' }, true],
    ['$regex with options', { a: { $regex: '^X', $options: 'i' } }, { a: 'xy' }, true],
    ['$nor', { $nor: [{ a: 1 }, { b: 2 }] }, { a: 2, b: 3 }, true],
    ['$or', { $or: [{ a: 1 }, { b: 2 }] }, { a: 2, b: 2 }, true],
    ['$and', { $and: [{ a: 1 }, { b: 2 }] }, { a: 1, b: 3 }, false],
  ])('%s', (_rule, filter, document, expected) => {
    expect(matches(filter, document)).toBe(expected);
  });

  it.each<[Document, number]>([
    [{ $where: 'true' }, 2],
    [{ a: { $nothing: 1 } }, 2],
    [{ a: { $bitsAllSet: 1 } }, 238],
    [{ a: /(?=inside)/ }, 238],
    [{ a: { $regex: '^(' } }, 51091],
    [{ a: { $in: 1 } }, 2],
    [{ $or: [] }, 2],
  ])('refuses %j with code %i', (filter, code) => {
    expect(codeOf(filter)).toBe(code);
  });

  it('$in answers the same for a long list as for its elements one by one', () => {
    const lists = fc.array(values, { minLength: 9, maxLength: 20 });
    fc.assert(
      fc.property(lists, values, fc.nat(), (list, other, pick) => {
        for (const a of [other, list[pick % list.length], [other, list[0]], []]) {
          const oneByOne = list.some((element) => matches({ a: { $in: [element] } }, { a }));
          expect(matches({ a: { $in: list } }, { a })).toBe(oneByOne);
        }
        expect(matches({ a: { $in: list } }, {})).toBe(list.includes(null));
      }),
      { numRuns: 50 },
    );
    const patterns = [...Array.from({ length: 9 }, (_, index) => index), /^x/];
    expect(matches({ a: { $in: patterns } }, { a: 'xy' })).toBe(true);
    expect(matches({ a: { $in: patterns } }, { a: 'yx' })).toBe(false);
    expect(codeOf({ a: { $in: [...patterns, { $gt: 1 }] } })).toBe(2);
  });
});
