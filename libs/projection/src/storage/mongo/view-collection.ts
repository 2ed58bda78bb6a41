import type { Collection, CollectionOptions, Db } from 'mongodb';

import type { StoredDocument } from '../../view/stored-document';
import { collectionName, type ViewIdentity } from '../../view/generation';

/**
 * How views and checkpoints are written and read: acknowledged by a majority, positions as 64-bit
 * integers, absent fields absent instead of null.
 */
export const majority: CollectionOptions = {
  writeConcern: { w: 'majority' },
  readConcern: { level: 'majority' },
  readPreference: 'primary',
  useBigInt64: true,
  ignoreUndefined: true,
};

/** The documents of a generation; of the view's first one when no build is named. */
export function viewCollection(
  db: Db,
  generation: ViewIdentity & { readonly build?: number },
): Collection<StoredDocument> {
  return db.collection<StoredDocument>(collectionName(generation), majority);
}
