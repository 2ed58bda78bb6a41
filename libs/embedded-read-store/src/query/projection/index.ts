import { noVariables, type Variables } from '../../aggregate/expression';
import { fieldsOf, type Value } from '../../bson/value';
import { cut, setComputed } from './apply';
import { elementPicker } from './positional';
import { parseProjection, type ProjectionScope } from './parse';

export type Projection = (document: Value) => Value;

function projecting(projection: Value, scope: ProjectionScope): Projection {
  const { tree, form, positional } = parseProjection(projection, scope);
  const { filter, variables } = scope;
  const pick =
    positional === undefined || filter === undefined
      ? undefined
      : elementPicker(positional, filter, variables);
  const keep = form === 'inclusion';
  const left = (document: Value): Value => cut(pick?.(document) ?? document, tree, keep);
  return tree.computed ? (document) => setComputed(left(document), tree, document) : left;
}

/**
 * The projection of a find; undefined when it leaves documents as they are. Without the `filter` of
 * the find there is no positional projection.
 */
export function compileProjection(
  projection: Value | undefined,
  variables: Variables = noVariables,
  filter?: Value,
): Projection | undefined {
  if (projection === undefined || fieldsOf(projection).length === 0) return undefined;
  return projecting(projection, { find: true, variables, filter });
}

/** The projection of a `$project` stage, which has at least one field. */
export const compileStageProjection = (
  projection: Value,
  variables: Variables = noVariables,
): Projection => projecting(projection, { find: false, variables });
