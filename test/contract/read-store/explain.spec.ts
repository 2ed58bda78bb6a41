import { type Collection, type Document } from 'mongodb';
import { codeOf, describeEmbedded, upTo, useClient } from './support';

const connected = useClient();

interface Plan extends Document {
  stage: string;
  inputStage?: Plan;
}

/** The stages of a plan from the top down to its source. */
const stagesOf = (plan: Plan): string[] => [
  plan.stage,
  ...(plan.inputStage === undefined ? [] : stagesOf(plan.inputStage)),
];

const planOf = (explained: Document): string[] =>
  stagesOf((explained['queryPlanner'] as Document)['winningPlan'] as Plan);

describeEmbedded('explain', () => {
  let collection: Collection;

  beforeAll(async () => {
    collection = connected.collection();
    await collection.createIndexes([
      { key: { v: 1 }, name: 'values' },
      { key: { p: 1, q: -1 }, name: 'pairs' },
    ]);
    await collection.insertMany(
      upTo(100).map((n) => ({ _id: n as never, v: n, p: n % 10, q: n, x: n })),
    );
  });

  it.each<[string, Document, Document, string[]]>([
    ['an exact _id', { _id: 5 }, {}, ['IDHACK']],
    ['a range of _id', { _id: { $gt: 5 } }, {}, ['FETCH', 'IXSCAN']],
    ['an indexed value', { v: 5 }, {}, ['FETCH', 'IXSCAN']],
    ['an indexed range', { v: { $lt: 5 } }, {}, ['FETCH', 'IXSCAN']],
    ['no index', { x: 5 }, {}, ['COLLSCAN']],
    ['nothing', {}, {}, ['COLLSCAN']],
    ['an order that comes along', { p: 3 }, { sort: { q: -1 } }, ['FETCH', 'IXSCAN']],
    ['an order backwards', { p: 3 }, { sort: { q: 1 } }, ['FETCH', 'IXSCAN']],
    ['an order that does not', { p: 3 }, { sort: { x: 1 } }, ['SORT', 'FETCH', 'IXSCAN']],
    [
      'a page of an order',
      {},
      { sort: { v: -1 }, skip: 2, limit: 5 },
      ['LIMIT', 'SKIP', 'FETCH', 'IXSCAN'],
    ],
    ['a hint', { x: 5 }, { hint: 'values' }, ['FETCH', 'IXSCAN']],
    ['a hint against an index', { v: 5 }, { hint: { $natural: 1 } }, ['COLLSCAN']],
    ['an unindexed part', { v: 5, x: 5 }, {}, ['FETCH', 'IXSCAN']],
    ['a beginning of a text', { v: /^a/ }, {}, ['FETCH', 'IXSCAN']],
    ['any part of a text', { x: /a/ }, {}, ['COLLSCAN']],
  ])('a find by %s', async (_what, filter, options, expected) => {
    expect(planOf(await collection.find(filter, options).explain())).toEqual(expected);
  });

  it('tells what was looked at', async () => {
    const explained = await collection.find({ v: { $gte: 90 }, x: { $lt: 95 } }).explain();
    expect(explained['executionStats']).toMatchObject({
      executionSuccess: true,
      nReturned: 5,
      totalKeysExamined: 10,
      totalDocsExamined: 10,
    });
    expect((await collection.find({ x: 1 }).explain())['executionStats']).toMatchObject({
      nReturned: 1,
      totalKeysExamined: 0,
      totalDocsExamined: 100,
    });
  });

  it('only runs what it explains when asked to', async () => {
    const planned = await collection.find({ v: 1 }).explain('queryPlanner');
    expect(planned).toHaveProperty('queryPlanner');
    expect(planned).not.toHaveProperty('executionStats');
    expect(await collection.find({ v: 1 }).explain('executionStats')).toHaveProperty(
      'executionStats',
    );
    expect(await codeOf(collection.find({ v: 1 }).explain('invalid' as never))).toBe(2);
  });

  it('explains the beginning of a pipeline, and names what follows', async () => {
    const sorted = [{ $match: { p: 3 } }, { $sort: { q: -1 } }, { $limit: 2 }];
    expect(planOf(await collection.aggregate(sorted).explain())).toEqual([
      'LIMIT',
      'FETCH',
      'IXSCAN',
    ]);
    const grouped = [{ $match: { v: 3 } }, { $group: { _id: '$p' } }];
    const { stages } = (await collection.aggregate(grouped).explain()) as { stages: Document[] };
    expect(planOf(stages[0]?.['$cursor'] as Document)).toEqual(['FETCH', 'IXSCAN']);
    expect(stages[1]).toEqual({ $group: { _id: '$p' } });
  });

  it('explains other commands, and changes nothing', async () => {
    const explained = (explain: Document): Promise<Document> => connected.command({ explain });
    const name = collection.collectionName;
    expect(planOf(await explained({ count: name, query: { v: 1 } }))).toEqual([
      'COUNT',
      'FETCH',
      'IXSCAN',
    ]);
    expect(planOf(await explained({ distinct: name, key: 'v', query: { v: 1 } }))).toEqual([
      'FETCH',
      'IXSCAN',
    ]);
    const update = { q: { v: 1 }, u: { $set: { x: -1 } }, multi: true };
    expect(planOf(await explained({ update: name, updates: [update] }))).toEqual([
      'UPDATE',
      'FETCH',
      'IXSCAN',
    ]);
    const removal = { q: { x: 1 }, limit: 0 };
    expect(planOf(await explained({ delete: name, deletes: [removal] }))).toEqual([
      'DELETE',
      'COLLSCAN',
    ]);
    const modification = { findAndModify: name, query: { _id: 1 }, remove: true };
    expect(planOf(await explained(modification))).toEqual(['DELETE', 'LIMIT', 'IDHACK']);
    expect(await collection.countDocuments({ x: { $gte: 0 } })).toBe(100);
  });

  it('explains what asks a collection that does not exist, and refuses all the same', async () => {
    const none = connected.collection();
    expect(planOf(await none.find({ a: 1 }).explain())).toEqual(['EOF']);
    expect(await codeOf(none.find({ a: { $foo: 1 } }).explain())).toBe(2);
  });
});
