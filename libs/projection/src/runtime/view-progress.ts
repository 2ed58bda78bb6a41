import type { Position } from '@jejak/domain';

import type { AnyView } from '../view/any-view';
import { isAtOrBefore } from '../view/position-codec';
import { createPositionWaiters } from './position-waiters';
import { messageOf, PoisonEvent } from '../errors';
import { isLevel, type ViewMoment } from './view-status';
import { atTheBeginning, type Checkpoint } from '../storage/view-storage';

/** Where one view stands in this process. Only the session moves it. */
export interface ViewProgress {
  readonly view: AnyView;
  readonly moment: () => ViewMoment;
  readonly isStopped: () => boolean;
  /** What the store says, at the start of a session. */
  resume(checkpoint: Checkpoint): void;
  follow(): void;
  becomeLive(): void;
  advance(checkpoint: Checkpoint): void;
  /** Called with every reading of the head. */
  compare(head: Position | null): void;
  /** For a store to answer again; a stopped view stays stopped. */
  wait(error: unknown): void;
  /** Until the next start of the process. Null: without a failure. */
  stop(error: unknown): void;
  /** True once the view passed `position`; false after the time, or when it has stopped. */
  reached(position: Position, timeoutMilliseconds: number): Promise<boolean>;
}

export function createViewProgress(view: AnyView, clock: () => Date): ViewProgress {
  const waiters = createPositionWaiters();
  let now: ViewMoment = {
    state: 'waiting',
    checkpoint: atTheBeginning,
    error: null,
    levelAt: null,
  };

  const change = (part: Partial<ViewMoment>): void => {
    now = { ...now, ...part };
  };
  const failure = (error: unknown): ViewMoment['error'] => {
    if (error === null) return null;
    const event = error instanceof PoisonEvent ? error.place : null;
    return { message: messageOf(error), since: clock().toISOString(), event };
  };
  const standAt = (checkpoint: Checkpoint): void => {
    change({ checkpoint });
    if (checkpoint.position !== null) waiters.reach(checkpoint.position);
  };

  return {
    view,
    moment: () => now,
    isStopped: () => now.state === 'stopped',
    resume: standAt,
    advance: standAt,
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
