import type { Position } from '@jejak/domain';

import { messageOf, PoisonEvent } from '../errors';
import type { FeedProgress } from '../lane/feed-progress';
import { atTheBeginning, type Checkpoint } from '../storage/checkpoint';
import type { Generation } from '../view/generation';
import { isAtOrBefore } from '../view/position-codec';
import { createPositionWaiters } from './position-waiters';
import { createRate } from './rate';
import { isLevel, type ViewCounters, type ViewMoment } from './view-status';

/** Where one generation stands in this process, for those who ask and those who wait. */
export interface ViewProgress extends FeedProgress {
  readonly moment: () => ViewMoment;
  readonly counters: () => ViewCounters;
  /** Another generation takes the place: what was known of the last one is forgotten. */
  stand(generation: Generation): void;
  /** What the store says, at the start of a session. */
  resume(checkpoint: Checkpoint, parked: number): void;
  /** Another process writes it. */
  standBy(writer: string, checkpoint: Checkpoint, parked: number): void;
  /** Called with every reading of the head. */
  compare(head: Position | null): void;
  /** For a store to answer again; a stopped view stays stopped until it is resumed. */
  wait(error: unknown): void;
  /** True once the view passed `position`; false after the time, or when it has stopped. */
  reached(position: Position, timeoutMilliseconds: number): Promise<boolean>;
}

const nowhere = { place: null, key: null, reason: null };
const none = { events: 0, batches: 0, documentsWritten: 0, rowsAdded: 0, parkedTotal: 0 };

export function createViewProgress(first: Generation, clock: () => Date): ViewProgress {
  const waiters = createPositionWaiters();
  let rate = createRate();
  let counters: Omit<ViewCounters, keyof Generation> = none;
  const start = (generation: Generation): ViewMoment => ({
    generation,
    state: 'waiting',
    checkpoint: atTheBeginning,
    parked: 0,
    writer: null,
    eventsPerSecond: 0,
    error: null,
    levelAt: null,
  });
  let now = start(first);
  let isOver = false;

  const change = (part: Partial<ViewMoment>): void => {
    now = { ...now, ...part, ...(isOver ? { state: 'stopped', error: now.error } : {}) };
  };
  const failure = (error: unknown): ViewMoment['error'] => {
    if (error === null) return null;
    const { place, key, reason } = error instanceof PoisonEvent ? error : nowhere;
    const since = clock().toISOString();
    return { message: messageOf(error), detail: reason, since, event: place, key };
  };
  const standAt = (checkpoint: Checkpoint): void => {
    change({ checkpoint });
    rate.record(checkpoint.events);
    if (checkpoint.position !== null) waiters.reach(checkpoint.position);
  };

  return {
    moment: () => ({ ...now, eventsPerSecond: rate.perSecond() }),
    counters: () => ({ ...now.generation, ...counters }),
    isStopped: () => now.state === 'stopped',
    stand(generation) {
      const { version, build } = now.generation;
      if (version === generation.version && build === generation.build) return;
      now = start(generation);
      rate = createRate();
      counters = none;
    },
    resume(checkpoint, parked) {
      change({ parked, writer: null });
      if (now.state === 'stopped' || now.state === 'standing-by') {
        change({ state: 'waiting', error: null });
      }
      standAt(checkpoint);
    },
    standBy(writer, checkpoint, parked) {
      change({ state: 'standing-by', writer, parked, error: null });
      standAt(checkpoint);
    },
    advance(checkpoint) {
      const events = counters.events + (checkpoint.events - now.checkpoint.events);
      counters = { ...counters, events, batches: counters.batches + 1 };
      standAt(checkpoint);
    },
    wrote({ documents, rows }) {
      counters = {
        ...counters,
        documentsWritten: counters.documentsWritten + documents,
        rowsAdded: counters.rowsAdded + rows,
      };
    },
    parked(count) {
      const more = Math.max(0, count - now.parked);
      counters = { ...counters, parkedTotal: counters.parkedTotal + more };
      change({ parked: count });
    },
    follow() {
      if (now.state === 'waiting') change({ state: 'catching-up', error: null });
    },
    becomeLive() {
      if (now.state !== 'stopped') change({ state: 'live', error: null });
    },
    compare(head) {
      if (now.state === 'live' && isLevel(now.checkpoint.position, head)) {
        change({ levelAt: clock() });
      }
    },
    wait(error) {
      if (now.state !== 'stopped') change({ state: 'waiting', error: failure(error) });
    },
    stop(error) {
      isOver ||= error === null;
      if (now.state === 'stopped') return;
      change({ state: 'stopped', error: failure(error) });
      waiters.giveUp();
    },
    async reached(position, timeoutMilliseconds) {
      const { checkpoint, state } = now;
      if (isAtOrBefore(position, checkpoint.position)) return true;
      return state === 'stopped' ? false : waiters.wait(position, timeoutMilliseconds);
    },
  };
}
