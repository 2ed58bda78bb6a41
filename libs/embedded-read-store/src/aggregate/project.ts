import { typeNameOf } from '../bson/type-names';
import { BsonType } from '../bson/types';
import { elementsOf, fieldsOf, isObject, type Value } from '../bson/value';
import { booleanValue, documentOf } from '../bson/write';
import { textOf } from '../bson/read';
import { ServerError } from '../errors';
import { setComputed } from '../query/projection/apply';
import { compileStageProjection } from '../query/projection';
import { addNode, branchAt, emptyTree, type Below, type Collision } from '../query/projection/tree';
import { compileExpression, type Expression, type Variables } from './expression';
import { fieldPath } from './field-path';
import { each, type PipelineContext, type Stage } from './stage';

const additionCollision: Collision = (path) =>
  new ServerError(
    40176,
    `specification contains two conflicting paths. Cannot specify both '${path}' and another path that begins with it or that it begins with`,
  );

/** A field to be set at a dotted path, among others that must not collide with it. */
export function addComputed(
  tree: Below,
  path: string,
  expression: Expression,
  collision = additionCollision,
): void {
  addNode(tree, fieldPath(path), { kind: 'set', expression }, collision);
}

function addAll(tree: Below, parents: string, fields: Value, variables: Variables): void {
  for (const { name, value } of fieldsOf(fields)) {
    const path = `${parents}${name}`;
    const inner = isObject(value) ? fieldsOf(value) : [];
    const [first] = inner;
    if (first === undefined || first.name.startsWith('$')) {
      addComputed(tree, path, compileExpression(value, variables));
    } else {
      branchAt(tree, fieldPath(path), additionCollision);
      addAll(tree, `${path}.`, value, variables);
    }
  }
}

/** `$addFields` and `$set`. */
export const addFields =
  (name: string) =>
  (specification: Value, { variables }: PipelineContext): Stage => {
    if (!isObject(specification)) {
      throw new ServerError(
        40272,
        `${name} specification stage must be an object, got ${typeNameOf(specification)}`,
      );
    }
    if (fieldsOf(specification).length === 0) {
      throw new ServerError(
        40177,
        `Invalid ${name} :: caused by :: specification must have at least one field`,
      );
    }
    const tree = emptyTree();
    addAll(tree, '', specification, variables);
    return each((document) => setComputed(document, tree, document));
  };

/** `$project`: fields kept or left out, and fields computed. */
export function project(specification: Value, { variables }: PipelineContext): Stage {
  if (!isObject(specification)) {
    throw new ServerError(15969, '$project specification must be an object');
  }
  if (fieldsOf(specification).length === 0) {
    throw new ServerError(
      51272,
      'Invalid $project :: caused by :: projection specification must have at least one field',
    );
  }
  return each(compileStageProjection(specification, variables));
}

/** `$unset`: a `$project` that leaves out the fields it names. */
export function unset(specification: Value, context: PipelineContext): Stage {
  const isList = specification.type === BsonType.array;
  const names = isList ? elementsOf(specification) : [specification];
  const must = '$unset specification must be a string or an array';
  if (!isList && specification.type !== BsonType.string) {
    throw new ServerError(31002, must);
  }
  if (names.length === 0) throw new ServerError(31119, `${must} with at least one field`);
  if (names.some(({ type }) => type !== BsonType.string)) {
    throw new ServerError(31120, `${must} containing only string values`);
  }
  const paths = names.map((name) => fieldPath(textOf(name)).join('.'));
  const flags = paths.map((path) => [path, booleanValue(false)] as const);
  return project(documentOf(flags), context);
}
