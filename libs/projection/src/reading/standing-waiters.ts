import type { Position } from '@jejak/domain';

import { isAtOrBefore } from '../view/position-codec';
import { keyOf, type Look, type Looked } from './shared-look';
import { ViewBeingBuilt, type ReadableView, type Standing } from './view-standings';

/** Milliseconds between looks: the first pause, doubled after every look up to the longest. */
const firstPause = 10;
const longestPause = 100;

interface Waiter {
  readonly view: ReadableView;
  readonly position: Position;
  /** Looks from then on may say no; a look from before may only say yes. */
  readonly arrived: number;
  readonly resolve: (standing: Standing) => void;
  readonly reject: (error: unknown) => void;
  readonly deadline: NodeJS.Timeout;
  last: Standing | null;
  timeIsOver: boolean;
}

export interface StandingWaiters {
  wait(view: ReadableView, position: Position, timeoutMilliseconds: number): Promise<Standing>;
  /** Tells whoever waits what any look has seen. */
  hear(look: Look): void;
  /** Ends all waiting. */
  fail(error: unknown): void;
}

/**
 * Everybody in the process who waits for a position, in one loop of looks: the first at once, then
 * ever more seldom, soon again when somebody joins, none when nobody waits, and never two within
 * the first pause. A look that fails is told to all who wait.
 */
export function createStandingWaiters(
  look: (views: readonly ReadableView[]) => Promise<Look>,
): StandingWaiters {
  const waiters = new Set<Waiter>();
  let pause = firstPause;
  let looking = false;
  let lastLook = -Infinity;
  let next: { readonly at: number; readonly timer: NodeJS.Timeout } | null = null;

  const cancelNext = (): void => {
    if (next !== null) clearTimeout(next.timer);
    next = null;
  };

  const lookAfter = (milliseconds: number): void => {
    const now = performance.now();
    const at = Math.max(now + milliseconds, lastLook + firstPause);
    if (looking || (next !== null && next.at <= at)) return;
    cancelNext();
    if (at <= now) void lookNow();
    else next = { at, timer: setTimeout(() => void lookNow(), at - now) };
  };

  const lookNow = async (): Promise<void> => {
    next = null;
    looking = true;
    lastLook = performance.now();
    const views = new Map([...waiters].map(({ view }) => [keyOf(view), view]));
    try {
      await look([...views.values()]);
    } catch (error) {
      fail(error);
    }
    looking = false;
    if (waiters.size === 0) return;
    lookAfter(pause);
    pause = Math.min(longestPause, pause * 2);
  };

  const leave = (waiter: Waiter, answer: () => void): void => {
    clearTimeout(waiter.deadline);
    waiters.delete(waiter);
    answer();
    if (waiters.size === 0) cancelNext();
  };

  const fail = (error: unknown): void => {
    for (const waiter of waiters) {
      leave(waiter, () => {
        waiter.reject(error);
      });
    }
  };

  const tell = (waiter: Waiter, looked: Looked, began: number): void => {
    const mayRefuse = began >= waiter.arrived;
    if (looked instanceof ViewBeingBuilt) {
      if (mayRefuse)
        leave(waiter, () => {
          waiter.reject(looked);
        });
      return;
    }
    const reached = isAtOrBefore(waiter.position, looked.position);
    if (mayRefuse) waiter.last = looked;
    if (reached || (mayRefuse && waiter.timeIsOver))
      leave(waiter, () => {
        waiter.resolve(looked);
      });
  };

  return {
    wait: (view, position, timeoutMilliseconds) =>
      new Promise((resolve, reject) => {
        const expire = (): void => {
          waiter.timeIsOver = true;
          const { last } = waiter;
          if (last !== null)
            leave(waiter, () => {
              resolve(last);
            });
          else lookAfter(0);
        };
        const deadline = setTimeout(expire, timeoutMilliseconds);
        const arrived = performance.now();
        const waiter: Waiter = {
          ...{ view, position, arrived, resolve, reject, deadline },
          ...{ last: null, timeIsOver: false },
        };
        const alone = waiters.size === 0;
        waiters.add(waiter);
        pause = firstPause;
        lookAfter(alone ? 0 : pause);
      }),
    fail,
    hear({ began, answers }) {
      for (const waiter of waiters) {
        const looked = answers.get(keyOf(waiter.view));
        if (looked !== undefined) tell(waiter, looked, began);
      }
    },
  };
}
