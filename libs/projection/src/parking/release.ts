import type { JejakEvent, RecordedEvent } from '@jejak/domain';
import { StoreUnavailable, type EventStore } from '@jejak/event-store';

import { messageOf } from '../errors';
import { toRow } from '../fold/row';
import type { Feed } from '../lane/feed';
import { isInterruption } from '../lane/write';
import type { EventReference, ParkedRecord } from '../storage/parked';
import type { ProjectionStorage } from '../storage/projection-storage';
import { isAtOrBefore } from '../view/position-codec';
import { foldAlone } from './fold-alone';

export interface ReleaseContext {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly storage: ProjectionStorage;
  readonly clock: () => Date;
  /** The stream's later events are in none of the documents: only another build puts them there. */
  readonly onStreamReleased: (feed: Feed, record: ParkedRecord) => Promise<void>;
}

/** Events of a queue that are looked up together. */
const pageSize = 200;

/**
 * Tries a parked event again and, in their order, those that wait behind it. True when nothing is
 * parked at the key any more; otherwise it is parked at the next event that cannot be passed. An
 * event that was decided to be left out is left out when it still cannot be folded. What was queued
 * beyond the checkpoint may have gaps and is left to the log, which brings it again. The feed has
 * nothing pending. Throws what interrupts; repeating it is right.
 */
export async function release(
  feed: Feed,
  record: ParkedRecord,
  context: ReleaseContext,
): Promise<boolean> {
  switch (record.kind) {
    case 'document':
      return releaseDocument(feed, record, context);
    case 'event':
      return releaseRow(feed, record, context);
    case 'stream':
      return releaseStream(feed, record, context);
  }
}

async function releaseDocument(
  feed: Feed,
  record: ParkedRecord,
  context: ReleaseContext,
): Promise<boolean> {
  const { generation } = feed;
  const { storage } = context;
  feed.documents.forget(record.key);
  let waiting: readonly EventReference[] = [record.event];
  while (waiting.length > 0) {
    for (const reference of waiting) {
      const error = await attempt(feed, reference, record.key, context);
      if (error === null) continue;
      await parkAgain(feed, record, reference, error, context);
      await storage.dequeue(generation, record.key, reference.position);
      return false;
    }
    const last = waiting[waiting.length - 1] ?? record.event;
    const queued = await storage.queued(generation, record.key, last.position, pageSize);
    waiting = queued.filter(({ position }) => isAtOrBefore(position, feed.folded().position));
  }
  await unpark(feed, record, storage);
  return true;
}

/** Null when the event is in the document now, or was decided to be left out. */
async function attempt(
  { view, generation, skips }: Feed,
  reference: EventReference,
  id: string,
  { store, storage }: ReleaseContext,
): Promise<{ readonly error: unknown } | null> {
  if (view.kind === 'rows') return null;
  try {
    await foldAlone(view, generation, await eventAt(store, reference), id, storage);
    return null;
  } catch (error) {
    if (!isPoison(error, storage)) throw error;
    return skips.has({ kind: 'document', key: id }, reference.id) ? null : { error };
  }
}

async function releaseRow(
  feed: Feed,
  record: ParkedRecord,
  context: ReleaseContext,
): Promise<boolean> {
  const { view, generation, skips } = feed;
  const { store, storage } = context;
  if (view.kind !== 'rows') return false;
  try {
    const row = toRow(view, await eventAt(store, record.event));
    if (row !== null) await storage.add(generation, [row]);
  } catch (error) {
    if (!isPoison(error, storage)) throw error;
    if (!skips.has(record, record.event.id)) {
      await parkAgain(feed, record, record.event, { error }, context);
      return false;
    }
  }
  await unpark(feed, record, storage);
  return true;
}

async function releaseStream(
  feed: Feed,
  record: ParkedRecord,
  context: ReleaseContext,
): Promise<boolean> {
  const { view, skips } = feed;
  const { store, storage } = context;
  try {
    const event = await eventAt(store, record.event);
    if (view.kind === 'documents' && view.eventTypes.has(event.event.type)) view.idsOf(event);
  } catch (error) {
    if (!isPoison(error, storage)) throw error;
    if (!skips.has(record, record.event.id)) {
      await parkAgain(feed, record, record.event, { error }, context);
      return false;
    }
  }
  await context.onStreamReleased(feed, record);
  return false;
}

const isPoison = (error: unknown, storage: ProjectionStorage): boolean =>
  !(error instanceof StoreUnavailable) && !isInterruption(error, storage);

async function eventAt(
  store: Pick<EventStore, 'readStream'>,
  { stream, revision, id }: EventReference,
): Promise<RecordedEvent<JejakEvent>> {
  for await (const event of store.readStream(stream, { from: revision, limit: 1 })) {
    if (event.id === id) return event;
  }
  throw new Error(`Event ${revision.toString()} of ${stream} is not where it was recorded`);
}

async function parkAgain(
  feed: Feed,
  record: ParkedRecord,
  event: EventReference,
  { error }: { readonly error: unknown },
  { storage, clock }: ReleaseContext,
): Promise<void> {
  const now = clock().toISOString();
  const same = event.id === record.event.id;
  const again: ParkedRecord = {
    ...record,
    event,
    error: messageOf(error),
    attempts: same ? record.attempts + 1 : 1,
    firstFailedAt: same ? record.firstFailedAt : now,
    lastFailedAt: now,
  };
  await storage.park(feed.lease, again);
  feed.parked.put(again);
}

async function unpark(feed: Feed, record: ParkedRecord, storage: ProjectionStorage): Promise<void> {
  await storage.unpark(feed.lease, record);
  feed.parked.remove(record);
}
