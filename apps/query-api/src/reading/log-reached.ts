import { comparePositions, type Position } from '@jejak/domain';
import { type EventStore, formatPosition } from '@jejak/event-store';
import { problem } from '@jejak/http';

/**
 * For what is read from the log itself, which never lags behind it: a position the log contains is
 * one the reply contains, whatever kind of event stands there. Throws `view.not-there-yet` for a position beyond its end.
 */
export async function assertLogReached(
  store: Pick<EventStore, 'head'>,
  after: Position | null,
): Promise<void> {
  if (after === null) return;
  const { end } = await store.head();
  if (end !== null && comparePositions(after, end) <= 0) return;
  const state = end === null ? 'is empty' : `ends at ${formatPosition(end)}`;
  throw problem('view.not-there-yet', {
    detail: `The log ${state}; ${formatPosition(after)} was asked for.`,
    ...(end === null ? {} : { headers: { 'Jejak-Position': formatPosition(end) } }),
  });
}
