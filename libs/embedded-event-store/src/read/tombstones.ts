import { type EventLog } from '../storage/event-log';
import { describedStreamOf, isMetadataStream } from '../storage/stream-metadata';

/** Whether a stream was closed for ever; with it its metadata is. */
export function isTombstoned(log: EventLog, stream: string): boolean {
  if (log.stream(stream)?.tombstoned === true) return true;
  return isMetadataStream(stream) && isTombstoned(log, describedStreamOf(stream));
}
