import type { Position } from '@jejak/domain';
import type { StoredRecord } from '@jejak/event-store';

import type { ViewFailure } from './runtime/view-status';
import type { Difference } from './generations/difference';
import type { BuildPurpose } from './storage/catalogue';
import type { ParkedKey, ParkedRecord } from './storage/parked';
import type { Generation } from './view/generation';

/**
 * `filling`: reads the log. `indexing`: has it and makes its indexes. `joining`: closes up with the
 * live generation. `comparing`: both stand at the same event and are compared. `ready`: follows the
 * log beside the live one until it is switched to. `failed`: met an event it cannot pass, or cannot
 * be stored; nothing of the live view is touched.
 */
export type BuildState = 'filling' | 'indexing' | 'joining' | 'comparing' | 'ready' | 'failed';

/** A generation that is filled beside the live one. */
export interface BuildStatus extends Generation {
  readonly purpose: BuildPurpose;
  readonly state: BuildState;
  /** Handled since the beginning of the log. */
  readonly events: number;
  /** Of the live generation, which is level with the log or close to it; null when there is none. */
  readonly totalEvents: number | null;
  /** Over the last seconds. */
  readonly eventsPerSecond: number;
  /** At this rate; null when the rate or the total is not known. */
  readonly secondsLeft: number | null;
  readonly position: Position | null;
  /** Most events a second; null: as fast as it goes. */
  readonly throttle: number | null;
  /** ISO 8601 UTC. */
  readonly requestedAt: string;
  /** Against the live generation, once compared; a version with another shape differs everywhere. */
  readonly difference: Difference | null;
  readonly error: ViewFailure | null;
}

export interface ParkedEntry extends ParkedRecord {
  readonly generation: Generation;
  /**
   * `live`: it is parked in what is read. `build`: a build has stopped there; nothing is parked, and
   * nothing of the live generation stands still.
   */
  readonly holdsUp: 'live' | 'build';
  /**
   * Events that are queued behind a document; none behind a row, which nothing waits for. Null where
   * they are not queued: `waitingBehind` counts those of a stream, and a build stands still as a whole.
   */
  readonly waiting: number | null;
}

export type OperationCode =
  /** No view of this name is projected by this program. */
  | 'projection.unknown-view'
  /** The stores do not answer, or the projection was stopped: ask again later. */
  | 'projection.not-following'
  /** Another process holds the lease of the view: ask that one. */
  | 'projection.written-elsewhere'
  | 'projection.build-under-way'
  | 'projection.no-build'
  | 'projection.build-not-ready'
  | 'projection.nothing-to-roll-back-to'
  | 'projection.not-parked';

/** What was asked for cannot be done as things stand; nothing was changed. */
export class OperationRefused extends Error {
  override readonly name = 'OperationRefused';
  constructor(
    readonly code: OperationCode,
    message: string,
  ) {
    super(message);
  }
}

/** Asked of a running projection by an operator. All reject with `OperationRefused`. */
export interface ProjectionOperations {
  /** Null when nothing is built beside the live generation. */
  build(view: string): BuildStatus | null;
  /**
   * Fills a new generation beside the live one; queries notice nothing. Answers with the rebuild
   * under way when there is one, with the new throttle. It goes on after a restart of the process.
   */
  rebuild(view: string, options: { readonly throttle: number | null }): Promise<BuildStatus>;
  /** Lets the generation that was live before catch up; it is `ready` when it has. */
  rollback(view: string): Promise<BuildStatus>;
  /** From one query to the next, a `ready` build is what is read; the other is kept as previous. */
  switchOver(view: string): Promise<Generation>;
  /** Gives a build up and removes whatever it wrote; a rollback leaves the previous generation. */
  cancel(view: string): Promise<void>;
  /**
   * What is parked in the live generations of these views (default: all), by view and position, and
   * the events at which builds have stopped.
   */
  parked(view?: string): Promise<readonly ParkedEntry[]>;
  /**
   * For each entry how many events wait behind it. Behind a stream, those of its later events are
   * counted that concern the view, up to where the view stands, and at most 1,000 of them. Null where
   * the event store did not say so in two seconds for all entries together, and for builds.
   */
  waitingBehind(entries: readonly ParkedEntry[]): Promise<readonly (number | null)[]>;
  /**
   * The event of an entry as it is stored, also when nobody can read it; null when the event store
   * does not have it any more. Rejects with `StoreUnavailable` too.
   */
  storedEvent(view: string, key: ParkedKey): Promise<StoredRecord | null>;
  /** Tries again now. True when nothing is parked at the key any more. */
  retry(view: string, key: ParkedKey): Promise<boolean>;
}
