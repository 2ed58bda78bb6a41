import { type EventLog } from '../storage/event-log';
import { createdOf, recordedOf, typeOf } from '../storage/event-record';
import { recordedEventData } from '../wire/recorded-event';
import { encodeReadEvent, encodeUnresolvedLink } from '../wire/read-responses';
import { isTombstoned } from './tombstones';
import { firstVisible, isTooOld } from './visible-range';

const LINK_TYPE = '$>';
/** The data of a link: `revision@stream`. */
const LINK = /^(\d{1,15})@(.+)$/su;

/** One event as a `ReadResp`; a link is followed when the reader asked for it. */
export function encodeForReader(
  log: EventLog,
  record: Buffer,
  position: number,
  resolveLinks: boolean,
): Buffer {
  if (!resolveLinks || typeOf(record) !== LINK_TYPE) {
    return encodeReadEvent(recordedOf(record), position);
  }
  // Looking for the target overwrites the record.
  const recorded = Buffer.from(recordedOf(record));
  const [, revision, stream] = LINK.exec(recordedEventData(recorded).toString('utf8')) ?? [];
  const target = revision && stream ? findEvent(log, stream, Number(revision)) : undefined;
  return target === undefined
    ? encodeUnresolvedLink(recorded, position)
    : encodeReadEvent(target, position, recorded);
}

/** A link shows what a read of the stream would: not what was deleted or trimmed. */
function findEvent(log: EventLog, stream: string, revision: number): Buffer | undefined {
  const state = log.stream(stream);
  if (state === undefined || isTombstoned(log, stream)) return undefined;
  const metadata = log.metadata(stream);
  if (revision < firstVisible(metadata, state.last)) return undefined;
  const event = log.event(state, revision);
  if (event === undefined || isTooOld(metadata, createdOf(event.record), Date.now())) {
    return undefined;
  }
  return recordedOf(event.record);
}
