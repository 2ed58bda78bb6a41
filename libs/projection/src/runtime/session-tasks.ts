import { comparePositions, type Position } from '@jejak/domain';
import type { EventStore } from '@jejak/event-store';

import type { Feed } from '../lane/feed';
import { runLane, type LaneContext, type LaneOptions } from '../lane/lane';
import { createPace } from '../lane/pace';
import { readSkips } from '../parking/skips';
import type { CatalogueEntry } from '../storage/catalogue';
import { collectionName, type Generation } from '../view/generation';
import { sleep } from '../waiting/back-off';
import { completeFilling, type FinishContext } from './finish-build';
import type { OpenContext } from './open-view';
import type { Filling } from './plan-lanes';
import type { ViewSlot } from './view-slot';

export interface SessionContext extends OpenContext, Omit<LaneContext, 'onStreamReleased'> {
  readonly store: Pick<EventStore, 'subscribe' | 'readStream'>;
  readonly slots: readonly ViewSlot[];
  readonly leaseMilliseconds: number;
  /** By collection: up to where events are handled alone, since they could not be stored together. */
  readonly aloneUntil: ReadonlyMap<string, Position>;
  /** Most events between two checkpoints of a generation that is being built. */
  readonly eventsPerBuildCheckpoint: number;
  /** How often a generation that stopped looks whether its event was decided to be left out. */
  readonly skipsMilliseconds: number;
  /** Every view was opened; what was asked before that is taken up. */
  readonly onOpened: () => void;
}

function laneOf(
  feeds: readonly Feed[],
  untilCaughtUp: boolean,
  { aloneUntil }: Pick<SessionContext, 'aloneUntil'>,
): LaneOptions {
  const places = feeds.flatMap(
    ({ generation }) => aloneUntil.get(collectionName(generation)) ?? [],
  );
  const furthest = places.sort(comparePositions).at(-1) ?? null;
  return { feeds, untilCaughtUp, aloneUntil: furthest, pace: createPace(null) };
}

/** The generations that are read, and builds that have joined them. */
export async function follow(
  feeds: readonly Feed[],
  lanes: LaneContext,
  context: SessionContext,
  signal: AbortSignal,
): Promise<void> {
  if (feeds.length === 0) return;
  const unindexed = feeds.filter(
    ({ onPoison, saved }) => onPoison === 'park' && saved().position === null,
  );
  const onCaughtUp = async (): Promise<void> => {
    for (const { generation, view } of unindexed.splice(0)) {
      await context.storage.index(generation, view.indexes);
    }
  };
  await runLane({ ...lanes, onCaughtUp }, laneOf(feeds, false, context), signal);
}

/** Generations far behind the others; when they are close, everything is opened again together. */
export async function catchUp(
  feeds: readonly Feed[],
  lanes: LaneContext,
  context: SessionContext,
  reopen: () => void,
  signal: AbortSignal,
): Promise<void> {
  if (feeds.length === 0) return;
  const unindexed = feeds.filter(({ saved }) => saved().position === null);
  const end = await runLane(lanes, laneOf(feeds, true, context), signal);
  if (end !== 'caught-up') return;
  for (const { generation, view } of unindexed) {
    await context.storage.index(generation, view.indexes);
  }
  reopen();
}

/** A generation that is being built. */
export async function fill(
  { slot, build, feed }: Filling,
  lanes: LaneContext,
  context: SessionContext,
  finishing: FinishContext,
  signal: AbortSignal,
): Promise<void> {
  const { throttle } = build.next;
  const options = { ...laneOf([feed], true, context), pace: createPace(throttle) };
  // A page of a throttled build is about a second's worth, and each is kept before its pause.
  const events = Math.max(1, Math.floor(Math.min(lanes.limits.events, throttle ?? Infinity)));
  const limits = { ...lanes.limits, events };
  const eventsPerCheckpoint = throttle === null ? context.eventsPerBuildCheckpoint : events;
  const end = await runLane({ ...lanes, limits, eventsPerCheckpoint }, options, signal);
  if (end === 'caught-up') await completeFilling(slot, build, finishing);
}

/** Renews the leases well before they end. */
export async function keepLeases(
  { leases, leaseMilliseconds }: SessionContext,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    await sleep(leaseMilliseconds / 3, signal);
    if (signal.aborted) return;
    await leases.renew();
  }
}

/** Taking the lease of what was discarded would leave a checkpoint of it behind. */
const isKept = ({ version, build }: Generation, entry: CatalogueEntry | null): boolean =>
  entry === null ||
  [entry.live, entry.previous, entry.next].some(
    (key) => key?.version === version && key.build === build,
  );

/** Tries to get what another process writes; has it as soon as that process is gone. */
export async function awaitLeases(
  { slots, storage, leases, leaseMilliseconds }: SessionContext,
  reopen: () => void,
  signal: AbortSignal,
): Promise<void> {
  const fed = slots.flatMap(({ progress, build }) => [progress, build?.progress ?? progress]);
  const waiting = [...new Set(fed)].filter(({ moment }) => moment().state === 'standing-by');
  while (waiting.length > 0) {
    await sleep(leaseMilliseconds / 3, signal);
    if (signal.aborted) return;
    for (const progress of waiting) {
      const { generation } = progress.moment();
      const entry = await storage.catalogue.read(generation.name);
      if (!isKept(generation, entry)) {
        reopen();
        continue;
      }
      const acquisition = await leases.acquire(generation);
      if (acquisition.kind === 'held') {
        const { writer, checkpoint, parked } = acquisition;
        progress.standBy(writer, checkpoint, parked);
      } else reopen();
    }
  }
}

/** Tombstones are swept when views are opened, which a quiet life of weeks would never do again. */
export async function sweepAgain(
  { slots, tombstoneRetentionMilliseconds }: SessionContext,
  reopen: () => void,
  signal: AbortSignal,
): Promise<void> {
  if (tombstoneRetentionMilliseconds <= 0 || slots.every(({ feed }) => feed === null)) return;
  const pause = Math.max(shortestPause, tombstoneRetentionMilliseconds);
  await sleep(Math.min(pause, longestPause), signal);
  if (!signal.aborted) reopen();
}

/** Milliseconds between two sweeps: opening is not free, and longer is more than a timer counts. */
const shortestPause = 500;
const longestPause = 86_400_000;

/** A generation that stopped goes on when its event, or one parked, was decided to be left out. */
export async function awaitSkips(
  { slots, store, skipsMilliseconds }: SessionContext,
  reopen: () => void,
  signal: AbortSignal,
): Promise<void> {
  const fed = new Set(slots.flatMap(({ feed, build }) => [feed ?? [], build?.feed ?? []].flat()));
  while (fed.size > 0) {
    await sleep(skipsMilliseconds, signal);
    if (signal.aborted) return;
    for (const { view, progress, skips } of fed) {
      if (!progress.isStopped()) continue;
      const known = await readSkips(store, view.name);
      if (known.count() > skips.count()) reopen();
    }
  }
}
