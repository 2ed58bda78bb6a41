import { type EventLog } from '../storage/event-log';
import { type ReadRequest } from '../wire/read-requests';
import { compileFilter } from './filter';
import { encodeForReader } from './links';
import { Page, toNumber } from './pages';
import { type Reply } from './reply';

/**
 * Sends the events of the whole log: forwards those at a position and after, backwards those
 * before it, as a byte-addressed log does. It ends at the head of the moment it began.
 */
export async function readAll(
  log: EventLog,
  { from, direction, until, filter, resolveLinks }: ReadRequest,
  reply: Reply,
): Promise<void> {
  const matches = compileFilter(filter);
  const reverse = direction === 'backwards';
  const { last } = log.head;
  let next = startPosition(from, last, reverse);
  let wanted = until === 'subscription' ? Infinity : until;
  while (wanted > 0 && !reply.signal.aborted) {
    const page = new Page(reply);
    const isAtEnd = log.walkAll({ from: next, reverse }, (position, record) => {
      if (position > last) return false;
      next = position + (reverse ? -1 : 1);
      if (matches(record)) {
        page.send(encodeForReader(log, record, position, resolveLinks));
        wanted--;
      }
      return wanted > 0 && page.goesOn();
    });
    if (isAtEnd || (!reverse && next > last)) return;
    await page.end();
  }
}

function startPosition(from: ReadRequest['from'], last: number, reverse: boolean): number {
  if (from === 'start') return reverse ? -1 : 0;
  if (from === 'end') return reverse ? last : last + 1;
  return reverse ? Math.min(toNumber(from) - 1, last) : toNumber(from);
}
