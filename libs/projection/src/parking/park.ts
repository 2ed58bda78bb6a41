import { messageOf, PoisonEvent, TooManyParked } from '../errors';
import type { Feed } from '../lane/feed';
import type { EventReference, ParkedKey, ParkedRecord } from '../storage/parked';
import type { ProjectionStorage } from '../storage/projection-storage';

export interface ParkingContext {
  readonly storage: ProjectionStorage;
  readonly clock: () => Date;
  /** More than this many parked keys say that the view is wrong and not the events. */
  readonly mostParked: number;
  readonly onParked: (feed: Feed, record: ParkedRecord) => void;
}

/**
 * An event cannot be passed for a key. Leaves it out when that was decided; parks it where the
 * generation is read. Throws `PoisonEvent` where it is being built, `TooManyParked` at the limit.
 */
export async function setAside(
  feed: Feed,
  key: ParkedKey,
  event: EventReference,
  failure: { readonly error: unknown; readonly attempts: number },
  { storage, clock, mostParked, onParked }: ParkingContext,
): Promise<void> {
  if (feed.skips.has(key, event.id)) return;
  const reason = messageOf(failure.error);
  if (feed.onPoison === 'stop') throw new PoisonEvent(event, key, reason, failure.error);
  if (feed.parked.count() >= mostParked) throw new TooManyParked(feed.view.name, mostParked);
  const now = clock().toISOString();
  const { kind, key: name } = key;
  const record: ParkedRecord = {
    kind,
    key: name,
    event,
    error: reason,
    attempts: failure.attempts,
    firstFailedAt: now,
    lastFailedAt: now,
  };
  await storage.park(feed.lease, record);
  feed.parked.put(record);
  onParked(feed, record);
}
