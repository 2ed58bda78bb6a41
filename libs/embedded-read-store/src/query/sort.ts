import { argumentNumber } from '../bson/read';
import { elementsOf, fieldsOf, isArray, isObject, type Value } from '../bson/value';
import { badValue, ServerError } from '../errors';
import { inverted, nullKey, undefinedKey, valueKey } from '../keys/value-key';
import { someAt, splitPath } from '../storage/paths';
import { pause, Pacer, type Step } from './pace';

export interface SortField {
  readonly path: string;
  readonly direction: 1 | -1;
}

/** What one sort may hold in memory, in bytes of documents; MongoDB's own limit without disk use. */
const memoryLimit = 100 * 1024 * 1024;

/** @throws ServerError 2 for a direction that is not 1 or -1. */
export function parseSort(sort: Value | undefined): SortField[] {
  if (sort === undefined) return [];
  if (!isObject(sort)) throw new ServerError(14, 'sort must be an object');
  return fieldsOf(sort).map(({ name, value }) => {
    const direction = argumentNumber(value);
    if (direction !== 1 && direction !== -1) {
      throw badValue(`$sort key ordering must be 1 (ascending) or -1 (descending): ${name}`);
    }
    return { path: name, direction };
  });
}

/** The key one document sorts by: of an array the lowest element, descending the highest. */
export function sortKeyMaker(sort: readonly SortField[]): (document: Value) => Buffer {
  const fields = sort.map(({ path, direction }) => ({ parts: splitPath(path), direction }));
  return (document) =>
    Buffer.concat(fields.map(({ parts, direction }) => keyAt(document, parts, direction)));
}

function keyAt(document: Value, parts: readonly string[], direction: 1 | -1): Buffer {
  let best: Buffer | undefined;
  const consider = (key: Buffer): void => {
    if (best === undefined || Buffer.compare(key, best) * direction < 0) best = key;
  };
  someAt(document, parts, (value) => {
    if (value === undefined) consider(nullKey);
    else if (!isArray(value)) consider(valueKey(value));
    else {
      const elements = elementsOf(value);
      if (elements.length === 0) consider(undefinedKey);
      for (const element of elements) consider(valueKey(element));
    }
    return false;
  });
  best ??= nullKey;
  return direction === 1 ? best : inverted(best);
}

interface Keyed {
  readonly key: Buffer;
  readonly document: Value;
}

/**
 * Documents in the order of `sort`, equal ones in the order they came. With `limit`, only that many
 * are kept on the way.
 * @throws ServerError 292 above 100 MB.
 */
export function* sorted(
  documents: Iterable<Step>,
  sort: readonly SortField[],
  limit: number,
): Generator<Step> {
  const keyOf = sortKeyMaker(sort);
  let kept: Keyed[] = [];
  let bytes = 0;
  const settle = (): void => {
    kept.sort((left, right) => Buffer.compare(left.key, right.key));
    if (limit > 0 && kept.length > limit) kept = kept.slice(0, limit);
    bytes = kept.reduce((sum, { document }) => sum + document.end - document.start, 0);
  };
  for (const document of documents) {
    if (document === pause) {
      yield pause;
      continue;
    }
    kept.push({ key: keyOf(document), document });
    bytes += document.end - document.start;
    if (limit > 0 && kept.length >= limit * 2 + 64) settle();
    if (bytes > memoryLimit) {
      settle();
      if (bytes > memoryLimit) {
        throw new ServerError(292, 'Sort exceeded memory limit of 104857600 bytes');
      }
    }
  }
  settle();
  const pacer = new Pacer();
  for (const { document } of kept) {
    yield document;
    if (pacer.isDue()) {
      yield pause;
      pacer.restart();
    }
  }
}
