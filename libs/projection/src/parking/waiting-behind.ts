import { comparePositions, type Position } from '@jejak/domain';
import { StoreUnavailable, type EventStore } from '@jejak/event-store';

import type { Concerns } from '../fold/classify';
import type { EventReference } from '../storage/parked';
import type { AnyView } from '../view/any-view';
import { sleep } from '../waiting/back-off';

/** Nobody decides otherwise because of one more; reading them all could take minutes. */
export const mostCounted = 1_000;

export interface StreamBehind {
  readonly view: AnyView;
  /** The parked event. */
  readonly event: EventReference;
  /** Where the generation stands: what comes after has not met the parked event yet. */
  readonly upTo: Position | null;
}

/**
 * How many events wait behind a parked stream, at most `mostCounted`: nobody queues them, so they are
 * counted in the stream itself, those alone that the view would have taken. Null once the signal is
 * aborted, and where the event store does not answer.
 */
export async function waitingInStream(
  store: Pick<EventStore, 'readStored'>,
  { view, event, upTo }: StreamBehind,
  concerns: Concerns,
  signal: AbortSignal,
): Promise<number | null> {
  let count = 0;
  try {
    for await (const later of store.readStored(event.stream, { from: event.revision + 1n })) {
      if (signal.aborted) return null;
      if (upTo === null || comparePositions(later.position, upTo) > 0) break;
      const isTaken =
        later.unreadable === null ? view.eventTypes.has(later.type) : concerns(view, later);
      if (isTaken) count += 1;
      if (count === mostCounted) break;
    }
    return count;
  } catch (error) {
    if (error instanceof StoreUnavailable) return null;
    throw error;
  }
}

/** What `work` answers with, or null when that takes longer; `work` is then told by the signal. */
export async function orNullAfter<Answer>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer | null> {
  const late = new AbortController();
  const answered = new AbortController();
  const tooLate = sleep(milliseconds, answered.signal).then(() => {
    late.abort();
    return null;
  });
  try {
    return await Promise.race([work(late.signal), tooLate]);
  } finally {
    answered.abort();
  }
}
