import { projectionStream, type JejakEvent, type RecordedEvent } from '@jejak/domain';
import { skipOf, type Skip } from '@jejak/domain/projection';
import type { EventStore } from '@jejak/event-store';

import type { ParkedKey } from '../storage/parked';

/** The recorded decisions to leave an event out of one view. */
export interface Skips {
  has(key: ParkedKey, eventId: string): boolean;
  add(skip: Skip): void;
  readonly count: () => number;
}

const textOf = ({ kind, key, eventId }: Skip): string => `${kind}/${eventId}/${key}`;

export function createSkips(known: readonly Skip[] = []): Skips {
  const skips = new Set(known.map(textOf));
  return {
    has: ({ kind, key }, eventId) => skips.has(textOf({ kind, key, eventId })),
    add(skip) {
      skips.add(textOf(skip));
    },
    count: () => skips.size,
  };
}

/** The decision an event records about this view; null when it is another event. */
export function skipIn({ event }: RecordedEvent<JejakEvent>, view: string): Skip | null {
  if (event.type !== 'ParkedEventSkipped' || event.data.view !== view) return null;
  return skipOf(event.data);
}

/**
 * Every decision recorded about a view so far. Whoever reads the log from its beginning knows them
 * before it meets their events and comes to the same documents as who met the events first: an event
 * that can be folded is folded, one that cannot is left out when that was decided at any time.
 */
export async function readSkips(
  store: Pick<EventStore, 'readStream'>,
  view: string,
): Promise<Skips> {
  const skips: Skip[] = [];
  for await (const event of store.readStream(projectionStream(view))) {
    const skip = skipIn(event, view);
    if (skip !== null) skips.push(skip);
  }
  return createSkips(skips);
}
