import { comparePositions, type Position } from '@jejak/domain';
import { type EventStore, formatPosition } from '@jejak/event-store';
import { problem } from '@jejak/http';

/**
 * For what is read from the log itself, which never lags behind it: a position the log contains is
 * one the reply contains. Throws `view.not-there-yet` for a position beyond its end.
 */
export async function assertLogReached(
  store: Pick<EventStore, 'head'>,
  after: Position | null,
): Promise<void> {
  if (after === null) return;
  const head = await store.head();
  if (head !== null && comparePositions(after, head) <= 0) return;
  const end = head === null ? 'is empty' : `ends at ${formatPosition(head)}`;
  throw problem('view.not-there-yet', {
    detail: `The log ${end}; ${formatPosition(after)} was asked for.`,
    ...(head === null ? {} : { headers: { 'Jejak-Position': formatPosition(head) } }),
  });
}
