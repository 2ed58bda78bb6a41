import type { Position } from '@jejak/domain';

import { SubscriptionStalled } from '../errors';
import { isAtOrBefore } from '../view/position-codec';

export interface StallWatch {
  /** Something was received, up to `newest` (null: unchanged), and is worked on until `idle`. */
  busy(newest: Position | null): void;
  idle(): void;
  readonly stalled: () => SubscriptionStalled | null;
  readonly end: () => void;
}

/**
 * Notices a subscription that is silent while the head of the log is known to be ahead of it, which
 * no client reports. The time its consumer takes does not count.
 */
export function watchForStall(
  after: Position | null,
  newestKnown: () => Position | null,
  silentMilliseconds: number,
  onStall: () => void,
): StallWatch {
  let received = after;
  let heardAt = performance.now();
  let isBusy = false;
  let stalled: SubscriptionStalled | null = null;
  const look = (): void => {
    const newest = newestKnown();
    const isBehind = newest !== null && !isAtOrBefore(newest, received);
    if (!isBehind || isBusy) heardAt = performance.now();
    if (performance.now() - heardAt < silentMilliseconds) return;
    stalled = new SubscriptionStalled(silentMilliseconds);
    onStall();
  };
  const timer = setInterval(look, Math.max(1, silentMilliseconds / 4));
  return {
    busy(newest) {
      received = newest ?? received;
      isBusy = true;
    },
    idle() {
      isBusy = false;
      heardAt = performance.now();
    },
    stalled: () => stalled,
    end() {
      clearInterval(timer);
    },
  };
}
