import { sameValue } from '../bson/compare';
import { show } from '../bson/show';
import { noVariables, type Variables } from '../aggregate/expression';
import {
  documentIn,
  elementsOf,
  type Field,
  fieldOf,
  fieldsOf,
  firstNameOf,
  isArray,
  isObject,
  type Value,
} from '../bson/value';
import { BsonWriter } from '../bson/write';
import { ServerError } from '../errors';
import { assign, assignmentsOf } from './assign';
import { noArrayFilters, parseArrayFilters, requireAllUsed } from './array-filters';
import { concreteSteps } from './expand';
import { operators } from './operators';
import { comparePaths, dollarPrefixed, parseUpdatePath, PathSet } from './paths';
import { pipelineChange } from './pipeline';
import { renameSteps } from './rename';
import { type Change, type UpdateStep } from './step';
import { close, openDocument, requireViable } from './tree';

/** What an update makes of a document. */
export interface Update {
  readonly replacement: boolean;
  /**
   * The document afterwards. `inserting` switches `$setOnInsert` on; `filter` is what found the
   * document and tells what `$` means. @throws ServerError 66, 28 …
   */
  apply(document: Value, inserting: boolean, filter?: Value): Value;
}

/** Refused only where it would be made: as in MongoDB, what stands in its way is refused first. */
const refuseDollar =
  (name: string): Change =>
  (root, parts) => {
    requireViable(root, parts);
    throw dollarPrefixed(name, parts.join('.'));
  };

function operatorSteps({ name, value }: Field): UpdateStep[] {
  const operator = operators.get(name);
  if (operator === undefined && name !== '$rename') {
    throw new ServerError(
      9,
      `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  }
  if (!isObject(value)) {
    throw new ServerError(
      9,
      `Modifiers operate on fields but we found another type instead. For example: {$mod: {<field>: ...}} not {${name}: ${show(value)}}`,
    );
  }
  const onInsertOnly = name === '$setOnInsert';
  return fieldsOf(value).flatMap((field): UpdateStep[] => {
    const path = parseUpdatePath(field.name);
    if (operator === undefined) return renameSteps(path, field.value);
    if (path.dollar !== undefined && name !== '$unset') {
      return [{ path, change: refuseDollar(path.dollar), onInsertOnly }];
    }
    return [{ path, change: operator(field.value, field.name), onInsertOnly }];
  });
}

function stepsOf(update: Value): UpdateStep[] {
  const steps = fieldsOf(update).flatMap(operatorSteps);
  if (steps.length === 1) return steps;
  const paths = new PathSet();
  for (const { path } of steps) {
    const at = paths.add(path.parts);
    if (at !== undefined) {
      throw new ServerError(
        40,
        `Updating the path '${path.text}' would create a conflict at '${at}'`,
      );
    }
  }
  return steps.sort((left, right) => comparePaths(left.path.parts, right.path.parts));
}

function requireSameId(before: Value, next: Value): void {
  const old = fieldOf(before, '_id');
  const id = fieldOf(next, '_id');
  if (old !== undefined && (id === undefined || !sameValue(old, id))) {
    throw new ServerError(
      66,
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  }
}

function withIdFirst(id: Value, { bytes, start, end }: Value): Value {
  const writer = new BsonWriter(end - start + (id.end - id.start) + 5);
  const at = writer.open();
  writer.field('_id', id).raw(bytes, start + 4, end - 1);
  return documentIn(writer.close(at).finish());
}

function replacement(update: Value): Update {
  const dollar = fieldsOf(update).find(({ name }) => name.startsWith('$'));
  if (dollar !== undefined) {
    throw dollarPrefixed(dollar.name, dollar.name);
  }
  const ownId = fieldOf(update, '_id');
  return {
    replacement: true,
    apply: (document) => {
      const id = fieldOf(document, '_id');
      if (id === undefined) return update;
      if (ownId === undefined) return withIdFirst(id, update);
      if (!sameValue(id, ownId)) {
        throw new ServerError(
          66,
          `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${show(ownId)}`,
        );
      }
      return update;
    },
  };
}

const byPipeline = (change: (document: Value) => Value): Update => ({
  replacement: false,
  apply: (document) => {
    const next = change(document);
    requireSameId(document, next);
    return next;
  },
});

/**
 * `variables` are for updates by pipeline.
 * @throws ServerError 2, 9, 14, 40, 52, 56 as MongoDB does, 238 for expressions not done here.
 */
export function compileUpdate(
  update: Value,
  arrayFilters: readonly Value[] = [],
  variables: Variables = noVariables,
): Update {
  if (isArray(update)) {
    if (arrayFilters.length > 0) {
      throw new ServerError(9, 'arrayFilters may not be specified for an update by pipeline');
    }
    return byPipeline(pipelineChange(elementsOf(update), variables));
  }
  if (!isObject(update)) {
    throw new ServerError(9, 'Update argument must be either an object or an array');
  }
  if (firstNameOf(update)?.startsWith('$') !== true) {
    if (arrayFilters.length > 0) {
      throw new ServerError(9, 'arrayFilters may not be specified for a replacement');
    }
    return replacement(update);
  }
  const assignments = arrayFilters.length > 0 ? undefined : assignmentsOf(update);
  if (assignments !== undefined) {
    return { replacement: false, apply: (document) => assign(document, assignments) };
  }
  const steps = stepsOf(update);
  const filters = arrayFilters.length === 0 ? noArrayFilters : parseArrayFilters(arrayFilters);
  const always = steps.filter(({ onInsertOnly }) => !onInsertOnly);
  const dynamic = steps.some(({ path }) => path.dynamic);
  if (dynamic || filters.size > 0)
    requireAllUsed(
      filters,
      steps.map(({ path }) => path),
      update,
    );
  return {
    replacement: false,
    apply: (document, inserting, filter) => {
      const root = openDocument(document);
      const due = inserting ? steps : always;
      const concrete = dynamic ? concreteSteps(due, document, filter, filters) : due;
      for (const { path, change } of concrete) change(root, path.parts);
      const next = close(root);
      requireSameId(document, next);
      return next;
    },
  };
}
