import { randomUUID } from 'node:crypto';
import { type ProposedEvent } from '../wire/append-requests';

/** The number the protocol gives the event that closes a tombstoned stream: the largest int64. */
export const TOMBSTONE_REVISION = 2n ** 63n - 1n;

/** New metadata of a stream; `data` is its JSON. */
export function metadataEvent(data: Buffer): ProposedEvent {
  return { ...systemEvent('$metadata', data), contentType: 'application/json' };
}

/** What closes a tombstoned stream. */
export function streamDeletedEvent(): ProposedEvent {
  return systemEvent('$streamDeleted', Buffer.alloc(0));
}

function systemEvent(type: string, data: Buffer): ProposedEvent {
  const contentType = 'application/octet-stream';
  return { id: randomUUID(), type, contentType, data, metadata: Buffer.alloc(0) };
}
