import type { Position } from '@jejak/domain';

import { isAtOrBefore } from '../view/position-codec';

interface Waiter {
  readonly position: Position;
  readonly answer: (reached: boolean) => void;
}

export interface PositionWaiters {
  /** True once `position` is reached; false after the time or when it can no longer be reached. */
  wait(position: Position, timeoutMilliseconds: number): Promise<boolean>;
  reach(position: Position): void;
  giveUp(): void;
}

/** People waiting for a view to pass a position; told by whoever moves the view on, not by a poll. */
export function createPositionWaiters(): PositionWaiters {
  const waiters = new Set<Waiter>();
  return {
    wait: (position, timeoutMilliseconds) =>
      new Promise((resolve) => {
        const answer = (reached: boolean): void => {
          clearTimeout(timer);
          waiters.delete(waiter);
          resolve(reached);
        };
        const waiter = { position, answer };
        const timer = setTimeout(answer, timeoutMilliseconds, false);
        waiters.add(waiter);
      }),
    reach(position) {
      for (const waiter of waiters) {
        if (isAtOrBefore(waiter.position, position)) waiter.answer(true);
      }
    },
    giveUp() {
      for (const { answer } of waiters) answer(false);
    },
  };
}
