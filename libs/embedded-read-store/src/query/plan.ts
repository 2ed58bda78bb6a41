import { fieldOf, fieldsOf, type Value } from '../bson/value';
import { nullKey, valueKey } from '../keys/value-key';
import { type CollectionRecord, type IndexRecord } from '../storage/catalogue';
import { type Range } from '../storage/environment';
import { after, documentsPrefix, entriesPrefix, prefixLength, startingWith } from '../storage/keys';
import { fitted, keptFieldsBytes, keptIdBytes } from '../storage/long-keys';
import {
  type Conditions,
  conditionsOf,
  directed,
  fixedPaths,
  isUsable,
  type PathCondition,
} from './conditions';
import { type SortField } from './sort';

/** How the documents of a query are reached. Every plan is followed by the whole filter. */
export interface Plan {
  readonly stage: 'IDHACK' | 'IXSCAN' | 'COLLSCAN';
  /** Undefined: the documents themselves, in the order of `_id`. */
  readonly index: IndexRecord | undefined;
  readonly ranges: readonly Range[];
  /** Exact `_id` keys, in their order: gets instead of a walk. */
  readonly ids: readonly Buffer[] | undefined;
  readonly backwards: boolean;
  /** The documents come in the order the query asks for. */
  readonly ordered: boolean;
}

interface Access {
  readonly index: IndexRecord | undefined;
  readonly key: readonly (readonly [path: string, direction: 1 | -1])[];
  readonly prefix: Buffer;
}

/** More combinations of `$in` than this are not worth separate ranges. */
const maxRanges = 256;

const idAccess = (collection: CollectionRecord): Access => ({
  index: undefined,
  key: [['_id', 1]],
  prefix: documentsPrefix(collection.id),
});

const indexAccess = (index: IndexRecord): Access => ({
  index,
  key: index.key,
  prefix: entriesPrefix(index.id),
});

interface Reach {
  readonly ranges: Range[];
  readonly equalities: number;
  readonly ranged: boolean;
}

/** The range in which the keys of a range lie when only their first bytes are kept. */
const cut = ({ start, end }: Range, kept: number): Range => ({
  start: start.subarray(0, kept),
  end: end.length > kept ? after(end.subarray(0, kept)) : end,
});

/** Cut ranges may lie one above the other; nothing is to be walked twice. */
function apart(ranges: readonly Range[]): Range[] {
  const sorted = ranges.toSorted((left, right) => Buffer.compare(left.start, right.start));
  const separate: Range[] = [];
  for (const { start, end } of sorted) {
    const last = separate.at(-1);
    if (last === undefined || Buffer.compare(last.end, start) <= 0) separate.push({ start, end });
    else if (Buffer.compare(last.end, end) < 0) {
      separate.splice(-1, 1, { start: last.start, end });
    }
  }
  return separate;
}

function bounded(head: Buffer, condition: PathCondition, direction: 1 | -1): Range {
  const { lower, upper } = condition;
  if (lower === undefined || upper === undefined) return startingWith(head);
  if (direction === 1) {
    return { start: Buffer.concat([head, lower]), end: Buffer.concat([head, upper]) };
  }
  // Inverted keys run backwards: what was the upper bound is where the range begins. A key equal to
  // the exclusive bound, or longer, may slip in and is tested away by the filter.
  return {
    start: Buffer.concat([head, directed(upper, -1)]),
    end: after(Buffer.concat([head, directed(lower, -1)])),
  };
}

/** What is stored of a key of which every field is known. */
const wholeKey = ({ index, prefix }: Access, key: Buffer): Buffer =>
  index === undefined
    ? Buffer.concat([prefix, fitted(key.subarray(prefix.length), keptIdBytes)])
    : fitted(key, keptFieldsBytes);

const distinctKeys = (keys: readonly Buffer[]): Buffer[] =>
  [...new Map(keys.map((key) => [key.toString('latin1'), key] as const)).values()].sort((a, b) =>
    Buffer.compare(a, b),
  );

function reach(access: Access, conditions: Conditions): Reach {
  const { key, prefix, index } = access;
  let heads = [prefix];
  let equalities = 0;
  for (const [path, direction] of key) {
    const condition = conditions.get(path);
    if (condition?.equal === undefined) break;
    const equal = distinctKeys(condition.equal).map((each) => directed(each, direction));
    if (heads.length * equal.length > maxRanges && index !== undefined) break;
    heads = heads.flatMap((head) => equal.map((each) => Buffer.concat([head, each])));
    equalities += 1;
  }
  const [path, direction] = key[equalities] ?? [];
  const condition = path === undefined ? undefined : conditions.get(path);
  const ranged = condition?.lower !== undefined && direction !== undefined;
  const rangeOf = (head: Buffer): Range => {
    if (equalities === key.length) return startingWith(wholeKey(access, head));
    const kept = index === undefined ? prefixLength + keptIdBytes : keptFieldsBytes;
    return cut(ranged ? bounded(head, condition, direction) : startingWith(head), kept);
  };
  return { ranges: apart(heads.map(rangeOf)), equalities, ranged };
}

