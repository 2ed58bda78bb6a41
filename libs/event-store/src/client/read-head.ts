import {
  type AllStreamResolvedEvent,
  BACKWARDS,
  END,
  type EventStoreDBClient,
} from '@eventstore/db-client';
import type { Position } from '@jejak/domain';

import { promptItemsOf, unavailable } from './reading';

/**
 * See `EventStore.head`. The client's `readAll` takes no filter, so the store's own events (`$...`)
 * at the end of the log are passed over here.
 */
export async function readHead(
  client: EventStoreDBClient,
  timeoutMilliseconds: number,
): Promise<Position | null> {
  const items = client.readAll({ direction: BACKWARDS, fromPosition: END });
  const reading = { items, stop: () => items.cancel() };
  try {
    for await (const { event } of promptItemsOf<AllStreamResolvedEvent>(
      reading,
      timeoutMilliseconds,
    )) {
      if (event !== undefined && !event.type.startsWith('$')) {
        return { commit: event.position.commit, prepare: event.position.prepare };
      }
    }
    return null;
  } catch (error) {
    throw unavailable(error);
  }
}
