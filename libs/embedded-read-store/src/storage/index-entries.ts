import { elementsOf, isArray, type Value } from '../bson/value';
import { ServerError } from '../errors';
import { inverted, nullKey, undefinedKey, valueKey } from '../keys/value-key';
import { type IndexRecord } from './catalogue';
import { entriesPrefix } from './keys';
import { fitted, keptFieldsBytes } from './long-keys';
import { someAt, splitPath } from './paths';

export interface IndexEntries {
  /** Prefix and fields, without `_id`. */
  readonly fields: readonly Buffer[];
  readonly multikey: boolean;
  readonly truncated: boolean;
}

interface PathKeys {
  readonly keys: Buffer[];
  readonly multikey: boolean;
  readonly exists: boolean;
}

const elementKeys = (array: Value): Buffer[] => {
  const elements = elementsOf(array);
  return elements.length === 0 ? [undefinedKey] : elements.map(valueKey);
};

/** Every value a document shows at one path, as keys; null where it is missing. */
function keysAt(document: Value, parts: readonly string[]): PathKeys {
  const seen: (Value | undefined)[] = [];
  someAt(document, parts, (value) => {
    seen.push(value);
    return false;
  });
  const keys = seen.flatMap((value) => {
    if (value === undefined) return [nullKey];
    return isArray(value) ? elementKeys(value) : [valueKey(value)];
  });
  return {
    keys: keys.length === 0 ? [nullKey] : keys,
    multikey: seen.length !== 1 || isArray(seen[0]),
    exists: seen.some((value) => value !== undefined),
  };
}

const distinct = (keys: Buffer[]): Buffer[] =>
  keys.length === 1
    ? keys
    : [...new Map(keys.map((key) => [key.toString('latin1'), key] as const)).values()];

const pathsOf = new WeakMap<IndexRecord, readonly (readonly string[])[]>();

function partsOf(index: IndexRecord): readonly (readonly string[])[] {
  const known = pathsOf.get(index);
  if (known !== undefined) return known;
  const parts = index.key.map(([path]) => splitPath(path));
  pathsOf.set(index, parts);
  return parts;
}

/**
 * The entries of a document in an index.
 * @throws ServerError 171 for arrays in two indexed fields (also two fields below one array, which
 * MongoDB would pair).
 */
export function entriesOf(index: IndexRecord, document: Value): IndexEntries {
  const perPath = partsOf(index).map((parts) => keysAt(document, parts));
  const multikeys = perPath.filter((each) => each.multikey && each.keys.length > 1);
  if (multikeys.length > 1) {
    throw new ServerError(171, `cannot index parallel arrays in index ${index.name}`);
  }
  if (index.sparse && perPath.every((each) => !each.exists)) {
    return { fields: [], multikey: false, truncated: false };
  }
  let combined: Buffer[] = [entriesPrefix(index.id)];
  for (const [position, { keys }] of perPath.entries()) {
    const descending = index.key[position]?.[1] === -1;
    const parts = distinct(keys).map((key) => (descending ? inverted(key) : key));
    combined = combined.flatMap((head) => parts.map((part) => Buffer.concat([head, part])));
  }
  return {
    fields: combined.map((key) => fitted(key, keptFieldsBytes)),
    multikey: perPath.some((each) => each.multikey),
    truncated: combined.some((key) => key.length > keptFieldsBytes),
  };
}
