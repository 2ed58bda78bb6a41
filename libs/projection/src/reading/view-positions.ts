import { setTimeout as after } from 'node:timers/promises';

import type { Position } from '@jejak/domain';
import type { Db } from 'mongodb';

import { readCheckpoint } from '../storage/mongo/mongo-checkpoints';
import { isAtOrBefore } from '../view/position-codec';
import { collectionName, type ViewIdentity } from '../view/generation';

export interface Waited {
  readonly reached: boolean;
  /** Where the view stood when last looked at; null before its first event. */
  readonly position: Position | null;
}

/** Where views stand, seen from a process that does not project them. */
export interface ViewPositions {
  /** At most `cacheMilliseconds` old. Rejects with the driver's error when MongoDB is away. */
  positionOf(view: ViewIdentity): Promise<Position | null>;
  /**
   * Waits until the view contains everything up to `position`. Looks at its checkpoint after 10 ms,
   * then ever more seldom up to every 100 ms. Rejects with the driver's error.
   */
  waitFor(view: ViewIdentity, position: Position, timeoutMilliseconds: number): Promise<Waited>;
}

export interface ViewPositionsOptions {
  readonly db: Db;
  /** Default 50. */
  readonly cacheMilliseconds?: number;
}

interface Seen {
  readonly position: Position | null;
  readonly at: number;
}

export function createViewPositions(options: ViewPositionsOptions): ViewPositions {
  const { db, cacheMilliseconds = 50 } = options;
  return viewPositionsFrom(async (view) => (await readCheckpoint(db, view)).position, {
    cacheMilliseconds,
  });
}

/** The same on any reader of checkpoints. Requests that come together share one reading. */
export function viewPositionsFrom(
  readPosition: (view: ViewIdentity) => Promise<Position | null>,
  { cacheMilliseconds }: { readonly cacheMilliseconds: number },
): ViewPositions {
  const seen = new Map<string, Seen>();
  const reading = new Map<string, Promise<Position | null>>();

  const look = (view: ViewIdentity): Promise<Position | null> => {
    const key = collectionName(view);
    const read = async (): Promise<Position | null> => {
      const at = performance.now();
      try {
        const position = await readPosition(view);
        seen.set(key, { position, at });
        return position;
      } finally {
        reading.delete(key);
      }
    };
    const shared = reading.get(key) ?? read();
    if (!reading.has(key)) reading.set(key, shared);
    return shared;
  };

  return {
    async positionOf(view) {
      const known = seen.get(collectionName(view));
      const fresh = known !== undefined && performance.now() - known.at < cacheMilliseconds;
      return fresh ? known.position : look(view);
    },

    async waitFor(view, position, timeoutMilliseconds) {
      const deadline = performance.now() + timeoutMilliseconds;
      // Views only move forwards: a position seen earlier is enough to say yes, never to say no.
      const known = seen.get(collectionName(view))?.position ?? null;
      if (isAtOrBefore(position, known)) return { reached: true, position: known };
      for (let pause = 10; ; pause = Math.min(100, pause * 2)) {
        const stands = await look(view);
        if (isAtOrBefore(position, stands)) return { reached: true, position: stands };
        const left = deadline - performance.now();
        if (left <= 0) return { reached: false, position: stands };
        await after(Math.min(pause, left));
      }
    },
  };
}
