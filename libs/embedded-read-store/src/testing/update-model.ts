import { type Document } from 'bson';

/**
 * Update operators on plain JavaScript values, written down from MongoDB's manual and with nothing in
 * common with the operators under test: whole numbers, texts, null, arrays and documents.
 */
export type Plain = number | string | null | Plain[] | { [name: string]: Plain };
type Parent = Plain[] | { [name: string]: Plain };

/** What MongoDB refuses. */
export class Refused extends Error {}

const ranks = ['null', 'number', 'string', 'object', 'array'];
const kindOf = (value: Plain): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

/** MongoDB's order. */
export function order(left: Plain, right: Plain): number {
  const ranked = ranks.indexOf(kindOf(left)) - ranks.indexOf(kindOf(right));
  if (ranked !== 0) return ranked;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) {
    return left === right || left === null || right === null ? 0 : left < right ? -1 : 1;
  }
  const a = Object.entries(left);
  const b = Object.entries(right);
  for (const [index, [name, value]] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const kinds = ranks.indexOf(kindOf(value)) - ranks.indexOf(kindOf(other[1]));
    if (kinds !== 0) return kinds;
    if (name !== other[0]) return name < other[0] ? -1 : 1;
    const values = order(value, other[1]);
    if (values !== 0) return values;
  }
  return a.length - b.length;
}

const same = (left: Plain, right: Plain): boolean => order(left, right) === 0;
const isPosition = (part: string): boolean => /^\d+$/.test(part);
const isParent = (value: Plain | undefined): value is Parent =>
  typeof value === 'object' && value !== null;

function childOf(parent: Plain | undefined, part: string): Plain | undefined {
  if (Array.isArray(parent)) return isPosition(part) ? parent[Number(part)] : undefined;
  return isParent(parent) && Object.hasOwn(parent, part) ? parent[part] : undefined;
}

function valueAt(root: Plain, parts: string[]): Plain | undefined {
  return parts.reduce<Plain | undefined>(childOf, root);
}

function put(parent: Plain, part: string, value: Plain): void {
  if (!isParent(parent) || (Array.isArray(parent) && !isPosition(part))) {
    throw new Refused(`no field ${part} there`);
  }
  if (!Array.isArray(parent)) parent[part] = value;
  else {
    while (parent.length < Number(part)) parent.push(null);
    parent[Number(part)] = value;
  }
}

function set(root: Plain, parts: string[], value: Plain): void {
  let parent = root;
  for (const part of parts.slice(0, -1)) {
    if (childOf(parent, part) === undefined) put(parent, part, {});
    parent = childOf(parent, part) ?? null;
  }
  put(parent, parts.at(-1) ?? '', structuredClone(value));
}

function unset(root: Plain, parts: string[]): void {
  const parent = valueAt(root, parts.slice(0, -1));
  const last = parts.at(-1) ?? '';
  if (childOf(parent, last) === undefined) return;
  if (Array.isArray(parent)) parent[Number(last)] = null;
  else if (isParent(parent)) Reflect.deleteProperty(parent, last);
}

/** Whether a path could be made; what removes refuses a path that could not. */
function requireViable(root: Plain, parts: string[]): void {
  let value: Plain | undefined = root;
  for (const part of parts) {
    if (value === undefined) return;
    if (!isParent(value) || (Array.isArray(value) && !isPosition(part))) {
      throw new Refused(`no way to ${part}`);
    }
    value = childOf(value, part);
  }
}

function arrayAt(root: Plain, parts: string[], makes: boolean): Plain[] | undefined {
  const value = valueAt(root, parts);
  if (value === undefined) {
    if (makes) return [];
    requireViable(root, parts);
    return undefined;
  }
  if (!Array.isArray(value)) throw new Refused('no array');
  return value;
}

const numeric =
  (combine: (left: number, right: number) => number, first: (operand: number) => number) =>
  (root: Plain, parts: string[], operand: Plain): void => {
    const value = valueAt(root, parts);
    if (typeof operand !== 'number') throw new Refused('no number');
    if (value !== undefined && typeof value !== 'number') throw new Refused('no number');
    set(root, parts, value === undefined ? first(operand) : combine(value, operand));
  };

interface PushClauses {
  $each: Plain[];
  $position?: number;
  $slice?: number;
  $sort?: number;
}

function push(root: Plain, parts: string[], operand: Plain | PushClauses): void {
  const clauses = isParent(operand as Plain) && Object.hasOwn(operand as Parent, '$each');
  const { $each, $position, $slice, $sort } = clauses
    ? (operand as PushClauses)
    : { $each: [operand as Plain] };
  const before = arrayAt(root, parts, true) ?? [];
  const at = $position ?? before.length;
  const index = at < 0 ? Math.max(0, before.length + at) : Math.min(at, before.length);
  let next = [...before.slice(0, index), ...$each, ...before.slice(index)];
  if ($sort !== undefined) next = next.toSorted((left, right) => order(left, right) * $sort);
  if ($slice !== undefined) next = $slice < 0 ? next.slice($slice) : next.slice(0, $slice);
  set(root, parts, next);
}

type Apply = (root: Plain, parts: string[], operand: never) => void;

const operators: Readonly<Record<string, Apply>> = {
  $set: set,
  $unset: unset,
  $inc: numeric(
    (left, right) => left + right,
    (operand) => operand,
  ),
  $mul: numeric(
    (left, right) => left * right + 0,
    () => 0,
  ),
  $min: (root, parts, operand) => {
    const value = valueAt(root, parts);
    if (value === undefined || order(operand, value) < 0) set(root, parts, operand);
  },
  $max: (root, parts, operand) => {
    const value = valueAt(root, parts);
    if (value === undefined || order(operand, value) > 0) set(root, parts, operand);
  },
  $push: push,
  $addToSet: (root, parts, operand) => {
    const before = arrayAt(root, parts, true) ?? [];
    const there = before.some((each) => same(each, operand));
    set(root, parts, there ? before : [...before, operand]);
  },
  $pullAll: (root, parts, operand: Plain[]) => {
    const before = arrayAt(root, parts, false);
    if (before === undefined) return;
    set(
      root,
      parts,
      before.filter((each) => !operand.some((other) => same(each, other))),
    );
  },
  $pop: (root, parts, operand) => {
    const before = arrayAt(root, parts, false);
    if (before === undefined) return;
    set(root, parts, operand === 1 ? before.slice(0, -1) : before.slice(1));
  },
};

function requireNoConflict(paths: string[]): void {
  for (const [index, path] of paths.entries()) {
    for (const other of paths.slice(index + 1)) {
      if (`${other}.`.startsWith(`${path}.`) || `${path}.`.startsWith(`${other}.`)) {
        throw new Refused(`${path} and ${other}`);
      }
    }
  }
}

/** The document after an update. @throws Refused where MongoDB refuses it. */
export function modelUpdate(document: Document, update: Document): Document {
  const root = structuredClone(document) as Plain;
  const steps = Object.entries(update).flatMap(([operator, fields]) =>
    Object.entries(fields as Record<string, unknown>).map(([path, operand]) => ({
      operator,
      path,
      operand,
    })),
  );
  requireNoConflict(steps.map(({ path }) => path));
  // In the order of their paths. The positions of the tests have one digit, so text will do.
  steps.sort((left, right) => (left.path < right.path ? -1 : 1));
  for (const { operator, path, operand } of steps) {
    operators[operator]?.(root, path.split('.'), operand as never);
  }
  return root as Document;
}
