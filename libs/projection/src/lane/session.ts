import { comparePositions, type Position } from '@jejak/domain';
import type { EventStore } from '@jejak/event-store';

import { batches, type Batch, type BatchLimits } from './batches';
import { handleBatch } from '../fold/handle-batch';
import type { HeadWatch } from '../runtime/head-watch';
import { isAtOrBefore } from '../view/position-codec';
import type { Concerns } from '../fold/project-batch';
import { SubscriptionEnded, SubscriptionStalled } from '../errors';
import type { ViewProgress } from '../runtime/view-progress';
import type { ViewStorage } from '../storage/view-storage';

export interface SessionContext {
  readonly store: Pick<EventStore, 'subscribe'>;
  readonly storage: ViewStorage;
  readonly views: readonly ViewProgress[];
  readonly concerns: Concerns;
  readonly head: Pick<HeadWatch, 'received' | 'newest'>;
  readonly limits: BatchLimits;
  /** How long a subscription may be silent while the head is ahead of it. */
  readonly stallMilliseconds: number;
  /** Called after every batch that was handled. */
  readonly onProgress: () => void;
}

/** The earliest place any of the views must read from. */
function leastPosition(views: readonly ViewProgress[]): Position | null {
  const positions = views.map((progress) => progress.moment().checkpoint.position);
  return positions.reduce((least, position) => {
    if (least === null || position === null) return null;
    return comparePositions(position, least) < 0 ? position : least;
  });
}

async function open(storage: ViewStorage, progress: ViewProgress): Promise<void> {
  const { view } = progress;
  try {
    await storage.prepare(view);
    const checkpoint = await storage.checkpoint(view);
    if (checkpoint.position !== null) await storage.sweepPassed(view, checkpoint.position);
    progress.resume(checkpoint);
  } catch (error) {
    if (storage.isOutage(error)) throw error;
    progress.stop(error);
  }
}

function newestOf({ messages }: Batch): Position | null {
  const last = messages.at(-1);
  if (last === undefined) return null;
  return last.kind === 'event' ? last.event.position : last.unreadable.position;
}

/**
 * One connection's worth of projecting: reads the checkpoints, follows the log from the least of
 * them and hands every batch to the views. Returns when the signal aborts or no view is left to
 * feed; throws when the log or the views must be read again.
 */
export async function runSession(context: SessionContext, signal: AbortSignal): Promise<void> {
  const { store, storage, views, head, limits } = context;
  await storage.assertDurable();
  await Promise.all(
    views.filter((progress) => !progress.isStopped()).map((progress) => open(storage, progress)),
  );
  const active = views.filter((progress) => !progress.isStopped());
  if (active.length === 0) return;

  const after = leastPosition(active);
  const subscription = new AbortController();
  const watch = watchForStall(context, after, subscription);
  const ended = AbortSignal.any([signal, subscription.signal]);
  try {
    const source = store.subscribe({ after, signal: ended });
    for await (const batch of batches(source, limits, ended)) {
      const newest = newestOf(batch);
      if (newest !== null) head.received(newest);
      for (const progress of active) progress.follow();
      await watch.busy(newest, () => handleBatch(active, batch, context.concerns, storage));
      context.onProgress();
      if (active.every((progress) => progress.isStopped())) return;
    }
    if (signal.aborted) return;
    throw watch.stalled() ?? new SubscriptionEnded();
  } finally {
    watch.end();
    subscription.abort();
  }
}

function watchForStall(
  { head, stallMilliseconds }: SessionContext,
  after: Position | null,
  subscription: AbortController,
) {
  let received = after;
  let heardAt = performance.now();
  let handling = false;
  let stalled: SubscriptionStalled | null = null;
  const look = (): void => {
    const newest = head.newest();
    const behind = newest !== null && !isAtOrBefore(newest, received);
    if (!behind || handling) heardAt = performance.now();
    if (performance.now() - heardAt < stallMilliseconds) return;
    stalled = new SubscriptionStalled(stallMilliseconds);
    subscription.abort();
  };
  const timer = setInterval(look, Math.max(1, stallMilliseconds / 4));
  return {
    stalled: () => stalled,
    end: () => {
      clearInterval(timer);
    },
    async busy(newest: Position | null, work: () => Promise<void>): Promise<void> {
      received = newest ?? received;
      handling = true;
      try {
        await work();
      } finally {
        handling = false;
        heardAt = performance.now();
      }
    },
  };
}
