import { argumentNumber, textOf } from '../bson/read';
import { BsonType } from '../bson/types';
import { fieldsOf, isObject, type Value } from '../bson/value';
import { documentOf, int32Value } from '../bson/write';
import { badValue, ServerError, unsupported } from '../errors';
import { compileFilter } from '../query/filter';
import { pause } from '../query/pace';
import { matching, page } from '../query/run';
import { parseSort, sorted } from '../query/sort';
import { group } from './group';
import { addFields, project } from './project';
import { type Stage } from './stage';

export function countOf(name: string, value: Value): number {
  const count = argumentNumber(value);
  if (count === undefined || !Number.isInteger(count) || count < 0) {
    throw new ServerError(5107201, `invalid argument to ${name} stage: must be a whole number`);
  }
  if (name === '$limit' && count === 0) throw new ServerError(15958, 'the limit must be positive');
  return count;
}

function match(filter: Value): Stage {
  if (!isObject(filter))
    throw new ServerError(15959, 'the match filter must be an expression in an object');
  const matches = compileFilter(filter);
  return (documents) => matching(documents, matches);
}

function counted(name: Value): Stage {
  if (name.type !== BsonType.string || /^$|^\$|[.\0]/.test(textOf(name))) {
    throw new ServerError(40156, 'the count field must be a non-empty string without $ or .');
  }
  const field = textOf(name);
  return function* (documents) {
    let count = 0;
    for (const document of documents) {
      if (document === pause) yield pause;
      else count += 1;
    }
    if (count > 0) yield documentOf([[field, int32Value(count)]]);
  };
}

const makers: Readonly<Record<string, (specification: Value) => Stage>> = {
  $match: match,
  $sort: (specification) => {
    const sort = parseSort(specification);
    if (sort.length === 0)
      throw new ServerError(15976, '$sort stage must have at least one sort key');
    return (documents) => sorted(documents, sort, 0);
  },
  $skip: (value) => {
    const skip = countOf('$skip', value);
    return (documents) => page(documents, skip, 0);
  },
  $limit: (value) => {
    const limit = countOf('$limit', value);
    return (documents) => page(documents, 0, limit);
  },
  $project: (specification) => {
    if (!isObject(specification)) throw badValue('$project specification must be an object');
    return project(specification);
  },
  $addFields: addFields,
  $set: addFields,
  $group: group,
  $count: counted,
};

const foreign = new Set(
  '$unwind $facet $lookup $setWindowFields $unset $replaceRoot $replaceWith $sample $bucket $bucketAuto $sortByCount $unionWith $graphLookup $merge $out $geoNear $collStats $indexStats $redact $densify $fill $currentOp $listSessions $documents $search'.split(
    ' ',
  ),
);

export interface NamedStage {
  readonly name: string;
  readonly specification: Value;
}

export function nameStage(stage: Value): NamedStage {
  const [field, ...more] = isObject(stage) ? fieldsOf(stage) : [];
  if (field === undefined || more.length > 0) {
    throw new ServerError(
      40323,
      'A pipeline stage specification object must contain exactly one field.',
    );
  }
  return { name: field.name, specification: field.value };
}

/** @throws ServerError 40573 for change streams, 40324 for what is no stage, 238 for one not done here. */
export function compileStage({ name, specification }: NamedStage): Stage {
  const make = makers[name];
  if (make !== undefined) return make(specification);
  if (name === '$changeStream') {
    throw new ServerError(40573, 'The $changeStream stage is only supported on replica sets');
  }
  if (foreign.has(name)) throw unsupported(`the stage ${name}`);
  throw new ServerError(40324, `Unrecognized pipeline stage name: '${name}'`);
}
