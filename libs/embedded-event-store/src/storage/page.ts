import { type EventRecord } from './event-record';

export interface LoggedEvent extends EventRecord {
  readonly position: number;
}

export interface IndexedEvent extends LoggedEvent {
  readonly revision: number;
}

export interface PageRequest {
  /** First position or revision to look at, included. */
  readonly from: number;
  readonly reverse: boolean;
  readonly limit: number;
}

/** A page ends once it holds this much, so that large events do not pile up in memory. */
const PAGE_BYTES = 1_048_576;

export function fillPage<Entry, Event extends EventRecord>(
  entries: Iterable<Entry>,
  decode: (entry: Entry) => Event,
): Event[] {
  const page: Event[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const event = decode(entry);
    page.push(event);
    bytes += event.recorded.length;
    if (bytes >= PAGE_BYTES) break;
  }
  return page;
}
