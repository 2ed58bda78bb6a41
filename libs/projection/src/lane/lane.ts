import { comparePositions, type Position } from '@jejak/domain';
import type { EventStore } from '@jejak/event-store';

import { PoisonEvent, SubscriptionEnded, TooManyParked } from '../errors';
import { foldPage } from '../fold/fold-page';
import { positionOf, type LogMessage } from '../fold/log-message';
import { handleAlone, type AloneContext } from '../parking/handle-alone';
import { isAtOrBefore } from '../view/position-codec';
import type { Feed, Writes } from './feed';
import { pages, type Page, type PageLimits } from './pages';
import { watchForStall } from './stall-watch';
import { write } from './write';

/**
 * Most documents of one generation between two checkpoints: where so many different ones change,
 * waiting for more events saves no writes, and all that waits is in memory.
 */
const documentsPerCheckpoint = 2_000;

/** What a batch came to, for those who count. */
export interface BatchReport {
  readonly mode: 'catching-up' | 'live';
  readonly events: number;
  readonly documents: number;
  readonly rows: number;
  /** From the taking of what was folded to the saving of its checkpoints. */
  readonly seconds: number;
}

export interface LaneContext extends Omit<AloneContext, 'signal'> {
  readonly store: Pick<EventStore, 'subscribe' | 'readStream'>;
  readonly head: {
    readonly received: (position: Position) => void;
    readonly newest: () => Position | null;
  };
  readonly limits: PageLimits;
  /** Most events between two checkpoints while catching up; live, every page has its own. */
  readonly eventsPerCheckpoint: number;
  /** Longest time between two checkpoints while catching up. */
  readonly checkpointMilliseconds: number;
  /** How long a subscription may be silent while the head is ahead of it. */
  readonly stallMilliseconds: number;
  readonly onBatch: (batch: BatchReport) => void;
  /** Awaited when everything that was in the log is written, before the feeds are said to be live. */
  readonly onCaughtUp?: () => Promise<void>;
}

export interface LaneOptions {
  readonly feeds: readonly Feed[];
  /** Ends with what was in the log when it started, instead of following it. */
  readonly untilCaughtUp: boolean;
  /** Up to here every event is handled alone: something on the way could not be stored. */
  readonly aloneUntil: Position | null;
  /** Waits as long as a limit on the rate demands, after so many events. */
  readonly pace: (events: number, signal: AbortSignal) => Promise<void>;
}

/** The earliest place any of the feeds must read from. */
function leastOf(feeds: readonly Feed[]): Position | null {
  return feeds
    .map((feed) => feed.folded().position)
    .reduce((least, position) => {
      if (least === null || position === null) return null;
      return comparePositions(position, least) < 0 ? position : least;
    });
}

/**
 * One subscription that feeds some generations: folds page after page in memory while the last one
 * is being written, saves checkpoints behind what is written. Returns when it has caught up and that
 * was asked for, when the signal aborts, or when no feed is left that can go on; throws when the log
 * or the documents must be read again. A feed that cannot go on is stopped and the others go on.
 */
export async function runLane(
  context: LaneContext,
  { feeds, untilCaughtUp, aloneUntil, pace }: LaneOptions,
  signal: AbortSignal,
): Promise<'caught-up' | 'over'> {
  const { store, head, limits, stallMilliseconds } = context;
  const subscription = new AbortController();
  const ended = AbortSignal.any([signal, subscription.signal]);
  const after = leastOf(feeds);
  const watch = watchForStall(after, head.newest, stallMilliseconds, () => {
    subscription.abort();
  });
  // Whoever stops need not wait for a write that hangs: what counts the time is gone at once.
  signal.addEventListener('abort', watch.end, { once: true });
  const lane = createLane(feeds, context, aloneUntil, ended, () => {
    subscription.abort();
  });
  const source = store.subscribe({ after, signal: ended });
  try {
    for (const feed of feeds) feed.progress.follow();
    for await (const page of pages(source, limits, ended)) {
      const last = page.messages.at(-1);
      const newest = last === undefined ? null : positionOf(last);
      if (newest !== null) head.received(newest);
      watch.busy(newest);
      await lane.take(page);
      if (feeds.every((feed) => feed.progress.isStopped())) return 'over';
      await pace(page.messages.length, ended);
      if (page.caughtUp !== null && untilCaughtUp) return 'caught-up';
      watch.idle();
    }
    await lane.settle();
    if (signal.aborted) return 'over';
    throw watch.stalled() ?? new SubscriptionEnded();
  } finally {
    watch.end();
    signal.removeEventListener('abort', watch.end);
    subscription.abort();
    await lane.abandon();
  }
}

