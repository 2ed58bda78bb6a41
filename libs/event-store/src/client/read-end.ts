import {
  type AllStreamRecordedEvent,
  type AllStreamResolvedEvent,
  BACKWARDS,
  END,
  type EventStoreDBClient,
} from '@eventstore/db-client';
import type { Position } from '@jejak/domain';

import { promptItemsOf, unavailable } from './reading';

/** An event as far as it says where the log stands. */
export interface Mark {
  readonly id: string;
  readonly position: Position;
  /** One of the store's own, such as its statistics; not written through the port. */
  readonly isStoresOwn: boolean;
}

export interface MarksOptions {
  /** Milliseconds until a reading that brings nothing is given up. */
  readonly timeout: number;
  /** Default: all. */
  readonly limit?: number;
  /** Ends the reading at once, with an error. */
  readonly signal?: AbortSignal;
}

/**
 * The events of the log from its end backwards, of every kind: the client's `readAll` takes no
 * filter. Throws StoreUnavailable.
 */
export async function* marksFromEnd(
  client: EventStoreDBClient,
  { timeout, limit, signal }: MarksOptions,
): AsyncGenerator<Mark> {
  const items = client.readAll({
    direction: BACKWARDS,
    fromPosition: END,
    ...(limit === undefined ? {} : { maxCount: limit }),
  });
  const abort = (): void => {
    items.destroy(new Error('The reading was aborted'));
  };
  signal?.addEventListener('abort', abort);
  const reading = { items, stop: () => items.cancel(), limit };
  try {
    for await (const { event } of promptItemsOf<AllStreamResolvedEvent>(reading, timeout)) {
      if (event !== undefined) yield markOf(event);
    }
  } catch (error) {
    throw unavailable(error);
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

/** The last event of the log, whatever its kind; null while there is none. */
export async function readEnd(
  client: EventStoreDBClient,
  timeout: number,
  signal?: AbortSignal,
): Promise<Mark | null> {
  const options = { timeout, limit: 1, ...(signal === undefined ? {} : { signal }) };
  for await (const mark of marksFromEnd(client, options)) return mark;
  return null;
}

const markOf = ({ id, type, position }: AllStreamRecordedEvent): Mark => ({
  id,
  position: { commit: position.commit, prepare: position.prepare },
  isStoresOwn: type.startsWith('$'),
});
