import { type Document } from 'bson';
import { elementsOf, type Value } from '../bson/value';
import { pause, type Step } from '../query/pace';
import { bsonDocument, bsonValue } from '../testing/values';
import { noVariables } from './expression';
import { nameStage } from './pipeline-maker';
import { type Stage } from './stage';
import { compilePipeline } from './stages';

const pipelineOf = (pipeline: Document[]): Stage =>
  compilePipeline(elementsOf(bsonValue(pipeline)).map(nameStage), {
    variables: noVariables,
    read: () => documents,
    isIndexed: () => false,
  });

const documents: readonly Value[] = Array.from({ length: 20_000 }, (_, n) =>
  bsonDocument({ _id: n, half: n >> 1, mixed: (n * 7_919) % 20_011, list: [1, 2] }),
);

/** The most documents a stage takes and gives without a pause, of a source that gives none itself. */
function longestStretch(stage: Stage): number {
  let longest = 0;
  let stretch = 0;
  const work = (): void => {
    stretch += 1;
    longest = Math.max(longest, stretch);
  };
  function* source(): Generator<Step> {
    for (const document of documents) {
      work();
      yield document;
    }
  }
  for (const step of stage(source())) {
    if (step === pause) stretch = 0;
    else work();
  }
  return longest;
}

describe('stages that gather documents', () => {
  // A clock on which every look takes a tenth of a millisecond: pauses come after so many documents.
  let now = 0;
  beforeEach(() => {
    jest.spyOn(performance, 'now').mockImplementation(() => (now += 0.1));
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it.each<[string, Document[]]>([
    ['$sort', [{ $sort: { mixed: 1 } }]],
    ['$sort with a $limit', [{ $sort: { mixed: 1 } }, { $skip: 5 }, { $limit: 50 }]],
    ['$sort with a large $limit', [{ $sort: { mixed: 1 } }, { $limit: 9_000 }]],
    ['$group of few', [{ $group: { _id: { $mod: ['$half', 5] }, n: { $sum: 1 } } }]],
    ['$group of many', [{ $group: { _id: '$half', n: { $push: '$mixed' } } }]],
    ['$lookup', [{ $lookup: { from: 'x', localField: 'half', foreignField: '_id', as: 'y' } }]],
    ['$unwind', [{ $unwind: '$list' }]],
    [
      '$setWindowFields',
      [{ $setWindowFields: { sortBy: { mixed: 1 }, output: { r: { $rank: {} } } } }],
    ],
    [
      '$sortByCount behind others',
      [{ $match: { half: { $gte: 0 } } }, { $addFields: { x: 1 } }, { $sortByCount: '$half' }],
    ],
  ])('%s gives others their turn while it works', (_what, pipeline) => {
    expect(longestStretch(pipelineOf(pipeline))).toBeLessThan(2_000);
  });

  it('give everything in order all the same', () => {
    const given = [...pipelineOf([{ $sort: { mixed: 1 } }])(documents)];
    const ids = given.filter((step) => step !== pause);
    expect(ids).toHaveLength(documents.length);
    const limited = [...pipelineOf([{ $sort: { mixed: 1 } }, { $limit: 3_000 }])(documents)];
    expect(limited.filter((step) => step !== pause)).toEqual(ids.slice(0, 3_000));
  });
});

describe('memory', () => {
  const large = bsonDocument({ _id: 1, k: 'a', v: 'x'.repeat(1024 * 1024) });
  function* many(count: number): Generator<Step> {
    for (let n = 0; n < count; n += 1) yield large;
  }
  const run = (pipeline: Document[], count: number): number =>
    [...pipelineOf(pipeline)(many(count))].filter((step) => step !== pause).length;

  it.each<[string, Document[]]>([
    ['$sort', [{ $sort: { v: 1 } }]],
    ['$group', [{ $group: { _id: null, all: { $push: '$v' } } }]],
    ['$facet', [{ $facet: { a: [] } }]],
    [
      '$setWindowFields',
      [{ $setWindowFields: { sortBy: { k: 1 }, output: { r: { $rank: {} } } } }],
    ],
  ])('of %s is limited to 100 MB', (_what, pipeline) => {
    expect(() => run(pipeline, 120)).toThrow(/memory limit/);
  });

  it('holds no more of a sort than is wanted of it', () => {
    expect(run([{ $sort: { k: 1 } }, { $limit: 10 }], 300)).toBe(10);
  });
});
