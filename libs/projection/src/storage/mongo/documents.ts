import type { AnyBulkWriteOperation } from 'mongodb';

import { AnotherWriter, messageOf } from '../../errors';
import type { Operation } from '../../fold/operation';
import type { Generation } from '../../view/generation';
import { decodePosition, encodePosition } from '../../view/position-codec';
import type { StoredDocument } from '../../view/stored-document';
import type { Collections } from './collections';
import { insertAbsent } from './insert-absent';
import { isDuplicateKey } from './outage';

const unordered = { ordered: false } as const;

/** Throws TypeError when it was not stored with two Longs. */
function asserted(document: StoredDocument): StoredDocument {
  try {
    decodePosition(document.position);
  } catch (error) {
    const message = `The document ${document._id} is not as it was stored: ${messageOf(error)}`;
    throw new TypeError(message, { cause: error });
  }
  return document;
}

export async function load(
  collections: Collections,
  generation: Generation,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredDocument>> {
  const loaded = new Map<string, StoredDocument>();
  if (ids.length === 0) return loaded;
  // One more than there can be, so that the server knows with the first batch that it is the last.
  const found = collections
    .documents(generation)
    .find({ _id: { $in: ids } }, { batchSize: ids.length + 1 });
  for (const document of await found.toArray()) loaded.set(document._id, asserted(document));
  return loaded;
}

export async function documents(
  collections: Collections,
  generation: Generation,
  after: string | null,
  limit: number,
): Promise<readonly StoredDocument[]> {
  const filter = after === null ? {} : { _id: { $gt: after } };
  const page = collections.documents(generation).find(filter, { batchSize: limit + 1 });
  return (await page.sort({ _id: 1 }).limit(limit).toArray()).map(asserted);
}

function modelOf(operation: Operation): AnyBulkWriteOperation<StoredDocument> {
  const { document } = operation;
  if (operation.kind === 'insert') return { insertOne: { document } };
  const { commit, prepare } = encodePosition(operation.loadedAt);
  const filter = { _id: document._id, 'position.commit': commit, 'position.prepare': prepare };
  return { replaceOne: { filter, replacement: document } };
}

export async function write(
  collections: Collections,
  generation: Generation,
  operations: readonly Operation[],
): Promise<void> {
  if (operations.length === 0) return;
  const moved = () => new AnotherWriter(generation.name, 'a document');
  try {
    const models = operations.map(modelOf);
    const result = await collections.documents(generation).bulkWrite(models, unordered);
    if (result.insertedCount + result.matchedCount < models.length) throw moved();
  } catch (error) {
    throw isDuplicateKey(error) ? moved() : error;
  }
}

export function add(
  collections: Collections,
  generation: Generation,
  rows: readonly StoredDocument[],
): Promise<void> {
  return insertAbsent(collections.documents(generation), rows);
}
