import {
  BACKWARDS,
  END,
  type EventStoreDBClient,
  FORWARDS,
  type ResolvedEvent,
  START,
  StreamNotFoundError,
} from '@eventstore/db-client';
import type { JejakEvent, RecordedEvent } from '@jejak/domain';

import { decodeEvent } from '../codec/decode';
import type { ReadStreamOptions } from '../event-store';
import { UnreadableEventError } from '../store-errors';
import { promptItemsOf, unavailable } from './reading';
import { storedEvent } from './stored-event';

/** See `EventStore.readStream`. */
export async function* readStream(
  client: EventStoreDBClient,
  stream: string,
  { from, direction = 'forwards', limit }: ReadStreamOptions,
  timeoutMilliseconds: number,
): AsyncGenerator<RecordedEvent<JejakEvent>> {
  const isForwards = direction === 'forwards';
  const items = client.readStream(stream, {
    direction: isForwards ? FORWARDS : BACKWARDS,
    fromRevision: from ?? (isForwards ? START : END),
    ...(limit === undefined ? {} : { maxCount: limit }),
  });
  const reading = { items, stop: () => items.cancel() };
  try {
    for await (const { event } of promptItemsOf<ResolvedEvent>(reading, timeoutMilliseconds)) {
      if (event === undefined) continue;
      const decoded = decodeEvent(storedEvent(event));
      if (decoded.kind === 'unreadable') {
        throw new UnreadableEventError(stream, event.revision, decoded.unreadable.reason);
      }
      yield decoded.event;
    }
  } catch (error) {
    if (error instanceof StreamNotFoundError) return;
    throw error instanceof UnreadableEventError ? error : unavailable(error);
  }
}
