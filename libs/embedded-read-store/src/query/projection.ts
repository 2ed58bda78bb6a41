import { argumentNumber, argumentTruth, isNumber } from '../bson/read';
import { BsonType } from '../bson/types';
import { documentIn, elementsOf, fieldsOf, isArray, isObject, type Value } from '../bson/value';
import { BsonWriter } from '../bson/write';
import { ServerError, unsupported } from '../errors';

/** Which fields; a `true` leaf means the whole value. */
type Tree = Map<string, Tree | true>;

export type Projection = (document: Value) => Value;

function insert(tree: Tree, parts: readonly string[]): void {
  const [part, ...rest] = parts;
  if (part === undefined) return;
  if (rest.length === 0) {
    if (tree.has(part)) throw new ServerError(31249, `Path collision at ${part}`);
    tree.set(part, true);
    return;
  }
  const below = tree.get(part) ?? new Map<string, Tree | true>();
  if (below === true) throw new ServerError(31249, `Path collision at ${part}`);
  tree.set(part, below);
  insert(below, rest);
}

/** A value cut down to (or by) a tree; undefined when nothing of it remains. */
function cutValue(value: Value, tree: Tree, keep: boolean): Value | undefined {
  if (isObject(value)) return cutDocument(value, tree, keep);
  if (!isArray(value)) return keep ? undefined : value;
  const writer = new BsonWriter();
  const at = writer.open();
  let index = 0;
  for (const element of elementsOf(value)) {
    const rest = cutValue(element, tree, keep);
    if (rest === undefined) continue;
    writer.field(String(index), rest);
    index += 1;
  }
  return { ...documentIn(writer.close(at).finish()), type: BsonType.array };
}

function cutDocument(document: Value, tree: Tree, keep: boolean): Value {
  const writer = new BsonWriter(document.end - document.start);
  const at = writer.open();
  for (const { name, value } of fieldsOf(document)) {
    const below = tree.get(name);
    if (below === undefined) {
      if (!keep) writer.field(name, value);
    } else if (below === true) {
      if (keep) writer.field(name, value);
    } else {
      const rest = cutValue(value, below, keep);
      if (rest !== undefined) writer.field(name, rest);
    }
  }
  return documentIn(writer.close(at).finish());
}

const isFlag = (value: Value): boolean => value.type === BsonType.boolean || isNumber(value);

function flatten(projection: Value, prefix = ''): { path: string; value: Value }[] {
  return fieldsOf(projection).flatMap(({ name, value }) => {
    if (name.startsWith('$') || name.endsWith('.$')) throw unsupported(`the projection ${name}`);
    const path = `${prefix}${name}`;
    return isObject(value) && fieldsOf(value).length > 0
      ? flatten(value, `${path}.`)
      : [{ path, value }];
  });
}

/**
 * A projection that includes or excludes fields; computed fields are refused.
 * @throws ServerError 31253 or 31254 for a mixture, 31249 for colliding paths, 238 otherwise.
 */
export function compileProjection(projection: Value | undefined): Projection | undefined {
  if (projection === undefined) return undefined;
  const flags = flatten(projection);
  if (flags.length === 0) return undefined;
  const others = flags.filter(({ path }) => path !== '_id');
  const keep = argumentTruth((others[0] ?? flags[0])?.value);
  const tree: Tree = new Map();
  for (const { path, value } of flags) {
    if (!isFlag(value) || Number.isNaN(argumentNumber(value)))
      throw unsupported('a computed projection');
    const wanted = argumentTruth(value);
    if (path !== '_id' && wanted !== keep) {
      throw keep
        ? new ServerError(31254, `Cannot do exclusion on field ${path} in inclusion projection`)
        : new ServerError(31253, `Cannot do inclusion on field ${path} in exclusion projection`);
    }
    if (path === '_id' ? wanted === keep : true) insert(tree, path.split('.'));
  }
  const mentionsId = flags.some(({ path }) => path === '_id' || path.startsWith('_id.'));
  if (keep && !mentionsId) tree.set('_id', true);
  return (document) => cutDocument(document, tree, keep);
}
