import type { JejakEvent, Position, RecordedEvent } from '@jejak/domain';
import { UnknownOutcome, StoreUnavailable, type EventStore } from '@jejak/event-store';

import type { Go } from './plan/history';

/** Appends what a round has drawn, whatever happens to the store meanwhile. */
export function createScribe(log: EventStore) {
  const revisions = new Map<string, bigint>();
  let appended = 0;
  let last: Position | null = null;
  return {
    /** Of all the appends so far. */
    standing: () => ({ appended, last }),
    async append({ stream, events }: Go): Promise<void> {
      const revision = revisions.get(stream);
      const expected = revision ?? 'none';
      // The ids stay the same, so that an append that did arrive is not repeated.
      for (let attempt = 1; ; attempt += 1) {
        try {
          const result = await log.append(stream, expected, events);
          revisions.set(stream, result.revision);
          appended += events.length;
          last = result.position;
          return;
        } catch (error) {
          const isPassing = error instanceof UnknownOutcome || error instanceof StoreUnavailable;
          if (!isPassing || attempt === 20) throw error;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      }
    },
  };
}

export type Scribe = ReturnType<typeof createScribe>;

/** Every event after `base`, up to the end of the log as it is now. */
export async function eventsAfter(
  log: EventStore,
  base: Position | null,
): Promise<readonly RecordedEvent<JejakEvent>[]> {
  const reading = new AbortController();
  const events: RecordedEvent<JejakEvent>[] = [];
  for await (const message of log.subscribe({ after: base, signal: reading.signal })) {
    if (message.kind === 'caught-up') break;
    if (message.kind === 'unreadable') throw new Error(message.unreadable.reason);
    events.push(message.event);
  }
  reading.abort();
  return events;
}
