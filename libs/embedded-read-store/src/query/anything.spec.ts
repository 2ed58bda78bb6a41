import fc from 'fast-check';
import { noVariables } from '../aggregate/expression';
import { nameStage } from '../aggregate/pipeline-maker';
import { compilePipeline } from '../aggregate/stages';
import { elementsOf, type Value } from '../bson/value';
import { ServerError } from '../errors';
import { values } from '../testing/arbitrary-values';
import { bsonDocument, bsonValue } from '../testing/values';
import { compileFilter } from './filter';
import { pause } from './pace';
import { compileProjection } from './projection';
import { parseSort, sorted } from './sort';

/** Documents in which operators stand where they may and where they may not. */
const names = fc.constantFrom(
  ...'a b a.b a.0 a.$ $and $or $nor $not $eq $ne $gt $in $nin $all $elemMatch $size $type $mod $regex $options $exists $expr $slice $add $cond $ifNull $concat $arrayElemAt $divide $toString $mergeObjects $literal $sum $foo _id if then else'.split(
    ' ',
  ),
);
const stages = fc.constantFrom(
  ...'$match $sort $skip $limit $project $addFields $group $unwind $facet $lookup $setWindowFields $unset $replaceWith $replaceRoot $count $sortByCount'.split(
    ' ',
  ),
);
const paths = fc.constantFrom('$a', '$a.b', '$$ROOT', '$$nobody', '$', '^a', 'string');
const { anything } = fc.letrec<{ anything: unknown }>((tie) => ({
  anything: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    values,
    paths,
    fc.dictionary(names, tie('anything'), { maxKeys: 3 }),
    fc.array(tie('anything'), { maxLength: 3 }),
  ),
}));
const dictionaries = fc.dictionary(names, anything, { maxKeys: 3 });
const documents = fc.dictionary(fc.constantFrom('a', 'b', 'c', '_id'), values);

/** Whatever is asked, it is answered or refused; nothing else is thrown. */
function answered(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
  }
}

const asked = { numRuns: 600 } as const;

describe('whatever is sent', () => {
  it('as a filter', () => {
    fc.assert(
      fc.property(dictionaries, documents, (filter, document) => {
        answered(() => compileFilter(bsonDocument(filter))(bsonDocument(document)));
      }),
      asked,
    );
  });

  it('as a projection', () => {
    fc.assert(
      fc.property(dictionaries, dictionaries, documents, (projection, filter, document) => {
        answered(() => {
          const [what, where] = [bsonDocument(projection), bsonDocument(filter)];
          return compileProjection(what, noVariables, where)?.(bsonDocument(document));
        });
      }),
      asked,
    );
  });

  it('as a sort', () => {
    fc.assert(
      fc.property(
        fc.dictionary(names, fc.oneof(anything, fc.constantFrom(1, -1)), { maxKeys: 3 }),
        fc.array(documents, { maxLength: 4 }),
        (sort, given) => {
          answered(() => [...sorted(given.map(bsonDocument), parseSort(bsonValue(sort)), 0)]);
        },
      ),
      asked,
    );
  });

  it('as a pipeline', () => {
    const pipelines = fc.array(
      fc.tuple(stages, anything).map(([stage, specification]) => ({ [stage]: specification })),
      { maxLength: 3 },
    );
    const context = { variables: noVariables, read: () => [], isIndexed: () => false };
    fc.assert(
      fc.property(pipelines, fc.array(documents, { maxLength: 3 }), (pipeline, given) => {
        answered(() => {
          const named = elementsOf(bsonValue(pipeline)).map(nameStage);
          const results = compilePipeline(named, context)(given.map(bsonDocument));
          const made = [...results].filter((step): step is Value => step !== pause);
          return made.map((document) => elementsOf(document));
        });
      }),
      asked,
    );
  });
});
