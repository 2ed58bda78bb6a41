import { TOMBSTONE_REVISION } from '../append/system-events';
import { decodeEventRecord, isIntact } from '../storage/event-record';
import { FIRST_POSITION } from '../storage/head';
import { decodeNumber, revisionKey, streamKey } from '../storage/keys';
import { decodeStreamState } from '../storage/stream-state';
import { decodeRecordedEvent } from '../wire/recorded-event';
import { Fault, placeOf } from './fault';
import { whoseEvent, type Snapshot } from './snapshot';

/** What the log says; index, streams and counters have to say the same. */
export interface LogFacts {
  readonly events: number;
  /** Position of the last event; -1 when there is none. */
  readonly last: number;
  /** Where the next event belongs. */
  readonly next: number;
  /** Ids of the streams that a tombstone closes. */
  readonly tombstoned: ReadonlySet<number>;
}

/**
 * Every record: its checksum, that it begins where the one before ends, that it says of itself what
 * its key and header say, and that index and stream know it. Throws the first `Fault`.
 */
export async function checkLog(snapshot: Snapshot): Promise<LogFacts> {
  const tombstoned = new Set<number>();
  let events = 0;
  let last = -1;
  let next = FIRST_POSITION;
  for (const { key: position, value } of snapshot.log.getRange(snapshot.seen)) {
    if (position !== next) {
      throw new Fault(
        `position ${next}: an event is missing, the next one is at position ${position}`,
      );
    }
    const closed = checkRecord(snapshot, position, value);
    if (closed !== undefined) tombstoned.add(closed);
    events++;
    last = position;
    next = position + value.length;
    await snapshot.advance();
  }
  return { events, last, next, tombstoned };
}

/** Returns the id of the stream that the event closes, if it is a tombstone. */
function checkRecord(snapshot: Snapshot, position: number, record: Buffer): number | undefined {
  if (!isIntact(record)) {
    const place = placeOf({ position, ...whoseEvent(snapshot, position) });
    throw new Fault(`${place}: the record's checksum does not match what it holds`);
  }
  const { stream, type, recorded } = decodeEventRecord(record);
  const event = decodeRecordedEvent(recorded);
  const isTombstone = event.revision === TOMBSTONE_REVISION;
  const revision = Number(event.revision);
  const wrong = (what: string): Fault =>
    new Fault(`${placeOf({ position, stream, ...(isTombstone ? {} : { revision }) })}: ${what}`);
  if (event.position !== BigInt(position)) {
    throw wrong(`the event says that it is at position ${String(event.position)}`);
  }
  if (event.stream !== stream || event.type !== type) {
    throw wrong(`the event says that it is a ${event.type} of stream ${event.stream}`);
  }
  const state = snapshot.streams.get(streamKey(stream), snapshot.seen);
  if (state === undefined) throw wrong('the stream is not known');
  const { id, tombstoned } = decodeStreamState(state);
  if (isTombstone) {
    if (!tombstoned) throw wrong('the stream does not know that it is tombstoned');
    return id;
  }
  const indexed = snapshot.index.get(revisionKey(id, revision), snapshot.seen);
  if (indexed === undefined) throw wrong('the index does not know the event');
  if (decodeNumber(indexed) !== position) {
    throw wrong(`the index says that the event is at position ${decodeNumber(indexed)}`);
  }
  return undefined;
}
