import { type EventLog } from '../storage/event-log';
import { createdOf } from '../storage/event-record';
import { NO_METADATA } from '../storage/stream-metadata';
import { type ReadRequest } from '../wire/read-requests';
import { encodeCaughtUp } from '../wire/read-responses';
import { StreamDeleted } from './errors';
import { encodeForReader } from './links';
import { Page, toNumber } from './pages';
import { type Reply } from './reply';
import { type Tail } from './tail';
import { isTombstoned } from './tombstones';
import { firstVisible, isTooOld } from './visible-range';

/**
 * Sends every event of a stream after a revision (excluded), for as long as the reader stays. The
 * stream need not exist yet. Metadata trims the past, not what is appended once the subscription is
 * live. A tombstone ends it with `StreamDeleted`.
 */
export async function subscribeToStream(
  log: EventLog,
  tail: Tail,
  stream: string,
  { from, resolveLinks }: ReadRequest,
  reply: Reply,
): Promise<void> {
  let seen = startAfter(from, log.stream(stream)?.last ?? -1);
  let live = false;
  while (!reply.signal.aborted) {
    if (isTombstoned(log, stream)) throw new StreamDeleted(stream);
    const state = log.stream(stream);
    const metadata = live ? NO_METADATA : log.metadata(stream);
    const now = Date.now();
    const first = firstVisible(metadata, state?.last ?? -1);
    const walk = { from: Math.max(seen + 1, first), reverse: false };
    const page = new Page(reply);
    const isAtEnd =
      state === undefined ||
      log.walkStream(state, walk, ({ revision, position, record }) => {
        seen = revision;
        if (!isTooOld(metadata, createdOf(record), now)) {
          page.send(encodeForReader(log, record, position, resolveLinks));
        }
        return page.goesOn();
      });
    if (!isAtEnd || !page.isTaken) {
      await page.end();
      continue;
    }
    if (!live) {
      // What its metadata hides now stays unsent when the stream goes on.
      seen = Math.max(seen, state?.last ?? -1);
      reply.write(encodeCaughtUp());
      live = true;
    }
    await tail.next(stream, reply.signal);
  }
}

function startAfter(from: ReadRequest['from'], last: number): number {
  if (from === 'start') return -1;
  return from === 'end' ? last : toNumber(from);
}
