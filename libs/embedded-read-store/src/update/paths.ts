import { ServerError, badValue } from '../errors';
import { splitPath } from '../storage/paths';

/** One path of an update. Dynamic parts are `$`, `$[]` and `$[identifier]`. */
export interface UpdatePath {
  readonly text: string;
  readonly parts: readonly string[];
  readonly dynamic: boolean;
  /** A part that begins with `$` and is no position: it may be removed but not made. */
  readonly dollar?: string | undefined;
}

const [zero, nine] = [0x30, 0x39];

export const isArrayPart = (part: string): boolean => part.startsWith('$[') && part.endsWith(']');
/** MongoDB's refusal of a field whose name begins with `$`. */
export const dollarPrefixed = (name: string, path: string): ServerError =>
  new ServerError(
    52,
    `The dollar ($) prefixed field '${name}' in '${path}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
  );

export const isNumeric = (part: string): boolean => {
  const first = part.charCodeAt(0);
  return first >= zero && first <= nine && /^\d+$/.test(part);
};

/** The identifier of `$[identifier]`; empty for `$[]`. */
export const identifierOf = (part: string): string => part.slice(2, -1);

/** The fields of a DBRef are the only ones with a `$` that a path may name. */
const references = new Set(['$ref', '$id', '$db']);

function checkDynamic(text: string, parts: readonly string[]): void {
  const [first = ''] = parts;
  if (first === '$') {
    throw badValue(
      `Cannot have positional (i.e. '$') element in the first position in path '${text}'`,
    );
  }
  if (isArrayPart(first)) {
    throw badValue(
      `Cannot have array filter identifier (i.e. '$[<id>]') element in the first position in path '${text}'`,
    );
  }
  if (parts.filter((part) => part === '$').length > 1) {
    throw badValue(`Too many positional (i.e. '$') elements found in path '${text}'`);
  }
}

/** Paths that were met lately: updates of one kind name the same ones. */
const known = new Map<string, UpdatePath>();
const mostKnown = 4_096;

/** @throws ServerError 56 for empty names, 2 for misplaced positions. */
export function parseUpdatePath(text: string): UpdatePath {
  const path = known.get(text) ?? parsed(text);
  if (known.size < mostKnown) known.set(text, path);
  return path;
}

function parsed(text: string): UpdatePath {
  if (text === '') throw new ServerError(56, 'An empty update path is not valid.');
  const parts = splitPath(text);
  if (parts.includes('')) {
    throw new ServerError(
      56,
      `The update path '${text}' contains an empty field name, which is not allowed.`,
    );
  }
  if (!text.includes('$')) return { text, parts, dynamic: false };
  const dynamic = parts.some((part) => part === '$' || isArrayPart(part));
  if (dynamic) checkDynamic(text, parts);
  const dollar = parts.find(
    (part, index) =>
      part.startsWith('$') &&
      part !== '$' &&
      !isArrayPart(part) &&
      !(index > 0 && references.has(part)),
  );
  return { text, parts, dynamic, dollar };
}

/** From here on texts are in another order by UTF-16 than by UTF-8: surrogates and what is beyond. */
const beyondOrder = /[\ud800-\uffff]/;

function compareParts(left: string, right: string): number {
  const isPosition = isNumeric(left);
  if (isPosition !== isNumeric(right)) return isPosition ? -1 : 1;
  if (isPosition) return Number(left) - Number(right);
  if (beyondOrder.test(left) || beyondOrder.test(right)) {
    return Buffer.compare(Buffer.from(left), Buffer.from(right));
  }
  return left < right ? -1 : 1;
}

/** MongoDB's order of application: positions as numbers and first, names by their bytes. */
export function comparePaths(left: readonly string[], right: readonly string[]): number {
  for (let index = 0; index < left.length; index += 1) {
    const part = left[index] ?? '';
    const other = right[index];
    if (other === undefined) return 1;
    if (part !== other) return compareParts(part, other);
  }
  return left.length - right.length;
}

interface Place {
  taken: boolean;
  readonly below: Map<string, Place>;
}

const emptyPlace = (): Place => ({ taken: false, below: new Map() });

/** The paths of one update so far; none may lie on or below another. */
export class PathSet {
  private readonly root = emptyPlace();

  /** The path at which `parts` meets one added before; undefined after adding it. */
  add(parts: readonly string[]): string | undefined {
    let place = this.root;
    for (const [index, part] of parts.entries()) {
      if (place.taken) return parts.slice(0, index).join('.');
      const [sibling] = place.below.keys();
      if (sibling !== undefined && isArrayPart(sibling) !== isArrayPart(part)) {
        return parts.slice(0, index).join('.');
      }
      const next = place.below.get(part) ?? emptyPlace();
      place.below.set(part, next);
      place = next;
    }
    if (place.taken || place.below.size > 0) return parts.join('.');
    place.taken = true;
    return undefined;
  }
}
