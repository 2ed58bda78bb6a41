import {
  BACKWARDS,
  END,
  type EventStoreDBClient,
  FORWARDS,
  type ResolvedEvent,
  START,
  StreamNotFoundError,
} from '@eventstore/db-client';
import { setTimeout as sleep } from 'node:timers/promises';

import type { ReadStreamOptions, StoredEvent } from '../event-store';
import { UnreadableEventError } from '../store-errors';
import { promptItemsOf, unavailable } from './reading';
import { storedEvent } from './stored-event';

/** Milliseconds; for the end of a call whose answer was that there is no such stream. */
const endIsNear = 100;

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
  // The client takes its eyes off such a call before it ends, so that it does have to be stopped.
  let isMissing = false;
  const stop = async (): Promise<void> => {
    if (isMissing) await sleep(endIsNear, undefined, { ref: false });
    await items.cancel();
  };
  items.on('error', (error) => {
    isMissing ||= error instanceof StreamNotFoundError;
  });
  const reading = { items, stop, limit };
  try {
    for await (const { event } of promptItemsOf<ResolvedEvent>(reading, timeoutMilliseconds)) {
      if (event !== undefined) yield itemOf(storedEvent(event));
    }
  } catch (error) {
    if (error instanceof StreamNotFoundError) return;
    throw error instanceof UnreadableEventError ? error : unavailable(error);
  }
}
