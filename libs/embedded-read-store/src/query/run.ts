import { type Variables } from '../aggregate/expression';
import { documentIn, fieldAt, fieldOf, firstNameOf, type Value } from '../bson/value';
import { ServerError } from '../errors';
import { type CollectionReader, idKey } from '../storage/collection';
import { compileFilter, type Predicate } from './filter';
import { pause, Pacer, type Step } from './pace';
import { exactKey, type Hint, type Plan, planFor } from './plan';
import { sorted, type SortField } from './sort';

export interface Query {
  readonly filter: Value;
  readonly sort: readonly SortField[];
  readonly skip: number;
  /** 0 means no limit. */
  readonly limit: number;
  readonly hint?: Hint;
  /** What `$expr` may name with `$$`. */
  readonly variables?: Variables;
}

/** What a run looked at; `explain` reports it. */
export interface Effort {
  keys: number;
  documents: number;
}

export const noEffort = (): Effort => ({ keys: 0, documents: 0 });

/** The documents a plan reaches, each once, before the filter. */
export function* candidates(
  collection: CollectionReader,
  plan: Plan,
  effort: Effort,
): Generator<Step> {
  const { catalogue, record } = collection;
  let generation = catalogue.generation;
  const demandUnchanged = (): void => {
    if (catalogue.generation === generation) return;
    generation = catalogue.generation;
    if (catalogue.has(record, plan.index)) return;
    throw new ServerError(175, `the collection or index of a query was dropped: ${record.name}`);
  };
  const seen = plan.index?.multikey === true ? new Set<string>() : undefined;
  if (plan.ids !== undefined) {
    const pacer = new Pacer();
    for (const id of plan.ids) {
      demandUnchanged();
      if (pacer.isDue()) {
        yield pause;
        pacer.restart();
      }
      const document = collection.get(id);
      if (document === undefined) continue;
      effort.keys += 1;
      effort.documents += 1;
      yield document;
    }
    return;
  }
  for (const range of plan.backwards ? plan.ranges.toReversed() : plan.ranges) {
    for (const entry of collection.entries.scan(range, plan.backwards)) {
      if (entry === pause) {
        yield pause;
        continue;
      }
      demandUnchanged();
      const { value } = entry;
      effort.keys += 1;
      if (plan.index === undefined) {
        effort.documents += 1;
        yield documentIn(value);
        continue;
      }
      const name = seen === undefined ? '' : value.toString('latin1');
      if (seen?.has(name) === true) continue;
      seen?.add(name);
      const document = collection.get(value);
      if (document === undefined) continue;
      effort.documents += 1;
      yield document;
    }
  }
}

export function* matching(documents: Iterable<Step>, matches: Predicate): Generator<Step> {
  for (const document of documents) if (document === pause || matches(document)) yield document;
}

export function* page(documents: Iterable<Step>, skip: number, limit: number): Generator<Step> {
  let left = skip;
  let given = 0;
  for (const document of documents) {
    if (document === pause) {
      yield pause;
      continue;
    }
    if (left > 0) {
      left -= 1;
      continue;
    }
    yield document;
    given += 1;
    if (given === limit) return;
  }
}

/** What lies under one key: at most one document, found at once. */
function lookedUp(collection: CollectionReader, id: Buffer, effort: Effort): readonly Value[] {
  const document = collection.get(id);
  if (document === undefined) return [];
  effort.keys += 1;
  effort.documents += 1;
  return [document];
}

/** The key of a filter that is no more than an `_id`: equal keys are equal values, nothing is left to test. */
function exactId({ filter, hint }: Query): Buffer | undefined {
  if (hint !== undefined || firstNameOf(filter) !== '_id') return undefined;
  const { value } = fieldAt(filter, filter.start + 4);
  return value.end === filter.end - 1 ? exactKey(value) : undefined;
}

/** The documents a query asks for, lazily where the plan brings the order along. */
export function run(
  collection: CollectionReader,
  query: Query,
  effort: Effort = noEffort(),
): Iterable<Step> {
  const id = exactId(query);
  if (id !== undefined) return query.skip > 0 ? [] : lookedUp(collection, id, effort);
  // Compiled first, so that a refused operator is an answer even when nothing would be tested.
  const matches = compileFilter(query.filter, query.variables);
  const plan = planFor(collection.record, query.filter, query.sort, query.hint);
  const [only, ...others] = plan.ids ?? [];
  if (only !== undefined && others.length === 0) {
    return query.skip > 0 ? [] : lookedUp(collection, only, effort).filter(matches);
  }
  const found = matching(candidates(collection, plan, effort), matches);
  const wanted = query.limit === 0 ? 0 : query.skip + query.limit;
  const ordered = plan.ordered ? found : sorted(found, query.sort, wanted);
  return page(ordered, query.skip, query.limit);
}

/** The key under which a stored document lies. */
export function keyOfDocument(document: Value): Buffer {
  const id = fieldOf(document, '_id');
  if (id === undefined) throw new TypeError('a stored document without an _id');
  return idKey(id);
}
