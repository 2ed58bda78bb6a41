import { type Variables } from '../aggregate/expression';
import { nameStage } from '../aggregate/pipeline-maker';
import { compilePipeline } from '../aggregate/stages';
import { fieldOf, fieldsOf, type Value } from '../bson/value';
import { documentOf } from '../bson/write';
import { ServerError } from '../errors';
import { pause } from '../query/pace';

/** The stages that make one document of one. */
const allowed = new Set([
  '$addFields',
  '$set',
  '$project',
  '$unset',
  '$replaceRoot',
  '$replaceWith',
]);

/** Stages that exist, so that one that does not keeps its own error. */
const known =
  /^\$(match|sort|skip|limit|group|count|sortByCount|unwind|lookup|facet|setWindowFields|merge|out|sample|bucket|bucketAuto|unionWith|graphLookup|redact|indexStats|collStats|geoNear|densify|fill|currentOp|documents|changeStream)$/;

/** The document with the `_id` it had, when what was made of it has none. */
function keepId(before: Value, next: Value): Value {
  const id = fieldOf(before, '_id');
  if (id === undefined || fieldOf(next, '_id') !== undefined) return next;
  const fields = fieldsOf(next).map(({ name, value }) => [name, value] as const);
  return documentOf([['_id', id] as const, ...fields]);
}

/**
 * An update by pipeline, as a change of one document.
 * @throws ServerError 72 for stages of more than one document, and what the stages throw.
 */
export function pipelineChange(
  stages: readonly Value[],
  variables: Variables,
): (document: Value) => Value {
  const named = stages.map(nameStage);
  const foreign = named.find(({ name }) => !allowed.has(name) && known.test(name));
  if (foreign !== undefined) {
    throw new ServerError(72, `${foreign.name} is not allowed to be used within an update`);
  }
  const change = compilePipeline(named, { variables, read: () => [], isIndexed: () => true });
  return (document) => {
    for (const step of change([document])) if (step !== pause) return keepId(document, step);
    throw new TypeError('a pipeline made no document of one');
  };
}
