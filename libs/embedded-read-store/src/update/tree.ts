import { arrayOf, documentOf, nullValue } from '../bson/write';
import { elementsOf, fieldsOf, isArray, isObject, type Value } from '../bson/value';
import { show } from '../bson/show';
import { ServerError } from '../errors';

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

/** MongoDB pads an array up to a position set beyond its end, but not by more than this. */
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
  return documentOf(closedFields(node));
}

function* closedFields({ fields }: DocumentBranch): Generator<readonly [string, Value]> {
  for (const [name, child] of fields) yield [name, close(child)];
}

const positionOf = (part: string): number | undefined =>
  /^(0|[1-9]\d*)$/.test(part) ? Number(part) : undefined;

/** A document or array as a branch, not attached to what it was taken from. */
function opened(node: Node | undefined): Branch | undefined {
  if (isBranch(node)) return node;
  if (isObject(node)) return openDocument(node);
  return isArray(node) ? { kind: 'array', elements: elementsOf(node) } : undefined;
}

function child(branch: Branch, part: string): Node | undefined {
  if (branch.kind === 'document') return branch.fields.get(part);
  const position = positionOf(part);
  return position === undefined ? undefined : branch.elements[position];
}

const shownLength = 200;

function notViable(part: string, parent: string, node: Node): ServerError {
  const text = show(close(node));
  const shown = text.length > shownLength ? `${text.slice(0, shownLength)}...` : text;
  return new ServerError(28, `Cannot create field '${part}' in element {${parent}: ${shown}}`);
}

function put(branch: Branch, part: string, node: Node, parent: string): void {
  if (branch.kind === 'document') {
    branch.fields.set(part, node);
    return;
  }
  const position = positionOf(part);
  if (position === undefined) throw notViable(part, parent, branch);
  if (position - branch.elements.length > maxPadding) {
    throw new ServerError(51, `can't backfill more than ${String(maxPadding)} elements`);
  }
  while (branch.elements.length < position) branch.elements.push(nullValue);
  branch.elements[position] = node;
}

function openChild(branch: Branch, part: string, next: string, parent: string): Branch | undefined {
  const node = child(branch, part);
  if (node === undefined || isBranch(node)) return node;
  const branched = opened(node);
  if (branched === undefined) throw notViable(next, part, node);
  put(branch, part, branched, parent);
  return branched;
}

/** The value at a path, or undefined. Positions step into arrays; nothing else does. */
export function valueAtPath(root: Branch, parts: readonly string[]): Value | undefined {
  let node: Node | undefined = root;
  for (const part of parts) {
    const branch = opened(node);
    node = branch === undefined ? undefined : child(branch, part);
    if (node === undefined) return undefined;
  }
  return close(node);
}

/** Whether an array stands on the way to a path, which `$rename` does not pass. */
export function crossesArray(root: Branch, parts: readonly string[]): boolean {
  return parts.some(
    (_part, index) => index > 0 && isArray(valueAtPath(root, parts.slice(0, index))),
  );
}

/** @throws ServerError 28 when a scalar, or an array without that position, is in the way. */
export function requireViable(root: Branch, parts: readonly string[]): void {
  let node: Node = root;
  for (const [index, part] of parts.entries()) {
    const branch = opened(node);
    const blocked =
      branch === undefined || (branch.kind === 'array' && positionOf(part) === undefined);
    if (blocked) throw notViable(part, parts[index - 1] ?? '', node);
    const next = child(branch, part);
    if (next === undefined) return;
    node = next;
  }
}

/** Sets a path, making the documents on the way. @throws ServerError 28 below a scalar, 51. */
export function setPath(root: Branch, parts: readonly string[], value: Value): void {
  let branch = root;
  for (const [index, part] of parts.slice(0, -1).entries()) {
    const parent = parts[index - 1] ?? '';
    let next = openChild(branch, part, parts[index + 1] ?? '', parent);
    if (next === undefined) {
      next = { kind: 'document', fields: new Map() };
      put(branch, part, next, parent);
    }
    branch = next;
  }
  put(branch, parts.at(-1) ?? '', value, parts.at(-2) ?? '');
}

/** Removes a field; an array element becomes null, as in MongoDB. */
export function unsetPath(root: Branch, parts: readonly string[]): void {
  if (valueAtPath(root, parts) === undefined) return;
  let branch = root;
  for (const [index, part] of parts.slice(0, -1).entries()) {
    const next = openChild(branch, part, parts[index + 1] ?? '', parts[index - 1] ?? '');
    if (next === undefined) return;
    branch = next;
  }
  const last = parts.at(-1) ?? '';
  if (branch.kind === 'document') branch.fields.delete(last);
  else put(branch, last, nullValue, '');
}
