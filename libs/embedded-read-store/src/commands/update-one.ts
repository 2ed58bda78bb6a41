import { fieldOf, rawOf, type Value } from '../bson/value';
import { takeAll, type Turn } from '../query/pace';
import { type Query, keyOfDocument, run } from '../query/run';
import { type Collection, withId } from '../storage/collection';
import { seedOf, type Update } from '../update/update';

/** Applies an update to one stored document; answers what is stored now and whether it changed. */
export function updateStored(
  collection: Collection,
  before: Value,
  update: Update,
): { after: Value; changed: boolean } {
  const after = withId(update.apply(before, false));
  if (rawOf(after).equals(rawOf(before))) return { after: before, changed: false };
  collection.replace(keyOfDocument(before), before, after);
  return { after, changed: true };
}

/** Inserts what an upsert makes of its filter and update. @throws ServerError 11000. */
export function insertUpserted(collection: Collection, filter: Value, update: Update): Value {
  const made = update.apply(seedOf(filter, update.replacement), true);
  return collection.insert(made);
}

export const idOf = (document: Value): Value | undefined => fieldOf(document, '_id');

/** All documents of a query, read before the first of them is changed. */
export const matches = (collection: Collection, query: Query, turn: Turn): Promise<Value[]> =>
  takeAll(run(collection, query), turn);
