import { elementsOf, fieldsOf, isArray, isObject, type Value } from '../bson/value';
import { BsonType } from '../bson/types';
import { documentOf } from '../bson/write';
import { ServerError } from '../errors';
import { splitPath } from '../storage/paths';
import { close, openDocument, setPath } from './tree';

type Equalities = Map<string, Value>;

function give(found: Equalities, path: string, value: Value): void {
  for (const other of found.keys()) {
    if (other === path) {
      throw new ServerError(
        54,
        `cannot infer query fields to set, path '${path}' is matched twice`,
      );
    }
    if (other.startsWith(`${path}.`) || path.startsWith(`${other}.`)) {
      throw new ServerError(
        54,
        `cannot infer query fields to set, both paths '${other}' and '${path}' are matched`,
      );
    }
  }
  found.set(path, value);
}

/** The values a condition leaves no choice about: `$eq`, and `$in` and `$all` of one. */
function equalValues(operand: Value): readonly Value[] {
  const fields = isObject(operand) ? fieldsOf(operand) : [];
  if (fields[0]?.name.startsWith('$') !== true) {
    return operand.type === BsonType.regex ? [] : [operand];
  }
  return fields.flatMap(({ name, value }) => {
    if (name === '$eq') return [value];
    if (!isArray(value) || (name !== '$in' && name !== '$all')) return [];
    const elements = elementsOf(value);
    const [only] = elements;
    if (name === '$in' && elements.length !== 1) return [];
    return only === undefined ? [] : elements.flatMap(plainValues);
  });
}

/** An element of `$in` or `$all` that is a value and no condition. */
function plainValues(element: Value): readonly Value[] {
  const condition = isObject(element) && fieldsOf(element)[0]?.name.startsWith('$') === true;
  return condition || element.type === BsonType.regex ? [] : [element];
}

function collect(filter: Value, found: Equalities, wanted: (path: string) => boolean): void {
  for (const { name, value } of fieldsOf(filter)) {
    const clauses = isArray(value) ? elementsOf(value) : [];
    if (name === '$and' || (name === '$or' && clauses.length === 1)) {
      for (const clause of clauses) collect(clause, found, wanted);
    }
    if (name.startsWith('$')) continue;
    if (!wanted(name)) continue;
    for (const equal of equalValues(value)) give(found, name, equal);
  }
}

const isOfId = (path: string): boolean => path === '_id' || path.startsWith('_id.');

/**
 * The fields that equality in a filter gives to a document an upsert makes; a replacement takes only
 * the `_id`.
 * @throws ServerError 54 when a filter gives a path twice, 111 for a part of an `_id` alone.
 */
export function seedOf(filter: Value, replacing: boolean): Value {
  const found: Equalities = new Map();
  collect(filter, found, replacing ? isOfId : () => true);
  const root = openDocument(documentOf([]));
  for (const [path, value] of [...found].sort(([left], [right]) => (left < right ? -1 : 1))) {
    if (replacing && path !== '_id') {
      throw new ServerError(
        111,
        `field at '_id' must be exactly specified, field at sub-path '${path}' found`,
      );
    }
    setPath(root, splitPath(path), value);
  }
  return close(root);
}
