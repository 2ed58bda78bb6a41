import type { Position } from '@jejak/domain';

import type { Checkpoint } from '../storage/checkpoint';
import type { EventReference, ParkedKey } from '../storage/parked';
import type { Generation } from '../view/generation';
import { isAtOrBefore } from '../view/position-codec';

/**
 * `waiting`: for a store that does not answer, or not started. `standing-by`: another process writes
 * the view. `stopped`: at an event it cannot pass (with an error), or by `stop()` (without).
 */
export type ViewState = 'waiting' | 'standing-by' | 'catching-up' | 'live' | 'stopped';

export interface ViewFailure {
  /** What stands still, in words that hold no personal data. */
  readonly message: string;
  /** What the code or the server said; may quote an event and is for operators alone. */
  readonly detail: string | null;
  /** ISO 8601 UTC. */
  readonly since: string;
  /** The event the view cannot pass; null when the failure is not one event's. */
  readonly event: EventReference | null;
  /** For what of the view it cannot; null with `event`. */
  readonly key: ParkedKey | null;
}

export interface ViewStatus extends Generation {
  readonly state: ViewState;
  /** Position of the last event handled; null before the first. */
  readonly position: Position | null;
  /** Events passed since the generation's beginning. */
  readonly events: number;
  /** Live, and at or past the newest position known of the log. Says nothing if the head is stale. */
  readonly caughtUp: boolean;
  /**
   * Seconds since the view was certainly complete: 0 when caught up, null when nothing is known.
   * Measured by this machine's clock against the recording instant of the newest event handled.
   */
  readonly lagSeconds: number | null;
  /**
   * Events behind the head: 0 when caught up, null when nothing is known, else an estimate from the
   * bytes of the log that are still to be read.
   */
  readonly lagEvents: number | null;
  /** Over the last seconds. */
  readonly eventsPerSecond: number;
  /** Keys that stand still behind an event that could not be folded. */
  readonly parked: number;
  /** Who writes the view when it is not this process. */
  readonly writer: string | null;
  readonly error: ViewFailure | null;
}

/** The newest position of the log, and how fresh that knowledge is: a frozen head makes lag a lie. */
export interface HeadStatus {
  readonly position: Position | null;
  /** Seconds since the head was last read; null when it never was. */
  readonly ageSeconds: number | null;
}

/** Totals of one generation since the process started. */
export interface ViewCounters extends Generation {
  readonly events: number;
  readonly batches: number;
  readonly documentsWritten: number;
  readonly rowsAdded: number;
  readonly parkedTotal: number;
}

export interface RuntimeCounters {
  /** How often everything was read again from the checkpoints after a failure. */
  readonly resumed: number;
  readonly leasesLost: number;
}

export interface ViewMoment {
  readonly generation: Generation;
  readonly state: ViewState;
  readonly checkpoint: Checkpoint;
  readonly parked: number;
  readonly writer: string | null;
  readonly eventsPerSecond: number;
  readonly error: ViewFailure | null;
  /** Last instant at which the view was seen level with the head; null when never. */
  readonly levelAt: Date | null;
}

/** True when nothing in the log is known to stand after `position`. */
export const isLevel = (position: Position | null, newest: Position | null): boolean =>
  newest === null || isAtOrBefore(newest, position);

function lagEventsOf({ position, events }: Checkpoint, newest: Position | null): number | null {
  if (newest === null || position === null || position.commit <= 0n) return null;
  const left = Number(newest.commit - position.commit) / Number(position.commit);
  return Math.max(1, Math.round(left * events));
}

export function statusOf(
  { generation, state, checkpoint, parked, writer, eventsPerSecond, error, levelAt }: ViewMoment,
  newest: Position | null,
  now: Date,
): ViewStatus {
  const { position, events, recordedAt } = checkpoint;
  const caughtUp = state === 'live' && isLevel(position, newest);
  const complete = [recordedAt === null ? NaN : Date.parse(recordedAt), levelAt?.getTime() ?? NaN]
    .filter((instant) => !Number.isNaN(instant))
    .reduce<number | null>((latest, instant) => Math.max(latest ?? instant, instant), null);
  const behind = complete === null ? null : Math.max(0, (now.getTime() - complete) / 1_000);
  return {
    ...generation,
    state,
    position,
    events,
    caughtUp,
    lagSeconds: caughtUp ? 0 : behind,
    lagEvents: caughtUp ? 0 : lagEventsOf(checkpoint, newest),
    eventsPerSecond,
    parked,
    writer,
    error,
  };
}
