import { noVariables, type Variables } from '../../aggregate/expression';
import { fieldsOf, type Value } from '../../bson/value';
import { cut, setComputed } from './apply';
import { parseProjection } from './parse';

export type Projection = (document: Value) => Value;

function projecting(projection: Value, find: boolean, variables: Variables): Projection {
  const { tree, form } = parseProjection(projection, find, variables);
  const keep = form === 'inclusion';
  if (!tree.computed) return (document) => cut(document, tree, keep);
  return (document) => setComputed(cut(document, tree, keep), tree, document);
}

/** The projection of a find; undefined when it leaves documents as they are. */
export function compileProjection(
  projection: Value | undefined,
  variables: Variables = noVariables,
): Projection | undefined {
  if (projection === undefined || fieldsOf(projection).length === 0) return undefined;
  return projecting(projection, true, variables);
}

/** The projection of a `$project` stage, which has at least one field. */
export const compileStageProjection = (
  projection: Value,
  variables: Variables = noVariables,
): Projection => projecting(projection, false, variables);
