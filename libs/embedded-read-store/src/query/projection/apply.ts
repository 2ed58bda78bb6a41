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

/** A value cut down to (or by) a tree; undefined when nothing of it remains. */
function cutValue(value: Value, tree: Below, keep: boolean, root: Value): Value | undefined {
  if (isObject(value)) return cut(value, tree, keep, root);
  if (!isArray(value)) return keep ? undefined : value;
  const writer = new BsonWriter();
  const at = writer.open();
  let index = 0;
  for (const element of elementsOf(value)) {
    // Where something is computed into every element, a scalar keeps its place for that.
    const rest = cutValue(element, tree, keep, root) ?? (tree.computed ? element : undefined);
    if (rest === undefined) continue;
    writer.field(String(index), rest);
    index += 1;
  }
  return { ...documentIn(writer.close(at).finish()), type: BsonType.array };
}

function cutField(
  value: Value,
  node: Node | undefined,
  keep: boolean,
  root: Value,
): Value | undefined {
  switch (node?.kind) {
    case undefined:
      return keep ? undefined : value;
    case 'keep':
      return value;
    case 'drop':
    case 'set':
      return undefined;
    case 'slice':
      return sliced(value, node);
    case 'replace':
      return node.by(root);
    case 'below':
      return cutValue(value, node, keep, root);
  }
}

/** What a tree leaves of a document before anything is computed; `keep`: what is not named goes. */
export function cut(document: Value, { children }: Below, keep: boolean, root = document): Value {
  const writer = new BsonWriter(document.end - document.start);
  const at = writer.open();
  for (const { name, value } of fieldsOf(document)) {
    const rest = cutField(value, children.get(name), keep, root);
    if (rest !== undefined) writer.field(name, rest);
  }
  return documentIn(writer.close(at).finish());
}

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
