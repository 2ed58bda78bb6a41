import { argumentNumber } from '../bson/read';
import { show } from '../bson/show';
import { isObject, type Value } from '../bson/value';
import { ServerError, unsupported } from '../errors';
import { compileFilter } from '../query/filter';
import { matching, page } from '../query/run';
import { parseSort, sorted } from '../query/sort';
import { counted, sortByCount } from './count';
import { facet } from './facet';
import { group } from './group';
import { lookup } from './lookup';
import { type NamedStage } from './pipeline-maker';
import { addFields, project, unset } from './project';
import { replaceRoot, replaceWith } from './replace-root';
import { type PipelineContext, type Stage } from './stage';
import { unwind } from './unwind';
import { setWindowFields } from './window';

const countCodes: Readonly<Record<string, number>> = { $limit: 5107201, $skip: 5107200 };

/** The argument of `$limit` or `$skip`. */
export function countOf(name: string, value: Value): number {
  const count = argumentNumber(value);
  if (count === undefined || !Number.isInteger(count) || count < 0) {
    throw new ServerError(
      countCodes[name] ?? 2,
      `invalid argument to ${name} stage: Expected a non-negative number in: ${name}: ${show(value)}`,
    );
  }
  if (name === '$limit' && count === 0) throw new ServerError(15958, 'the limit must be positive');
  return count;
}

function match(filter: Value, { variables }: PipelineContext): Stage {
  if (!isObject(filter))
    throw new ServerError(15959, 'the match filter must be an expression in an object');
  const matches = compileFilter(filter, variables);
  return (documents) => matching(documents, matches);
}

/** How many documents of a sorted result the stages after it want; 0 when that is not known. */
export function wantedBy(following: readonly NamedStage[]): number {
  let skipped = 0;
  for (const { name, specification } of following) {
    if (name === '$skip') skipped += countOf(name, specification);
    else return name === '$limit' ? skipped + countOf(name, specification) : 0;
  }
  return 0;
}

function sort(specification: Value, following: readonly NamedStage[]): Stage {
  if (!isObject(specification)) {
    throw new ServerError(15973, 'the $sort key specification must be an object');
  }
  const fields = parseSort(specification);
  if (fields.length === 0) {
    throw new ServerError(15976, '$sort stage must have at least one sort key');
  }
  const wanted = wantedBy(following);
  return (documents) => sorted(documents, fields, wanted);
}

type Maker = (specification: Value, context: PipelineContext) => Stage;

const makers: Readonly<Record<string, Maker>> = {
  $match: match,
  $skip: (value) => {
    const skip = countOf('$skip', value);
    return (documents) => page(documents, skip, 0);
  },
  $limit: (value) => {
    const limit = countOf('$limit', value);
    return (documents) => page(documents, 0, limit);
  },
  $project: project,
  $addFields: addFields('$addFields'),
  $set: addFields('$set'),
  $unset: unset,
  $replaceRoot: replaceRoot,
  $replaceWith: replaceWith(),
  $group: group,
  $count: counted,
  $sortByCount: sortByCount,
  $unwind: unwind,
  $lookup: lookup,
  $setWindowFields: setWindowFields,
  $facet: facet(compilePipeline),
};

const foreign = new Set(
  '$bucket $bucketAuto $changeStreamSplitLargeEvent $collStats $currentOp $densify $documents $fill $geoNear $graphLookup $indexStats $listLocalSessions $listSampledQueries $listSearchIndexes $listSessions $merge $out $planCacheStats $querySettings $queryStats $rankFusion $redact $sample $scoreFusion $search $searchMeta $shardedDataDistribution $unionWith $vectorSearch'.split(
    ' ',
  ),
);

function compileStage(
  { name, specification }: NamedStage,
  following: readonly NamedStage[],
  context: PipelineContext,
): Stage {
  if (name === '$sort') return sort(specification, following);
  const make = Object.hasOwn(makers, name) ? makers[name] : undefined;
  if (make !== undefined) return make(specification, context);
  if (name === '$changeStream') {
    throw new ServerError(40573, 'The $changeStream stage is only supported on replica sets');
  }
  if (foreign.has(name)) throw unsupported(`the stage ${name}`);
  throw new ServerError(40324, `Unrecognized pipeline stage name: '${name}'`);
}

/**
 * The stages as one. All are compiled before anything is read.
 * @throws ServerError 40573 for change streams, 40324 for what is no stage, 238 for one not done here.
 */
export function compilePipeline(stages: readonly NamedStage[], context: PipelineContext): Stage {
  const compiled = stages.map((stage, index) =>
    compileStage(stage, stages.slice(index + 1), context),
  );
  return (documents) => compiled.reduce((input, stage) => stage(input), documents);
}
