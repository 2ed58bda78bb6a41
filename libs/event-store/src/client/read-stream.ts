import {
  BACKWARDS,
  END,
  type EventStoreDBClient,
  FORWARDS,
  type ResolvedEvent,
  START,
  StreamNotFoundError,
} from '@eventstore/db-client';

import type { ReadStreamOptions, StoredEvent } from '../event-store';
import { UnreadableEventError } from '../store-errors';
import { promptItemsOf, unavailable } from './reading';
import { storedEvent } from './stored-event';

/** What is made of the stored events of a stream, in order; `itemOf` may throw `UnreadableEventError`. */
export async function* readStream<Item>(
  client: EventStoreDBClient,
  stream: string,
  { from, direction = 'forwards', limit }: ReadStreamOptions,
  itemOf: (stored: StoredEvent) => Item,
  timeoutMilliseconds: number,
): AsyncGenerator<Item> {
  const isForwards = direction === 'forwards';
  const items = client.readStream(stream, {
    direction: isForwards ? FORWARDS : BACKWARDS,
    fromRevision: from ?? (isForwards ? START : END),
    ...(limit === undefined ? {} : { maxCount: limit }),
  });
  const reading = { items, stop: () => items.cancel() };
  try {
    for await (const { event } of promptItemsOf<ResolvedEvent>(reading, timeoutMilliseconds)) {
      if (event !== undefined) yield itemOf(storedEvent(event));
    }
  } catch (error) {
    if (error instanceof StreamNotFoundError) return;
    throw error instanceof UnreadableEventError ? error : unavailable(error);
  }
}
