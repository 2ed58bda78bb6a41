import { randomUUID } from 'node:crypto';
import { type ProposedEvent } from '../wire/append-requests';
import { type WriteRequest } from './write-request';

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

/**
 * What a log begins with. On a real server events of its own come first as well; a reader that
 * takes every event of `$all` for its own is found out here and not in production.
 */
export function firstWrite(): WriteRequest {
  const type = '$epoch-information';
  const data = Buffer.from(JSON.stringify({ epochNumber: 0, epochId: randomUUID() }));
  const event = { ...systemEvent(type, data), contentType: 'application/json' };
  return { kind: 'append', target: { stream: type, expected: 'no_stream' }, events: [event] };
}

function systemEvent(type: string, data: Buffer): ProposedEvent {
  const contentType = 'application/octet-stream';
  return { id: randomUUID(), type, contentType, data, metadata: Buffer.alloc(0) };
}