function createLane(
  feeds: readonly Feed[],
  context: LaneContext,
  aloneUntil: Position | null,
  signal: AbortSignal,
  onFailure: () => void,
) {
  const { storage, concerns, eventsPerCheckpoint, checkpointMilliseconds } = context;
  const alone = { ...context, signal };
  let mode: BatchReport['mode'] = 'catching-up';
  let underWay: Promise<void> = Promise.resolve();
  let sinceCheckpoint = 0;
  let checkpointAt = performance.now();
  const active = (): Feed[] => feeds.filter((feed) => !feed.progress.isStopped());

  const send = async (writes: readonly Writes[], events: number): Promise<void> => {
    const startedAt = performance.now();
    await write(writes, storage);
    context.onBatch({
      mode,
      events,
      documents: writes.reduce((sum, { operations }) => sum + operations.length, 0),
      rows: writes.reduce((sum, { rows }) => sum + rows.length, 0),
      seconds: (performance.now() - startedAt) / 1_000,
    });
  };

  /** What is folded is on its way when this resolves, and what was on its way has arrived. */
  const flush = async (): Promise<void> => {
    await underWay;
    const writes = active().flatMap((feed) => feed.take() ?? []);
    const events = sinceCheckpoint;
    sinceCheckpoint = 0;
    checkpointAt = performance.now();
    if (writes.length === 0) return;
    underWay = send(writes, events);
    // Awaited by whoever comes next, which on a quiet log nobody does: a failure ends the lane.
    underWay.catch(onFailure);
  };

  const settle = async (): Promise<void> => {
    await flush();
    await underWay;
  };

  const isDue = (): boolean =>
    mode === 'live' ||
    sinceCheckpoint >= eventsPerCheckpoint ||
    feeds.some(({ documents }) => documents.dirty() >= documentsPerCheckpoint) ||
    performance.now() - checkpointAt >= checkpointMilliseconds;

  const fold = async (messages: readonly LogMessage[]): Promise<void> => {
    if (messages.length === 0) return;
    const folds = await Promise.all(
      active().map(async (feed) => {
        const fresh = freshFor(feed, messages);
        const folded = await foldPage(feed, fresh, concerns, storage);
        return { feed, fresh, folded };
      }),
    );
    const careAt = folds.flatMap(({ fresh, folded }) =>
      'careAt' in folded ? [messages.length - fresh.length + folded.careAt] : [],
    );
    if (careAt.length > 0) {
      const index = Math.min(...careAt);
      await fold(messages.slice(0, index));
      await handle(messages.slice(index, index + 1));
      await fold(messages.slice(index + 1));
      return;
    }
    for (const { feed, fresh, folded } of folds) {
      if (!('careAt' in folded) && fresh.length > 0) feed.accept(folded, passed(feed, fresh));
    }
    sinceCheckpoint += messages.length;
  };

  /** Each event by itself, with nothing else on its way. */
  const handle = async (messages: readonly LogMessage[]): Promise<void> => {
    for (const message of messages) {
      await settle();
      for (const feed of active()) {
        if (freshFor(feed, [message]).length === 0) continue;
        try {
          await handleAlone(feed, message, alone);
          feed.progress.parked(feed.parked.count());
          feed.accept(nothing, passed(feed, [message]));
        } catch (error) {
          if (!stopsOneFeed(error)) throw error;
          feed.progress.stop(error);
        }
      }
      sinceCheckpoint += 1;
      await settle();
    }
  };

  const stopsOneFeed = (error: unknown): boolean =>
    error instanceof PoisonEvent || error instanceof TooManyParked;

  return {
    settle,
    /** Whoever walks away waits for what is on its way, and does not mind how it ends. */
    async abandon(): Promise<void> {
      await underWay.catch(() => undefined);
    },
    async take({ messages, caughtUp }: Page): Promise<void> {
      const together = messages.findIndex(
        (message) => !isAtOrBefore(positionOf(message), aloneUntil),
      );
      const first = together === -1 ? messages.length : together;
      await handle(messages.slice(0, first));
      await fold(messages.slice(first));
      if (caughtUp === null) {
        if (isDue()) await flush();
        return;
      }
      adopt(active(), caughtUp.scannedTo);
      await settle();
      await context.onCaughtUp?.();
      mode = 'live';
      for (const feed of active()) feed.progress.becomeLive();
    },
  };
}

const nothing = { changed: new Map<string, never>(), rows: [], queued: [] };

/** What the feed has not folded yet: the log is read from the least of several feeds. */
function freshFor(feed: Feed, messages: readonly LogMessage[]): readonly LogMessage[] {
  const { position } = feed.folded();
  const [first] = messages;
  if (first === undefined || !isAtOrBefore(positionOf(first), position)) return messages;
  return messages.filter((message) => !isAtOrBefore(positionOf(message), position));
}

function passed(feed: Feed, messages: readonly LogMessage[]) {
  const before = feed.folded();
  const last = messages[messages.length - 1];
  const newest = messages.findLast((message) => message.kind === 'event');
  return {
    position: last === undefined ? before.position : positionOf(last),
    events: before.events + messages.length,
    recordedAt: newest?.event.metadata.recordedAt ?? before.recordedAt,
  };
}

/** Everything up to `scannedTo` was there at the start and is handled: nothing else lies before it. */
function adopt(feeds: readonly Feed[], scannedTo: Position | null): void {
  if (scannedTo === null) return;
  for (const feed of feeds) {
    const before = feed.folded();
    if (!isAtOrBefore(scannedTo, before.position)) {
      feed.accept(nothing, { ...before, position: scannedTo });
    }
  }
}
