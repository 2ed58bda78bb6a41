import { sameBytes } from '../bson/compare';
import { elementsOf, fieldOf, isArray, isObject, type Value } from '../bson/value';
import { BsonWriter } from '../bson/write';
import { ServerError } from '../errors';
import { inverted, nullKey, undefinedKey, valueKey, writeKey } from '../keys/value-key';
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

interface Layout {
  readonly prefix: Buffer;
  readonly paths: readonly {
    readonly parts: readonly string[];
    readonly descending: boolean;
  }[];
}

const layouts = new WeakMap<IndexRecord, Layout>();

function layoutOf(index: IndexRecord): Layout {
  const known = layouts.get(index);
  if (known !== undefined) return known;
  const paths = index.key.map(([path, direction]) => ({
    parts: splitPath(path),
    descending: direction === -1,
  }));
  const layout = { prefix: entriesPrefix(index.id), paths };
  layouts.set(index, layout);
  return layout;
}

/** Whether a change of a document leaves its entries in an index as they are, told from its bytes. */
export const keepsEntries = (index: IndexRecord, before: Value, next: Value): boolean =>
  layoutOf(index).paths.every(({ parts: [first = ''] }) => {
    const old = fieldOf(before, first);
    const value = fieldOf(next, first);
    return old === undefined || value === undefined ? old === value : sameBytes(old, value);
  });

/** Few keys are longer; one that is makes its buffer grow. */
const usualLength = 96;

/** The entry of a document that has no arrays at the paths, as usual; undefined when it has. */
function plainEntry(index: IndexRecord, document: Value): IndexEntries | undefined {
  const { prefix, paths } = layoutOf(index);
  const writer = new BsonWriter(usualLength).raw(prefix);
  let exists = false;
  for (const { parts, descending } of paths) {
    let value: Value | undefined = document;
    for (const part of parts) {
      value = isObject(value) ? fieldOf(value, part) : undefined;
      if (isArray(value)) return undefined;
    }
    const start = writer.size;
    if (value === undefined) writer.raw(nullKey);
    else writeKey(writer, value);
    if (descending) writer.invertFrom(start);
    exists ||= value !== undefined;
  }
  const key = writer.finish();
  return {
    fields: index.sparse && !exists ? [] : [fitted(key, keptFieldsBytes)],
    multikey: false,
    truncated: key.length > keptFieldsBytes,
  };
}

/**
 * The entries of a document in an index.
 * @throws ServerError 171 for arrays in two indexed fields (also two fields below one array, which
 * MongoDB would pair).
 */
export const entriesOf = (index: IndexRecord, document: Value): IndexEntries =>
  plainEntry(index, document) ?? allEntries(index, document);

function allEntries(index: IndexRecord, document: Value): IndexEntries {
  const { prefix, paths } = layoutOf(index);
  const perPath = paths.map(({ parts }) => keysAt(document, parts));
  const multikeys = perPath.filter((each) => each.multikey && each.keys.length > 1);
  if (multikeys.length > 1) {
    throw new ServerError(171, `cannot index parallel arrays in index ${index.name}`);
  }
  if (index.sparse && perPath.every((each) => !each.exists)) {
    return { fields: [], multikey: false, truncated: false };
  }
  let combined: Buffer[] = [prefix];
  for (const [position, { keys }] of perPath.entries()) {
    const descending = paths[position]?.descending === true;
    const parts = distinct(keys).map((key) => (descending ? inverted(key) : key));
    combined = combined.flatMap((head) => parts.map((part) => Buffer.concat([head, part])));
  }
  return {
    fields: combined.map((key) => fitted(key, keptFieldsBytes)),
    multikey: perPath.some((each) => each.multikey),
    truncated: combined.some((key) => key.length > keptFieldsBytes),
  };
}
