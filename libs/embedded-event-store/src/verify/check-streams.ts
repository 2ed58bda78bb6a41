import { readHead } from '../storage/head';
import { decodeNumber, revisionKey, revisionOfKey } from '../storage/keys';
import { decodeStreamState, STREAM_STATE_BYTES } from '../storage/stream-state';
import { type LogFacts } from './check-log';
import { Fault, placeOf } from './fault';
import { streamNameOf, type Snapshot } from './snapshot';

/** Every stream's revisions are there from 0 on, each naming an event of the log. */
export async function checkIndex(snapshot: Snapshot, facts: LogFacts): Promise<void> {
  let entries = 0;
  let previous = { id: 0, revision: -1 };
  for (const { key, value } of snapshot.index.getRange(snapshot.seen)) {
    const id = key.readUInt32BE(0);
    const revision = revisionOfKey(key);
    const expected = id === previous.id ? previous.revision + 1 : 0;
    const place = `the index of stream number ${id}, revision ${revision}`;
    if (revision !== expected) throw new Fault(`${place}: revision ${expected} is missing`);
    const position = decodeNumber(value);
    if (snapshot.log.get(position, snapshot.seen) === undefined) {
      throw new Fault(`${place}: there is no event at position ${position}`);
    }
    entries++;
    previous = { id, revision };
    await snapshot.advance();
  }
  const indexed = facts.events - facts.tombstoned.size;
  if (entries !== indexed) {
    throw new Fault(`the index has ${entries} entries for ${indexed} events`);
  }
}

/** Every stream ends where its index ends. Returns how many streams there are. */
export async function checkStreams(snapshot: Snapshot, facts: LogFacts): Promise<number> {
  const ids = new Set<number>();
  let events = facts.tombstoned.size;
  for (const { key, value } of snapshot.streams.getRange(snapshot.seen)) {
    const name = streamNameOf(key);
    const place = name === undefined ? 'a stream with a long name' : placeOf({ stream: name });
    if (value.length !== STREAM_STATE_BYTES) throw new Fault(`${place}: the state is cut short`);
    const { id, last, tombstoned } = decodeStreamState(value);
    if (ids.has(id)) throw new Fault(`${place}: another stream has its number ${id} too`);
    if (!Number.isSafeInteger(last) || last < -1) {
      throw new Fault(`${place}: the state says that it ends at revision ${last}`);
    }
    const has = (revision: number): boolean =>
      snapshot.index.get(revisionKey(id, revision), snapshot.seen) !== undefined;
    if ((last >= 0 && !has(last)) || has(last + 1)) {
      throw new Fault(
        `${place}: the state says that it ends at revision ${last}, the index does not`,
      );
    }
    if (tombstoned !== facts.tombstoned.has(id)) {
      throw new Fault(`${place}: the state says that it is tombstoned, the log does not`);
    }
    ids.add(id);
    events += last + 1;
    await snapshot.advance();
  }
  if (events !== facts.events) {
    throw new Fault(`the streams have ${events} events, the log ${facts.events}`);
  }
  return ids.size;
}

/** Where the log ends, and how many streams were ever given a number. */
export function checkCounters(snapshot: Snapshot, { last, next }: LogFacts, streams: number): void {
  const head = readHead(snapshot, snapshot.seen.transaction);
  const found = { last, next, nextStreamId: streams + 1 };
  for (const counter of ['last', 'next', 'nextStreamId'] as const) {
    if (head[counter] === found[counter]) continue;
    throw new Fault(
      `position ${last}: the counter "${counter}" is ${head[counter]}, by the log it is ${found[counter]}`,
    );
  }
}

/** That the log goes as far as it once did: `mark` is a position it had reached. */
export function checkEnd({ last }: LogFacts, mark: number): void {
  if (last >= mark) return;
  throw new Fault(`position ${last}: the log ends here, and had gone to position ${mark}`);
}
