import type { Collection, Document, OptionalUnlessRequiredId } from 'mongodb';

import { isDuplicateKey } from './outage';

const unordered = { ordered: false } as const;

/** Inserts what is not there yet; a document whose `_id` is taken is the same one and stays. */
export async function insertAbsent<Schema extends Document>(
  collection: Collection<Schema>,
  documents: readonly OptionalUnlessRequiredId<Schema>[],
): Promise<void> {
  if (documents.length === 0) return;
  try {
    await collection.insertMany(documents, unordered);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}
