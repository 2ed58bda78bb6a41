import { elementsOf, fieldOf, isArray, isObject, type Value } from '../bson/value';
import { badValue } from '../errors';
import { inverted, nullKey, undefinedKey, valueKey } from '../keys/value-key';
import { splitPath } from '../storage/paths';

export interface SortField {
  readonly path: string;
  readonly direction: 1 | -1;
}

/** Where the search for a field's value stands: what is left of its path begins at `from`. */
interface Slot {
  readonly parts: readonly string[];
  readonly from: number;
  readonly value: Value | undefined;
  /** An element of an array that was spread already: it counts as it is. */
  readonly final: boolean;
}

const emptyArray: unique symbol = Symbol('empty array');

/** Down through documents and array positions, to a value or to an array that has to be spread. */
function descend(slot: Slot): Slot {
  let { from, value } = slot;
  for (; from < slot.parts.length; from += 1) {
    const part = slot.parts[from] ?? '';
    if (isObject(value)) value = fieldOf(value, part);
    else if (!isArray(value)) return { ...slot, from: slot.parts.length, value: undefined };
    else {
      const element = /^\d+$/.test(part) ? elementsOf(value)[Number(part)] : undefined;
      if (element === undefined) break;
      // A list in a list is not spread, also when the path names its place.
      if (from + 1 === slot.parts.length)
        return { ...slot, from: from + 1, value: element, final: true };
      value = element;
    }
  }
  return { ...slot, from, value };
}

const ended = ({ from, parts }: Slot): boolean => from === parts.length;
const spreads = (slot: Slot): boolean => isArray(slot.value) && !(slot.final && ended(slot));

function keyOfSlot({ value }: Slot, none: boolean): Buffer {
  if (none) return undefinedKey;
  return value === undefined ? nullKey : valueKey(value);
}

/** What one element of the spread array means for a field whose path goes through it. */
function inElement(slot: Slot, element: Value | typeof emptyArray): Slot {
  if (element === emptyArray) return { ...slot, from: slot.parts.length, value: undefined };
  if (ended(slot)) return { ...slot, value: element, final: true };
  const value = isObject(element) ? element : undefined;
  return { ...slot, value, from: value === undefined ? slot.parts.length : slot.from };
}

/**
 * Calls `give` with the keys of every entry an index on these fields would have. Fields below one
 * array take their values from the same element.
 * @throws ServerError 2 for arrays that are not one below the other.
 */
function spread(
  slots: readonly Slot[],
  empty: ReadonlySet<number>,
  give: (keys: Buffer[]) => void,
): void {
  const reached = slots.map(descend);
  const arrays = reached.filter(spreads);
  const array = arrays[0]?.value;
  if (array === undefined) {
    give(reached.map((slot, index) => keyOfSlot(slot, empty.has(index))));
    return;
  }
  if (arrays.some(({ value }) => value?.start !== array.start || value.bytes !== array.bytes)) {
    throw badValue('cannot sort with keys that are parallel arrays');
  }
  const elements = elementsOf(array);
  const ending = reached.flatMap((slot, index) => (spreads(slot) && ended(slot) ? [index] : []));
  if (elements.length === 0) {
    const next = reached.map((slot) => (spreads(slot) ? inElement(slot, emptyArray) : slot));
    spread(next, new Set([...empty, ...ending]), give);
  }
  for (const element of elements) {
    const next = reached.map((slot) => (spreads(slot) ? inElement(slot, element) : slot));
    spread(next, empty, give);
  }
}

const noneEmpty: ReadonlySet<number> = new Set();

/** The value at a path on which there is no array; `false` when there is one. */
function plainValue(document: Value, parts: readonly string[]): Value | undefined | false {
  let value: Value | undefined = document;
  for (const part of parts) {
    if (isArray(value)) return false;
    value = isObject(value) ? fieldOf(value, part) : undefined;
  }
  return isArray(value) ? false : value;
}

/**
 * The key one document sorts by: the lowest of all it would have in an index of that order. So an
 * array counts by its lowest element, descending by its highest, and an empty one comes before null.
 */
export function sortKeyMaker(sort: readonly SortField[]): (document: Value) => Buffer {
  const fields = sort.map(({ path, direction }) => ({ parts: splitPath(path), direction }));
  const joined = (keys: readonly Buffer[]): Buffer => {
    const directed = keys.map((key, index) =>
      fields[index]?.direction === -1 ? inverted(key) : key,
    );
    const [only] = directed;
    return directed.length === 1 && only !== undefined ? only : Buffer.concat(directed);
  };
  const plainKeys = (document: Value): Buffer[] | undefined => {
    const keys: Buffer[] = [];
    for (const { parts } of fields) {
      const value = plainValue(document, parts);
      if (value === false) return undefined;
      keys.push(value === undefined ? nullKey : valueKey(value));
    }
    return keys;
  };
  return (document) => {
    const keys = plainKeys(document);
    if (keys !== undefined) return joined(keys);
    let best: Buffer | undefined;
    const slots = fields.map(({ parts }) => ({ parts, from: 0, value: document, final: false }));
    spread(slots, noneEmpty, (spreadKeys) => {
      const key = joined(spreadKeys);
      if (best === undefined || Buffer.compare(key, best) < 0) best = key;
    });
    return best ?? Buffer.alloc(0);
  };
}
