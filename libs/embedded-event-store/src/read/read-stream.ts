import { type EventLog } from '../storage/event-log';
import { createdOf } from '../storage/event-record';
import { isSoftDeleted } from '../storage/stream-metadata';
import { type ReadRequest } from '../wire/read-requests';
import { encodeStreamNotFound } from '../wire/read-responses';
import { StreamDeleted } from './errors';
import { encodeForReader } from './links';
import { Page, toNumber } from './pages';
import { type Reply } from './reply';
import { isTombstoned } from './tombstones';
import { firstVisible, isTooOld } from './visible-range';

/**
 * Sends the events of a stream, from a revision on (included), until `count` events are sent or
 * the stream ends. It reads what was committed when the read began; later events are not seen.
 */
export async function readStream(
  log: EventLog,
  stream: string,
  { from, direction, until, resolveLinks }: ReadRequest,
  reply: Reply,
): Promise<void> {
  if (isTombstoned(log, stream)) throw new StreamDeleted(stream);
  const state = log.stream(stream);
  const metadata = log.metadata(stream);
  if (state === undefined || state.last < 0 || isSoftDeleted(metadata)) {
    reply.write(encodeStreamNotFound(stream));
    return;
  }
  const reverse = direction === 'backwards';
  const first = firstVisible(metadata, state.last);
  let next = startRevision(from, first, state.last, reverse);
  let wanted = until === 'subscription' ? Infinity : until;
  const now = Date.now();
  while (wanted > 0 && !reply.signal.aborted) {
    const page = new Page(reply);
    const isAtEnd = log.walkStream(state, { from: next, reverse }, (event) => {
      const { revision, position, record } = event;
      next = revision + (reverse ? -1 : 1);
      if (revision < first) return !reverse && page.goesOn();
      if (!isTooOld(metadata, createdOf(record), now)) {
        page.send(encodeForReader(log, record, position, resolveLinks));
        wanted--;
      }
      return wanted > 0 && page.goesOn();
    });
    if (isAtEnd || (reverse && next < first)) return;
    await page.end();
  }
}

function startRevision(
  from: ReadRequest['from'],
  first: number,
  last: number,
  reverse: boolean,
): number {
  if (from === 'end') return reverse ? last : last + 1;
  const revision = from === 'start' ? 0 : toNumber(from);
  return reverse ? Math.min(revision, last) : Math.max(revision, first);
}
