import type { RecordedEvent as ClientEvent } from '@eventstore/db-client';
import type { Position } from '@jejak/domain';

import type { StoredEvent } from '../event-store';
import { StoreUnavailable } from '../store-errors';

/** Servers say "no position" with -1, which arrives unsigned. */
const highestPosition = 2n ** 63n - 1n;

/** Undefined when the server gave none. */
export function knownPosition(position: Position | undefined): Position | undefined {
  if (position === undefined) return undefined;
  const { commit, prepare } = position;
  return commit > highestPosition || prepare > highestPosition ? undefined : { commit, prepare };
}

/**
 * Throws `StoreUnavailable` when the server gives no position with a stream's events, as servers
 * before 22.6 did: without it a repeated command could not be answered as the first time.
 */
export function storedEvent(event: ClientEvent): StoredEvent {
  const position = knownPosition(event.position);
  if (position === undefined) {
    throw new StoreUnavailable(
      new Error('The server gives no positions: 23.10 or later is needed'),
    );
  }
  return {
    id: event.id.toLowerCase(),
    stream: event.streamId,
    revision: event.revision,
    position,
    type: event.type,
    isJson: event.isJson,
    data: event.data,
    metadata: event.metadata,
  };
}
