import { type EventLog } from '../storage/event-log';
import { type ReadRequest } from '../wire/read-requests';
import { encodeCaughtUp, encodeCheckpoint } from '../wire/read-responses';
import { compileFilter } from './filter';
import { encodeForReader } from './links';
import { Page, toNumber } from './pages';
import { type Reply } from './reply';
import { type Tail } from './tail';

/**
 * Sends every event after a position (excluded), for as long as the reader stays: first what is
 * there, then `caughtUp`, then each commit. With a filter, a checkpoint tells how far the log was
 * considered: after every `checkpointEvery` events and once before `caughtUp`, each position once.
 */
export async function subscribeToAll(
  log: EventLog,
  tail: Tail,
  { from, filter, resolveLinks }: ReadRequest,
  reply: Reply,
): Promise<void> {
  const matches = compileFilter(filter);
  let seen = startAfter(from, log.head.last);
  let checkpoint = seen;
  let considered = 0;
  let live = false;
  while (!reply.signal.aborted) {
    const page = new Page(reply);
    const isAtEnd = log.walkAll({ from: seen + 1, reverse: false }, (position, record) => {
      seen = position;
      if (matches(record)) page.send(encodeForReader(log, record, position, resolveLinks));
      if (filter !== undefined && ++considered >= filter.checkpointEvery) {
        page.send(encodeCheckpoint(seen));
        checkpoint = seen;
        considered = 0;
      }
      return page.goesOn();
    });
    if (!isAtEnd || !page.isTaken) {
      await page.end();
      continue;
    }
    if (!live) {
      if (filter !== undefined && seen > checkpoint) reply.write(encodeCheckpoint(seen));
      checkpoint = seen;
      considered = 0;
      reply.write(encodeCaughtUp());
      live = true;
    }
    await tail.next(undefined, reply.signal);
  }
}

function startAfter(from: ReadRequest['from'], last: number): number {
  if (from === 'start') return -1;
  return from === 'end' ? last : toNumber(from);
}
