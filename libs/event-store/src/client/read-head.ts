import type { EventStoreDBClient } from '@eventstore/db-client';
import { comparePositions, type Position } from '@jejak/domain';

import type { Head } from '../event-store';
import { type Mark, marksFromEnd, readEnd } from './read-end';

/** What a reading found, kept for the next one. */
interface Known {
  readonly end: Mark;
  readonly head: Head;
}

export type HeadReader = (client: EventStoreDBClient) => Promise<Head>;

/**
 * See `EventStore.head`. Readings may overlap; whichever ends last is remembered, and an older one
 * only makes the next reach further back. What is remembered counts only where the log still holds
 * that very event: after a change of servers, or when it was scavenged, the log is read afresh.
 */
export function createHeadReader(timeout: number): HeadReader {
  let known: Known | null = null;

  async function look(client: EventStoreDBClient): Promise<Known | null> {
    const before = known;
    const last = await readEnd(client, timeout);
    if (last === null) return null;
    if (before !== null && isSame(before.end, last)) return before;
    if (!last.isStoresOwn) return knownFrom(last.position, last);
    let end: Mark | null = null;
    for await (const mark of marksFromEnd(client, { timeout })) {
      end ??= mark;
      if (before !== null && isSame(before.end, mark)) return knownFrom(before.head.newest, end);
      if (!mark.isStoresOwn) return knownFrom(mark.position, end);
    }
    return end && knownFrom(null, end);
  }

  return async (client) => {
    known = await look(client);
    return known?.head ?? { newest: null, end: null };
  };
}

const knownFrom = (newest: Position | null, end: Mark): Known => ({
  end,
  head: { newest, end: end.position },
});

const isSame = (mark: Mark, { id, position }: Mark): boolean =>
  mark.id === id && comparePositions(mark.position, position) === 0;
