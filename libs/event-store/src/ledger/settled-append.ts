import type { Appended, EventStore, ExpectedRevision } from '../event-store';
import type { NewEvent } from '../new-event';
import { StoreUnavailable, UnknownOutcome } from '../store-errors';
import type { Pause } from './pause';

/** How often an append of unknown outcome is looked up and sent again. */
const attempts = 3;

/**
 * Appends, and settles an unknown outcome before anything else happens: the ids are looked up where
 * they would stand; when they are not there, the identical append is sent again, which the store
 * writes at most once.
 *
 * Throws as `EventStore.append` does. `StoreUnavailable` still means that nothing was written: once
 * one attempt is in doubt, everything short of a definite answer is `UnknownOutcome`.
 */
export async function settledAppend(
  store: EventStore,
  stream: string,
  expected: ExpectedRevision,
  events: readonly NewEvent[],
  pause: Pause,
): Promise<Appended> {
  let doubt: UnknownOutcome | null = null;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      return await store.append(stream, expected, events);
    } catch (error) {
      if (error instanceof UnknownOutcome) doubt = error;
      else if (!(error instanceof StoreUnavailable) || doubt === null) throw error;
    }
    try {
      const found = await whereWritten(store, stream, expected, events);
      if (found !== null) return found;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
    await pause(attempt);
  }
  throw doubt ?? new UnknownOutcome(stream, new Error('no attempt was answered'));
}

/** Where the last of these events stands, when all of them were written; null otherwise. */
async function whereWritten(
  store: EventStore,
  stream: string,
  expected: ExpectedRevision,
  events: readonly NewEvent[],
): Promise<Appended | null> {
  let index = 0;
  const from = expected === 'none' ? 0n : expected + 1n;
  for await (const written of store.readStream(stream, { from, limit: events.length })) {
    if (written.id !== events[index]?.id) return null;
    index += 1;
    if (index === events.length) return { revision: written.revision, position: written.position };
  }
  return null;
}
