import fc from 'fast-check';
import { type Collection, type Document } from 'mongodb';
import { useClient } from './support';

const connected = useClient();

interface Stage {
  readonly stage: string;
  readonly inputStage?: Stage;
}

const stagesOf = ({ stage, inputStage }: Stage): string[] =>
  inputStage === undefined ? [stage] : [stage, ...stagesOf(inputStage)];

describe('indexes', () => {
  let documents: Collection;

  const planOf = async (filter: Document, sort: Document = {}): Promise<string[]> => {
    const { queryPlanner } = await documents.find(filter).sort(sort).explain('queryPlanner');
    return stagesOf(queryPlanner.winningPlan as Stage);
  };

  beforeEach(() => {
    documents = connected.collection();
  });

  it('serve equality, range and sort without a scan or an in-memory sort', async () => {
    await documents.createIndex({ year: 1, score: -1, name: 1 });
    await documents.insertMany(
      Array.from({ length: 200 }, (_, n) => ({
        year: 2020 + (n % 4),
        score: n % 17,
        name: `n${n}`,
      })),
    );
    expect(await planOf({ year: 2021 }, { score: -1, name: 1 })).toEqual(['FETCH', 'IXSCAN']);
    expect(await planOf({ year: 2021 }, { score: 1, name: -1 })).toEqual(['FETCH', 'IXSCAN']);
    expect(await planOf({ year: 2021, score: { $gte: 5 } }, { score: -1 })).toEqual([
      'FETCH',
      'IXSCAN',
    ]);
    expect(await planOf({}, { year: 1, score: -1 })).toEqual(['FETCH', 'IXSCAN']);
    expect(await planOf({ year: 2021 }, { score: 1, name: 1 })).toEqual([
      'SORT',
      'FETCH',
      'IXSCAN',
    ]);
    expect(await planOf({ name: 'n1' })).toContain('COLLSCAN');
    const top = await documents
      .find({ year: 2021 })
      .sort({ score: -1, name: 1 })
      .limit(3)
      .toArray();
    expect(top.map(({ score }) => Number(score))).toEqual([16, 16, 16]);
    const { executionStats } = await documents
      .find({ year: 2021 })
      .sort({ score: -1, name: 1 })
      .limit(3)
      .explain('executionStats');
    expect(executionStats).toMatchObject({ nReturned: 3, totalDocsExamined: 3 });
  });

  it('answer by _id without a scan', async () => {
    await documents.insertOne({ a: 1 });
    const { _id } = (await documents.findOne())!;
    expect((await planOf({ _id }))[0]).toMatch(/IDHACK|EXPRESS_IXSCAN/);
  });

  it('give what a scan gives, for any filter, sort, skip and limit', async () => {
    const scalar = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom('a', 'b', null));
    const field = fc.oneof(scalar, fc.array(scalar, { maxLength: 2 }));
    const optional = (arbitrary: fc.Arbitrary<unknown>) => fc.option(arbitrary, { nil: undefined });
    const row = fc.record({ a: optional(field), b: optional(scalar), c: optional(scalar) });
    const bound = fc.dictionary(
      fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne', '$eq'),
      scalar,
      { minKeys: 1, maxKeys: 2 },
    );
    const condition = fc.oneof(
      scalar,
      bound,
      fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
    );
    const filter = fc.dictionary(fc.constantFrom('a', 'b', 'c'), condition, { maxKeys: 2 });
    const sort = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(1, -1), {
      maxKeys: 3,
    });
    const changes = fc.array(fc.tuple(fc.nat(30), row), { maxLength: 5 });
    const indexes: Document[] = [{ a: 1, b: -1 }, { b: 1, c: 1 }, { c: -1 }];
    for (const [n, index] of indexes.entries())
      await documents.createIndex(index, { name: `i${n}` }, {});
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 5, maxLength: 30 }),
        changes,
        fc.array(fc.tuple(filter, sort), { minLength: 6, maxLength: 6 }),
        async (rows, updates, queries) => {
          await documents.deleteMany({});
          await documents.insertMany(rows.map((each, _id) => ({ ...each, _id })) as Document[], {
            ignoreUndefined: true,
          });
          for (const [_id, next] of updates)
            await documents.replaceOne({ _id } as Document, next, {
              ignoreUndefined: true,
            });
          for (const [query, order] of queries) {
            // With _id last, the order is total and both ways must agree on every page.
            const cursor = () =>
              documents
                .find(query)
                .sort({ ...order, _id: 1 })
                .skip(1)
                .limit(7);
            const expected = await cursor().hint({ $natural: 1 }).toArray();
            expect(await cursor().toArray()).toEqual(expected);
            for (const n of indexes.keys())
              expect(await cursor().hint(`i${n}`).toArray()).toEqual(expected);
          }
        },
      ),
      { numRuns: 25 },
    );
  }, 30_000);

  it('leave it to the sort where an array that holds the value may sort by another', async () => {
    const rows = [{ tags: ['b'] }, { tags: ['b', 'a'] }, { tags: 'b' }];
    await documents.insertMany(rows.map((row, _id) => ({ ...row, _id })) as Document[]);
    const order = async () => {
      const cursor = documents.find({ tags: 'b' }).sort({ tags: 1, _id: 1 });
      return (await cursor.toArray()).map(({ _id }) => Number(_id));
    };
    expect(await order()).toEqual([1, 0, 2]);
    await documents.createIndex({ tags: 1 });
    expect(await order()).toEqual([1, 0, 2]);
  });

  it('refuse a second document with a unique key and say which', async () => {
    await documents.createIndex({ 'who.email': 1 }, { unique: true }, {});
    await documents.insertOne({ who: { email: 'a' } });
    await expect(documents.insertOne({ who: { email: 'a' } })).rejects.toMatchObject({
      code: 11000,
      message: expect.stringContaining('index: who.email_1 dup key: { who.email: "a" }'),
      keyPattern: { 'who.email': 1 },
      keyValue: { 'who.email': 'a' },
    });
    expect(await documents.countDocuments()).toBe(1);
    await documents.insertOne({ who: { email: 'b' } });
    await expect(
      documents.updateOne({ 'who.email': 'b' }, { $set: { 'who.email': 'a' } }),
    ).rejects.toMatchObject({ code: 11000 });
    expect(await documents.countDocuments({ 'who.email': 'b' })).toBe(1);
  });

  it('cannot be built unique over duplicates, and leave nothing behind then', async () => {
    await documents.insertMany([{ a: 1 }, { a: 1 }]);
    await expect(documents.createIndex({ a: 1 }, { unique: true }, {})).rejects.toMatchObject({
      code: 11000,
    });
    expect((await documents.indexes()).map(({ name }) => name)).toEqual(['_id_']);
  });

  it('find long values by what was cut from their keys', async () => {
    await documents.createIndex({ text: 1 });
    const long = (end: string): string => 'x'.repeat(3000) + end;
    await documents.insertMany([{ text: long('b') }, { text: long('a') }, { text: 'x' }]);
    expect(await documents.countDocuments({ text: long('a') })).toBe(1);
    expect(await documents.countDocuments({ text: { $gt: long('a') } })).toBe(1);
    const found = await documents.find().sort({ text: 1 }).toArray();
    expect(found.map(({ text }) => String(text).slice(-1))).toEqual(['x', 'a', 'b']);
  });

  it('are listed, kept when made again, and dropped', async () => {
    await documents.createIndex({ a: 1, b: -1 });
    await documents.createIndex({ a: 1, b: -1 });
    await documents.createIndex({ c: 1 }, { unique: true, name: 'only-c' }, {});
    expect(await documents.indexes()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1, b: -1 }, name: 'a_1_b_-1' },
      { v: 2, key: { c: 1 }, name: 'only-c', unique: true },
    ]);
    await expect(documents.createIndex({ d: 1 }, { name: 'only-c' }, {})).rejects.toMatchObject({
      code: 86,
    });
    await documents.dropIndex('only-c');
    await expect(documents.dropIndex('only-c')).rejects.toMatchObject({ code: 27 });
    expect(await documents.indexes()).toHaveLength(2);
  });
});
