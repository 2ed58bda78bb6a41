import { sameValue } from '../bson/compare';
import { elementsOf, fieldOf, fieldsOf, isArray, isObject, type Value } from '../bson/value';
import { documentOf } from '../bson/write';
import { badValue, ServerError, unsupported } from '../errors';
import { splitPath } from '../storage/paths';
import { BsonType } from '../bson/types';
import { foreignOperators, type Operator, operators } from './operators';
import { close, openDocument, setPath } from './tree';

/** What an update makes of a document. */
export interface Update {
  readonly replacement: boolean;
  /** The document afterwards; `inserting` switches `$setOnInsert` on. @throws ServerError 66 … */
  apply(document: Value, inserting: boolean): Value;
}

interface Step {
  readonly parts: readonly string[];
  readonly operator: Operator;
  readonly operand: Value;
  readonly onInsertOnly: boolean;
}

function partsOf(path: string): readonly string[] {
  const parts = splitPath(path);
  if (parts.includes(''))
    throw new ServerError(56, `The update path '${path}' contains an empty field name`);
  if (parts.some((part) => part === '$' || part.startsWith('$[')))
    throw unsupported('positional updates');
  const dollar = parts.find((part) => part.startsWith('$'));
  if (dollar !== undefined)
    throw new ServerError(52, `The dollar prefixed field '${dollar}' is not allowed`);
  return parts;
}

/** Paths in MongoDB's order of application: positions as numbers, names as text. */
function comparePaths(left: readonly string[], right: readonly string[]): number {
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (part === other) continue;
    const numeric = /^\d+$/.test(part) && /^\d+$/.test(other);
    return numeric
      ? Number(part) - Number(other)
      : Buffer.compare(Buffer.from(part), Buffer.from(other));
  }
  return left.length - right.length;
}

function requireNoConflict(steps: readonly Step[]): void {
  for (const [index, { parts }] of steps.entries()) {
    const previous = steps[index - 1]?.parts;
    if (previous?.every((part, position) => part === parts[position]) === true) {
      const path = parts.join('.');
      throw new ServerError(
        40,
        `Updating the path '${path}' would create a conflict at '${previous.join('.')}'`,
      );
    }
  }
}

function stepsOf(update: Value): Step[] {
  const steps = fieldsOf(update).flatMap(({ name, value }) => {
    const operator = operators[name];
    if (operator === undefined) {
      if (foreignOperators.has(name)) throw unsupported(name);
      throw new ServerError(9, `Unknown modifier: ${name}`);
    }
    if (!isObject(value))
      throw new ServerError(9, `Modifiers operate on fields but ${name} got no object`);
    const onInsertOnly = name === '$setOnInsert';
    return fieldsOf(value).map((field) => ({
      parts: partsOf(field.name),
      operator,
      operand: field.value,
      onInsertOnly,
    }));
  });
  steps.sort((left, right) => comparePaths(left.parts, right.parts));
  requireNoConflict(steps);
  return steps;
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

function replacement(update: Value): Update {
  const dollar = fieldsOf(update).find(({ name }) => name.startsWith('$'));
  if (dollar !== undefined) {
    throw new ServerError(
      52,
      `The dollar prefixed field '${dollar.name}' is not allowed in a replacement`,
    );
  }
  return {
    replacement: true,
    apply: (document) => {
      const id = fieldOf(document, '_id');
      if (id === undefined) return update;
      if (fieldOf(update, '_id') !== undefined) {
        requireSameId(document, update);
        return update;
      }
      const fields = fieldsOf(update).map(({ name, value }) => [name, value] as const);
      return documentOf([['_id', id] as const, ...fields]);
    },
  };
}

/** @throws ServerError 9, 40, 52, 56 for what MongoDB refuses, 238 for what only this node does not do. */
export function compileUpdate(update: Value): Update {
  if (isArray(update)) throw unsupported('updates by pipeline');
  if (!isObject(update)) throw badValue('an update must be a document');
  if (!(fieldsOf(update)[0]?.name.startsWith('$') ?? false)) return replacement(update);
  const steps = stepsOf(update);
  return {
    replacement: false,
    apply: (document, inserting) => {
      const root = openDocument(document);
      for (const { operator, parts, operand, onInsertOnly } of steps) {
        if (inserting || !onInsertOnly) operator(root, parts, operand);
      }
      const next = close(root);
      requireSameId(document, next);
      return next;
    },
  };
}

/** The fields that equality in a filter gives to a document an upsert makes. */
export function seedOf(filter: Value, replacing: boolean): Value {
  const root = openDocument(documentOf([]));
  seed(filter, (path, value) => {
    if (!replacing || path === '_id') setPath(root, splitPath(path), value);
  });
  return close(root);
}

function seed(filter: Value, give: (path: string, value: Value) => void): void {
  for (const { name, value } of fieldsOf(filter)) {
    if (name === '$and' && isArray(value))
      for (const clause of elementsOf(value)) seed(clause, give);
    if (name.startsWith('$') || value.type === BsonType.regex) continue;
    const operator = isObject(value) && (fieldsOf(value)[0]?.name.startsWith('$') ?? false);
    const equal = operator ? fieldOf(value, '$eq') : value;
    if (equal !== undefined) give(name, equal);
  }
}
