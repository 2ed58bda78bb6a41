import { type Variables } from '../aggregate/expression';
import { sameBytes } from '../bson/compare';
import { fieldOf, fieldsOf, isArray, type Value } from '../bson/value';
import { ServerError } from '../errors';
import { compileFilter } from '../query/filter';
import { KeyList } from '../query/key-list';
import { forEach, inTurns, pause, type Turn } from '../query/pace';
import { type Query, keyOfDocument, run } from '../query/run';
import { parseSort } from '../query/sort';
import { type Collection, maxDocumentSize, withId } from '../storage/collection';
import { seedOf } from '../update/seed';
import { compileUpdate, type Update } from '../update/update';
import { hintOf } from './hint';
import { type Operation } from './operations';
import { storable } from './storable';
import { type Target } from './target';

/** One update as every command understands it, whatever it calls the parts. */
export interface UpdateOperation {
  readonly filter: Value;
  readonly update: Value;
  readonly multi: boolean;
  readonly upsert: boolean;
  readonly arrayFilters: readonly Value[];
  readonly hint: Value | undefined;
  readonly sort: Value | undefined;
  /** Those of `let`, for the filter and for an update by pipeline. */
  readonly variables: Variables;
  /** Further ones for an update by pipeline. */
  readonly constants: Value | undefined;
}

export interface UpdateResult {
  readonly matched: number;
  readonly modified: number;
  /** The `_id` of the document it made. */
  readonly upserted?: Value;
}

/** Applies an update to one stored document; answers what is stored now and whether it changed. */
export function updateStored(
  collection: Collection,
  before: Value,
  update: Update,
  filter: Value,
): { after: Value; changed: boolean } {
  const after = withId(update.apply(before, false, filter));
  if (sameBytes(after, before)) return { after: before, changed: false };
  if (after.end - after.start > maxDocumentSize) {
    throw new ServerError(
      17419,
      `Resulting document after update is larger than ${String(maxDocumentSize)}`,
    );
  }
  collection.replace(keyOfDocument(before), before, after);
  return { after, changed: true };
}

/** Inserts what an upsert makes of its filter and update. @throws ServerError 11000. */
export function insertUpserted(collection: Collection, filter: Value, update: Update): Value {
  return collection.insert(storable(update.apply(seedOf(filter, update.replacement), true)));
}

export const idOf = (document: Value): Value | undefined => fieldOf(document, '_id');

/** The first document of a query; at once where it is found at once, as one by its `_id` is. */
export function firstMatch(
  collection: Collection,
  query: Query,
  turn: Turn,
): Value | undefined | Promise<Value | undefined> {
  const steps = run(collection, { ...query, limit: 1 })[Symbol.iterator]();
  const next = (): Value | undefined | Promise<Value | undefined> => {
    const step = steps.next();
    if (step.done === true) return undefined;
    return step.value === pause ? turn().then(next) : step.value;
  };
  return next();
}

/**
 * Changes the documents of a query, all found before the first of them is changed: none is met twice.
 * Of many only the keys are held meanwhile. Answers how many there were.
 */
export function forEachMatch(
  collection: Collection,
  query: Query,
  turn: Turn,
  change: (document: Value) => void,
): number | Promise<number> {
  if (query.limit !== 1) return forEachOfMany(collection, query, turn, change);
  return after(firstMatch(collection, query, turn), (found) => {
    if (found !== undefined) change(found);
    return found === undefined ? 0 : 1;
  });
}

/** What `next` makes of a result: at once when it is there already. */
const after = <T, Result>(result: T | Promise<T>, next: (value: T) => Result) =>
  result instanceof Promise ? result.then(next) : next(result);

async function forEachOfMany(
  collection: Collection,
  query: Query,
  turn: Turn,
  change: (document: Value) => void,
): Promise<number> {
  const keys = new KeyList();
  await forEach(run(collection, query), turn, (document) => {
    keys.add(keyOfDocument(document));
  });
  await inTurns(keys, turn, (key) => {
    const document = collection.get(key);
    if (document !== undefined) change(document);
  });
  return keys.length;
}

/** @throws ServerError 51198 for constants where there is no pipeline to use them. */
function allVariables({ update, variables, constants }: UpdateOperation): Variables {
  if (constants === undefined) return variables;
  if (!isArray(update)) {
    throw new ServerError(51198, 'Constant values may only be specified for pipeline updates');
  }
  const further = fieldsOf(constants).map(({ name, value }) => [name, value] as const);
  return new Map([...variables, ...further]);
}

function apply(
  operation: UpdateOperation,
  target: Target,
  turn: Turn,
): UpdateResult | Promise<UpdateResult> {
  const { filter, multi, upsert, variables } = operation;
  const update = compileUpdate(operation.update, operation.arrayFilters, allVariables(operation));
  if (multi && update.replacement) {
    throw new ServerError(9, 'multi update is not supported for replacement-style update');
  }
  const sort = parseSort(operation.sort);
  if (multi && sort.length > 0) throw new ServerError(9, 'Cannot specify sort with multi=true');
  const collection = upsert ? target.findOrCreate() : target.find();
  if (collection === undefined) {
    compileFilter(filter, variables);
    return { matched: 0, modified: 0 };
  }
  const hint = hintOf(collection.record, operation.hint);
  const query = { filter, sort, skip: 0, limit: multi ? 0 : 1, hint, variables };
  let modified = 0;
  const changed = forEachMatch(collection, query, turn, (document) => {
    if (updateStored(collection, document, update, filter).changed) modified += 1;
  });
  return after(changed, (matched) => {
    if (matched > 0 || !upsert) return { matched, modified };
    const upserted = idOf(insertUpserted(collection, filter, update));
    return { matched: 0, modified: 0, ...(upserted && { upserted }) };
  });
}

export const updating = (
  database: string,
  collection: string,
  operation: UpdateOperation,
  turn: Turn,
): Operation<UpdateResult> => ({
  database,
  collection,
  run: (target) => apply(operation, target, turn),
});
