import type { JejakEvent, RecordedEvent } from '@jejak/domain';

import { sleep } from '../waiting/back-off';
import type { Concerns } from '../fold/classify';
import { referenceOf, type LogMessage } from '../fold/log-message';
import { toRow } from '../fold/row';
import type { Feed } from '../lane/feed';
import { isInterruption } from '../lane/write';
import type { ParkedKey } from '../storage/parked';
import type { AnyFoldedView, AnyRowView } from '../view/any-view';
import { foldAlone } from './fold-alone';
import { setAside, type ParkingContext } from './park';
import { release, type ReleaseContext } from './release';
import { skipIn } from './skips';

export interface AloneContext extends ParkingContext, ReleaseContext {
  readonly concerns: Concerns;
  /** Milliseconds before each further attempt at an event that fails. */
  readonly retryPauses: readonly number[];
  readonly signal: AbortSignal;
}

/**
 * Handles one event by itself, document by document, each loaded afresh: for an event that is poison
 * for some of them, and for one that decides about such an event. Whatever cannot pass it is parked,
 * left out when that was decided, or stops a generation that is being built. The feed has nothing
 * pending. Throws what interrupts; everything here may be done again.
 */
export async function handleAlone(
  feed: Feed,
  message: LogMessage,
  context: AloneContext,
): Promise<void> {
  const { view, parked } = feed;
  if (message.kind === 'unreadable') {
    const { unreadable } = message;
    const held = parked.holdsBack('stream', unreadable.stream, unreadable.position);
    if (held || !context.concerns(view, unreadable)) return;
    const failure = { error: unreadable.reason, attempts: 1 };
    const key = unreadableKey(view, unreadable);
    await setAside(feed, key, referenceOf(message), failure, context);
    return;
  }
  const { event } = message;
  const skip = skipIn(event, view.name);
  if (skip !== null) {
    feed.skips.add(skip);
    const record = parked.get(skip);
    if (record?.event.id === skip.eventId) await release(feed, record, context);
  }
  if (!view.eventTypes.has(event.event.type)) return;
  if (parked.holdsBack('stream', event.stream, event.position)) return;
  if (view.kind === 'rows') await addRow(feed, view, event, context);
  else await foldInto(feed, view, event, context);
}

/** Rows do not depend on each other; of documents nobody knows which ones the event concerns. */
const unreadableKey = (
  { kind }: Feed['view'],
  { id, stream }: { readonly id: string; readonly stream: string },
): ParkedKey => (kind === 'rows' ? { kind: 'event', key: id } : { kind: 'stream', key: stream });

async function addRow(
  feed: Feed,
  view: AnyRowView,
  event: RecordedEvent<JejakEvent>,
  context: AloneContext,
): Promise<void> {
  const key: ParkedKey = { kind: 'event', key: event.id };
  if (feed.parked.holdsBack(key.kind, key.key, event.position)) return;
  await attempt(feed, key, event, context, async () => {
    const row = toRow(view, event);
    if (row !== null) await context.storage.add(feed.generation, [row]);
  });
}

async function foldInto(
  feed: Feed,
  view: AnyFoldedView,
  event: RecordedEvent<JejakEvent>,
  context: AloneContext,
): Promise<void> {
  const { storage } = context;
  let ids: readonly string[] = [];
  await attempt(feed, { kind: 'stream', key: event.stream }, event, context, () => {
    ids = view.idsOf(event);
    return Promise.resolve();
  });
  for (const id of ids) {
    const key: ParkedKey = { kind: 'document', key: id };
    if (!feed.parked.holdsBack(key.kind, id, event.position)) {
      await attempt(feed, key, event, context, () =>
        foldAlone(view, feed.generation, event, id, storage),
      );
      feed.documents.forget(id);
    } else if (feed.parked.get(key)?.event.id !== event.id) {
      const reference = referenceOf({ kind: 'event', event });
      await storage.queue(feed.lease, [{ key: id, event: reference }]);
    }
  }
}

/** Tries some times; then the key is set aside with what the last attempt said. */
async function attempt(
  feed: Feed,
  key: ParkedKey,
  event: RecordedEvent<JejakEvent>,
  context: AloneContext,
  work: () => Promise<void>,
): Promise<void> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (isInterruption(error, context.storage)) throw error;
      const pause = context.retryPauses[attempts - 1];
      if (pause === undefined) {
        const reference = referenceOf({ kind: 'event', event });
        await setAside(feed, key, reference, { error, attempts }, context);
        return;
      }
      await sleep(pause, context.signal);
      context.signal.throwIfAborted();
    }
  }
}
