import type { Position } from '@jejak/domain';

import type { ParkedKind } from '../storage/parked';
import type { Generation, ViewIdentity } from '../view/generation';

/** A view as those who query it know it; `readsFrom` is the oldest version they can read. */
export interface ReadableView extends ViewIdentity {
  readonly readsFrom?: number;
}

/** Which documents of a view are read now, and what is known of them. */
export interface Standing {
  /** The generation to read from; the first, empty one when the view was never projected. */
  readonly generation: Generation;
  /** What is read from it after this contains at least this position; null before its first event. */
  readonly position: Position | null;
  /** Keys that are parked in it. */
  readonly parked: number;
}

/** An event that a reply leaves out, or may leave out (`stream`: nobody can tell). */
export interface ParkedNotice {
  readonly kind: ParkedKind;
  readonly key: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly type: string;
  /** ISO 8601 UTC. */
  readonly since: string;
}

/** Documents in the order of their identifiers, also those that a parked event keeps from being made. */
export interface DocumentRange {
  /** From the first identifier past this one; null: from the first. */
  readonly after: string | null;
  readonly order: 'asc' | 'desc';
}

/** The version asked for is not there yet, and no readable older one is. */
export class ViewBeingBuilt extends Error {
  override readonly name = 'ViewBeingBuilt';
  constructor(
    readonly view: ViewIdentity,
    /** Events handled so far by the build; null when it has not begun. */
    readonly events: number | null,
  ) {
    super(`Version ${view.version} of the view ${view.name} is being built`);
  }
}

/** Where views stand, seen from a process that does not project them. */
export interface ViewStandings {
  /**
   * At most `cacheMilliseconds` old. Rejects with `ViewBeingBuilt`, the driver's error, or `NoAnswer`
   * when the database is silent for 5 seconds.
   */
  standing(view: ReadableView): Promise<Standing>;
  /**
   * Waits until what is read contains everything up to `position`; answers with where the view
   * stands then, or where it stands when the time is over (the caller compares). All who wait in a
   * process share one question to the database at a time. Rejects as `standing` does.
   */
  waitFor(view: ReadableView, position: Position, timeoutMilliseconds: number): Promise<Standing>;
  /**
   * What is parked that these documents would show: their own keys, and every parked stream; at most
   * 1,000 notices. Asks the database only when the standing says that something is parked. Ask before
   * reading the documents: what is released in between is then in them.
   */
  parkedAmong(
    standing: Standing,
    documents: readonly string[] | DocumentRange,
  ): Promise<readonly ParkedNotice[]>;
}