/** Which way to walk so that `sort` comes out, or undefined when it does not. */
function directionFor(
  access: Access,
  { ranges, equalities }: Reach,
  sort: readonly SortField[],
  fixed: ReadonlySet<string>,
  idsInOrder: boolean,
): 1 | -1 | undefined {
  const { index, key } = access;
  if (sort.length === 0) return 1;
  if (ranges.length > 1 || index?.multikey === true || index?.truncated === true) return undefined;
  if (index === undefined && !idsInOrder) return undefined;
  const wanted = sort.filter(({ path }) => !fixed.has(path));
  // Entries end with `_id`, so an index also sorts by it after all its own fields.
  const last = idsInOrder ? [['_id', 1] as const] : [];
  const offered = [...key.slice(equalities), ...last].filter(([path]) => !fixed.has(path));
  let walk: 1 | -1 | undefined;
  for (const [position, { path, direction }] of wanted.entries()) {
    const [offeredPath, offeredDirection] = offered[position] ?? [];
    if (offeredPath !== path) return undefined;
    const way = offeredDirection === direction ? 1 : -1;
    if (walk !== undefined && walk !== way) return undefined;
    walk = way;
  }
  return walk ?? 1;
}

/** A sparse index lacks documents without its fields: only a condition that excludes them allows it. */
function complete({ index, key }: Access, conditions: Conditions): boolean {
  if (index?.sparse !== true) return true;
  return key.some(([path]) => {
    const condition = conditions.get(path);
    if (condition?.equal !== undefined)
      return !condition.equal.some((each) => each.equals(nullKey));
    return condition?.lower !== undefined;
  });
}

/** Nothing beats a single document found by its key. */
const exactScore = 1_000;

function score(access: Access, found: Reach, ordered: boolean, sorting: boolean): number {
  const { index, key } = access;
  if (found.equalities === key.length && (index === undefined || index.unique)) return exactScore;
  return found.equalities * 10 + (found.ranged ? 6 : 0) + (sorting && ordered ? 8 : 0);
}

export type Hint = IndexRecord | '_id_' | 'natural' | undefined;

/** The key of the one document whose `_id` equals a value; undefined where equality is more than that. */
export const exactKey = (id: Value): Buffer | undefined =>
  isUsable(id) ? fitted(valueKey(id), keptIdBytes) : undefined;

/** The plan of a filter that names one `_id`: no other could be better. */
function exactPlan(filter: Value): Plan | undefined {
  const id = fieldOf(filter, '_id');
  const key = id && exactKey(id);
  if (key === undefined) return undefined;
  const stage = fieldsOf(filter).length === 1 ? 'IDHACK' : 'IXSCAN';
  return { stage, index: undefined, ranges: [], ids: [key], backwards: false, ordered: true };
}

/** Equality prefix, then a range, then the sort; the collection in the order of `_id` otherwise. */
export function planFor(
  collection: CollectionRecord,
  filter: Value,
  sort: readonly SortField[],
  hint?: Hint,
): Plan {
  const exact = hint === undefined ? exactPlan(filter) : undefined;
  if (exact !== undefined) return exact;
  const scan = idAccess(collection);
  const accesses =
    hint === undefined
      ? [scan, ...collection.indexes.map(indexAccess)]
      : [typeof hint === 'string' ? scan : indexAccess(hint)];
  const multikey = collection.indexes.filter((index) => index.multikey);
  const maybeArray = (path: string): boolean =>
    multikey.some((index) => index.key.some(([each]) => each === path));
  const conditions =
    hint === 'natural' ? new Map<string, PathCondition>() : conditionsOf(filter, maybeArray);
  const fixed = fixedPaths(collection, conditions);
  let best: { plan: Plan; score: number } | undefined;
  for (const access of accesses) {
    if (hint === undefined && !complete(access, conditions)) continue;
    const found = reach(access, conditions);
    const walk = directionFor(access, found, sort, fixed, collection.longIds !== true);
    const points = score(access, found, walk !== undefined, sort.length > 0);
    if (best !== undefined && points <= best.score) continue;
    best = {
      plan: planOf(access, found, walk, points > 0 && hint !== 'natural', filter),
      score: points,
    };
    if (points >= exactScore) break;
  }
  return best?.plan ?? planOf(scan, reach(scan, new Map()), undefined, false, filter);
}

function planOf(
  { index, prefix }: Access,
  { ranges, equalities }: Reach,
  walk: 1 | -1 | undefined,
  useful: boolean,
  filter: Value,
): Plan {
  const exact = index === undefined && equalities === 1;
  const ids = exact ? ranges.map(({ start }) => start.subarray(prefix.length)) : undefined;
  const alone = ids?.length === 1 && fieldsOf(filter).length === 1;
  const stage = alone ? 'IDHACK' : useful || index !== undefined ? 'IXSCAN' : 'COLLSCAN';
  return { stage, index, ranges, ids, backwards: walk === -1, ordered: walk !== undefined };
}
