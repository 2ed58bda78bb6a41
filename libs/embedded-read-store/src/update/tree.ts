import { arrayOf, documentOf, nullValue } from '../bson/write';
import { elementsOf, fieldsOf, isArray, isObject, type Value } from '../bson/value';
import { badValue, ServerError } from '../errors';

/** A document or array opened for change; what is not touched stays a slice of the old bytes. */
export type Branch = DocumentBranch | ArrayBranch;
export interface DocumentBranch {
  readonly kind: 'document';
  readonly fields: Map<string, Node>;
}
export interface ArrayBranch {
  readonly kind: 'array';
  readonly elements: Node[];
}
export type Node = Value | Branch;

/** MongoDB pads an array up to a position set beyond its end, but not further than this. */
const maxPadding = 1_500_000;

const isBranch = (node: Node | undefined): node is Branch => node !== undefined && 'kind' in node;

export function openDocument(document: Value): DocumentBranch {
  return {
    kind: 'document',
    fields: new Map(fieldsOf(document).map(({ name, value }) => [name, value])),
  };
}

export function close(node: Node): Value {
  if (!isBranch(node)) return node;
  if (node.kind === 'array') return arrayOf(node.elements.map(close));
  return documentOf([...node.fields].map(([name, child]) => [name, close(child)] as const));
}

const positionOf = (part: string): number | undefined =>
  /^(0|[1-9]\d*)$/.test(part) ? Number(part) : undefined;

function child(branch: Branch, part: string): Node | undefined {
  if (branch.kind === 'document') return branch.fields.get(part);
  const position = positionOf(part);
  return position === undefined ? undefined : branch.elements[position];
}

function put(branch: Branch, part: string, node: Node): void {
  if (branch.kind === 'document') {
    branch.fields.set(part, node);
    return;
  }
  const position = positionOf(part);
  if (position === undefined) {
    throw new ServerError(28, `Cannot create field '${part}' in an array`);
  }
  if (position - branch.elements.length > maxPadding) throw badValue('too far beyond the array');
  while (branch.elements.length < position) branch.elements.push(nullValue);
  branch.elements[position] = node;
}

function openChild(branch: Branch, part: string): Branch | undefined {
  const node = child(branch, part);
  if (node === undefined || isBranch(node)) return node;
  if (isObject(node)) {
    const opened = openDocument(node);
    put(branch, part, opened);
    return opened;
  }
  if (isArray(node)) {
    const opened: Branch = { kind: 'array', elements: elementsOf(node) };
    put(branch, part, opened);
    return opened;
  }
  throw new ServerError(
    28,
    `Cannot create a field below '${part}', which is neither document nor array`,
  );
}

/** The value at a path, or undefined. Positions step into arrays; nothing else does. */
export function valueAtPath(root: Branch, parts: readonly string[]): Value | undefined {
  let node: Node | undefined = root;
  for (const part of parts) {
    if (!isBranch(node)) {
      if (isObject(node)) node = openDocument(node);
      else if (isArray(node)) node = { kind: 'array', elements: elementsOf(node) };
      else return undefined;
    }
    node = child(node, part);
    if (node === undefined) return undefined;
  }
  return close(node);
}

/** Sets a path, making the documents on the way. @throws ServerError 28 below a scalar. */
export function setPath(root: Branch, parts: readonly string[], value: Value): void {
  let branch = root;
  for (const part of parts.slice(0, -1)) {
    let next = openChild(branch, part);
    if (next === undefined) {
      next = { kind: 'document', fields: new Map() };
      put(branch, part, next);
    }
    branch = next;
  }
  put(branch, parts.at(-1) ?? '', value);
}

/** Removes a field; an array element becomes null, as in MongoDB. */
export function unsetPath(root: Branch, parts: readonly string[]): void {
  if (valueAtPath(root, parts) === undefined) return;
  let branch = root;
  for (const part of parts.slice(0, -1)) {
    const next = openChild(branch, part);
    if (next === undefined) return;
    branch = next;
  }
  const last = parts.at(-1) ?? '';
  if (branch.kind === 'document') branch.fields.delete(last);
  else put(branch, last, nullValue);
}
