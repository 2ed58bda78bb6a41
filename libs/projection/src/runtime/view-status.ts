import type { Position } from '@jejak/domain';

import { isAtOrBefore } from '../view/position-codec';
import type { EventPlace } from '../errors';
import type { ViewIdentity } from '../view/generation';
import type { Checkpoint } from '../storage/view-storage';

/**
 * `waiting`: for a store that does not answer, or not started. `stopped`: at an event it cannot
 * pass (with an error), or by `stop()` (without).
 */
export type ViewState = 'waiting' | 'catching-up' | 'live' | 'stopped';

export interface ViewFailure {
  readonly message: string;
  /** ISO 8601 UTC. */
  readonly since: string;
  /** The event the view cannot pass; null when the failure is not one event's. */
  readonly event: EventPlace | null;
}

export interface ViewStatus extends ViewIdentity {
  readonly state: ViewState;
  /** Position of the last event handled; null before the first. */
  readonly position: Position | null;
  /** Events passed since the view's beginning. */
  readonly events: number;
  /** Live, and at or past the newest position known of the log. Says nothing if the head is stale. */
  readonly caughtUp: boolean;
  /**
   * Seconds since the view was certainly complete: 0 when caught up, null when nothing is known.
   * Measured by this machine's clock against the recording instant of the newest event handled.
   */
  readonly lagSeconds: number | null;
  readonly error: ViewFailure | null;
}

/** The newest position of the log, and how fresh that knowledge is: a frozen head makes lag a lie. */
export interface HeadStatus {
  readonly position: Position | null;
  /** Seconds since the head was last read; null when it never was. */
  readonly ageSeconds: number | null;
}

export interface ViewMoment {
  readonly state: ViewState;
  readonly checkpoint: Checkpoint;
  readonly error: ViewFailure | null;
  /** Last instant at which the view was seen level with the head; null when never. */
  readonly levelAt: Date | null;
}

/** True when nothing in the log is known to stand after `position`. */
export const isLevel = (position: Position | null, newest: Position | null): boolean =>
  newest === null || isAtOrBefore(newest, position);

export function statusOf(
  { name, version }: ViewIdentity,
  { state, checkpoint, error, levelAt }: ViewMoment,
  newest: Position | null,
  now: Date,
): ViewStatus {
  const { position, events, recordedAt } = checkpoint;
  const caughtUp = state === 'live' && isLevel(position, newest);
  const complete = [recordedAt === null ? NaN : Date.parse(recordedAt), levelAt?.getTime() ?? NaN]
    .filter((instant) => !Number.isNaN(instant))
    .reduce<number | null>((latest, instant) => Math.max(latest ?? instant, instant), null);
  const behind = complete === null ? null : Math.max(0, (now.getTime() - complete) / 1_000);
  const lagSeconds = caughtUp ? 0 : behind;
  return { name, version, state, position, events, caughtUp, lagSeconds, error };
}
