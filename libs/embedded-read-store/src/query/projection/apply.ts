import { BsonType } from '../../bson/types';
import { documentIn, elementsOf, fieldsOf, isArray, isObject, type Value } from '../../bson/value';
import { arrayOf, BsonWriter, documentOf } from '../../bson/write';
import { type Below, type Node } from './tree';

type Slice = Extract<Node, { kind: 'slice' }>;

function sliced(value: Value, { skip, limit }: Slice): Value {
  if (!isArray(value)) return value;
  const elements = elementsOf(value);
  const from = skip < 0 ? Math.max(0, elements.length + skip) : skip;
  return arrayOf(elements.slice(from, from + limit));
}

/** How a tree is applied. */
interface Cutting {
  /** What is not named goes. */
  readonly keep: boolean;
  /** Not so below a list in a list, which `$slice` does not look into. */
  readonly slices: boolean;
}

/** A value cut down to (or by) a tree; undefined when nothing of it remains. */
function cutValue(value: Value, tree: Below, how: Cutting): Value | undefined {
  if (isObject(value)) return cutDocument(value, tree, how);
  if (!isArray(value)) return how.keep ? undefined : value;
  const writer = new BsonWriter();
  const at = writer.open();
  let index = 0;
  for (const element of elementsOf(value)) {
    const inner = isArray(element) ? { ...how, slices: false } : how;
    // Where something is computed into every element, a scalar keeps its place for that.
    const rest = cutValue(element, tree, inner) ?? (tree.computed ? element : undefined);
    if (rest === undefined) continue;
    writer.field(String(index), rest);
    index += 1;
  }
  return { ...documentIn(writer.close(at).finish()), type: BsonType.array };
}

function cutField(value: Value, node: Node | undefined, how: Cutting): Value | undefined {
  switch (node?.kind) {
    case undefined:
      return how.keep ? undefined : value;
    case 'keep':
      return value;
    case 'drop':
    case 'set':
      return undefined;
    case 'slice':
      return how.slices ? sliced(value, node) : value;
    case 'below':
      return cutValue(value, node, how);
  }
}

function cutDocument(document: Value, { children }: Below, how: Cutting): Value {
  const writer = new BsonWriter(document.end - document.start);
  const at = writer.open();
  for (const { name, value } of fieldsOf(document)) {
    const rest = cutField(value, children.get(name), how);
    if (rest !== undefined) writer.field(name, rest);
  }
  return documentIn(writer.close(at).finish());
}

/** What a tree leaves of a document before anything is computed; `keep`: what is not named goes. */
export const cut = (document: Value, tree: Below, keep: boolean): Value =>
  cutDocument(document, tree, { keep, slices: true });

/** The computed fields of a tree, set into every document of a value; a scalar becomes one. */
function setIn(value: Value | undefined, tree: Below, root: Value): Value {
  if (isArray(value)) return arrayOf(elementsOf(value).map((each) => setIn(each, tree, root)));
  return setComputed(value, tree, root);
}

/** Sets the computed fields: those that are there keep their place, others come last. */
export function setComputed(document: Value | undefined, tree: Below, root: Value): Value {
  const given = isObject(document) ? fieldsOf(document) : [];
  const fields = new Map(given.map(({ name, value }) => [name, value] as const));
  for (const [name, node] of tree.children) {
    if (node.kind === 'set') {
      const value = node.expression(root);
      if (value === undefined) fields.delete(name);
      else fields.set(name, value);
    } else if (node.kind === 'below' && node.computed) {
      fields.set(name, setIn(fields.get(name), node, root));
    }
  }
  return documentOf(fields);
}
