import type { Db, Filter } from 'mongodb';

import type { ParkedKind } from '../storage/parked';
import { majority } from '../storage/mongo/view-collection';
import { collectionName, type Generation } from '../view/generation';
import type { DocumentRange, ParkedNotice } from './view-standings';

interface StoredParked {
  readonly _id: string;
  readonly generation: string;
  readonly kind: ParkedKind;
  readonly key: string;
  readonly event: {
    readonly stream: string;
    readonly revision: bigint;
    readonly type: string;
  };
  readonly firstFailedAt: string;
}

/** More than a page has documents; streams come first, then keys in the order of the documents. */
const mostNotices = 1_000;
const timeoutMS = 5_000;

/** What is parked in a generation at these documents, and every parked stream of it. */
export async function parkedNotices(
  db: Db,
  generation: Generation,
  documents: readonly string[] | DocumentRange,
): Promise<readonly ParkedNotice[]> {
  const descending = 'order' in documents && documents.order === 'desc';
  const filter: Filter<StoredParked> = {
    generation: collectionName(generation),
    $or: [{ kind: 'stream' }, { kind: { $in: ['document', 'event'] }, ...keysOf(documents) }],
  };
  const found = await db
    .collection<StoredParked>('parked', majority)
    .find(filter, { timeoutMS })
    .sort({ kind: -1, key: descending ? -1 : 1 })
    .limit(mostNotices)
    .toArray();
  return found.map(({ kind, key, event: { stream, revision, type }, firstFailedAt }) => ({
    ...{ kind, key, stream, revision, type },
    since: firstFailedAt,
  }));
}

function keysOf(documents: readonly string[] | DocumentRange): Filter<StoredParked> {
  if (!('order' in documents)) return { key: { $in: [...documents] } };
  const { after, order } = documents;
  if (after === null) return {};
  return { key: order === 'asc' ? { $gt: after } : { $lt: after } };
}
