import fc from 'fast-check';
import { type Collection, type Document, type IndexDescription } from 'mongodb';
import { compare, matches, sortValue } from './plain-collection';
import { useClient } from './support';

const connected = useClient();

/** Queries against a plain list in memory, and so against each other with every kind of index. */
/** The driver takes objects without a prototype, deep equality minds them. */
const plain = { noNullPrototype: true } as const;

const scalars: fc.Arbitrary<unknown> = fc.oneof(
  fc.integer({ min: -2, max: 3 }),
  fc.constantFrom('', 'a', 'ab', 'b'),
  fc.constantFrom(null, true, false),
);
const inner = fc.record({ b: scalars }, { requiredKeys: [], ...plain });
const lists = fc.array(fc.oneof(scalars, inner), { maxLength: 3 });
const fields = fc.oneof({ weight: 3, arbitrary: scalars }, inner, lists);
const documents = fc.record({ a: fields, c: fields, n: scalars }, { requiredKeys: [], ...plain });

const paths = fc.constantFrom('a', 'a', 'a.b', 'c', 'c.b', 'n', 'a.0');
const comparisons = fc.oneof(
  fc.record({ $gt: scalars }, plain),
  fc.record({ $gte: scalars }, plain),
  fc.record({ $lt: scalars }, plain),
  fc.record({ $lte: scalars }, plain),
  fc.record({ $gt: fc.integer({ min: -2, max: 0 }), $lt: fc.integer({ min: 0, max: 3 }) }, plain),
  fc.record({ $in: fc.array(scalars, { maxLength: 3 }) }, plain),
  fc.record({ $eq: scalars }, plain),
);
const conditions: fc.Arbitrary<unknown> = fc.oneof(
  scalars,
  comparisons,
  comparisons.map(($not) => ({ $not })),
  fc.record({ $ne: scalars }, plain),
  fc.record({ $nin: fc.array(scalars, { maxLength: 3 }) }, plain),
  fc.record({ $exists: fc.boolean() }, plain),
  fc.record({ $size: fc.nat(3) }, plain),
  fc.record({ $all: fc.array(scalars, { minLength: 1, maxLength: 2 }) }, plain),
  scalars.map((value) => ({ $elemMatch: { $gte: value } })),
  fc.record({ $regex: fc.constantFrom('^a', '^ab$', 'b') }, plain),
);
const simple = fc.tuple(paths, conditions).map(([path, condition]) => ({ [path]: condition }));
const { filters } = fc.letrec<{ filters: Document }>((tie) => ({
  filters: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 4, arbitrary: simple },
    fc.array(tie('filters'), { minLength: 1, maxLength: 2 }).map(($and) => ({ $and })),
    fc.array(tie('filters'), { minLength: 1, maxLength: 2 }).map(($or) => ({ $or })),
    fc.array(tie('filters'), { minLength: 1, maxLength: 2 }).map(($nor) => ({ $nor })),
    fc.tuple(simple, simple).map(([left, right]) => ({ ...left, ...right })),
  ),
}));

const directions = fc.constantFrom(1 as const, -1 as const);
const sorts = fc.tuple(fc.constantFrom('a', 'c', 'n', 'a.b', '_id'), directions, directions);

const indexes: (IndexDescription | undefined)[] = [
  undefined,
  { key: { a: 1 } },
  { key: { a: -1 } },
  { key: { a: 1 }, sparse: true },
  { key: { 'a.b': 1 } },
  { key: { n: 1, a: -1 } },
  { key: { n: -1, c: 1 }, sparse: true },
  { key: { c: 1, n: 1 } },
  { key: { n: 1, _id: 1 }, unique: true },
];

describe('a query', () => {
  it('gives what a plain list gives, whatever indexes there are', async () => {
    const [stored] = fc.sample(fc.array(documents, { minLength: 150, maxLength: 150 }), 1);
    const all: Document[] = (stored ?? []).map((each, _id) => ({ _id, ...each }));
    const collections: Collection[] = [];
    for (const index of indexes) {
      const collection = connected.collection();
      if (index !== undefined) await collection.createIndexes([index]);
      await collection.insertMany(all.map((each) => ({ ...each })));
      collections.push(collection);
    }
    await fc.assert(
      fc.asyncProperty(
        filters,
        sorts,
        fc.nat(20),
        fc.nat(30),
        async (filter, sort, skip, limit) => {
          const [path, direction, idDirection] = sort;
          const matching = all.filter((each) => matches(each, filter));
          const ordered = matching.sort((left, right) => {
            const [a, b] = [left, right].map((each) => sortValue(each, path, direction));
            const order = compare(a, b) * direction;
            return order === 0
              ? ((left['_id'] as number) - (right['_id'] as number)) * idDirection
              : order;
          });
          const expected = ordered.slice(skip, limit === 0 ? undefined : skip + limit);
          const wanted = expected.map(({ _id }) => _id as unknown);
          for (const [place, collection] of collections.entries()) {
            const given = await collection
              .find(filter)
              .sort({ [path]: direction, ...(path === '_id' ? {} : { _id: idDirection }) })
              .skip(skip)
              .limit(limit)
              .toArray();
            const ids = given.map(({ _id }) => _id as unknown);
            expect({ index: indexes[place], ids }).toEqual({ index: indexes[place], ids: wanted });
          }
          const [first] = collections;
          expect(await first?.countDocuments(filter)).toBe(matching.length);
        },
      ),
      { numRuns: 80 },
    );
  }, 60_000);

  it('counts, and leaves nothing out, for any filter and its opposite', async () => {
    const collection = connected.collection();
    const [stored] = fc.sample(fc.array(documents, { minLength: 60, maxLength: 60 }), 1);
    await collection.insertMany((stored ?? []).map((each) => ({ ...each })));
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const both = [filter, { $nor: [filter] }].map((each) => collection.countDocuments(each));
        const [some, others] = await Promise.all(both);
        expect((some ?? 0) + (others ?? 0)).toBe(60);
      }),
      { numRuns: 60 },
    );
  });
});
