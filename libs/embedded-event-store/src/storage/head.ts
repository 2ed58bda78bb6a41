import { type Transaction } from 'lmdb';
import { type Head } from './commit';
import { type EventMaps } from './environment';
import { decodeNumber } from './keys';

/** No event sits at 0, as on a real server, where the node's own events come first. */
export const FIRST_POSITION = 64;
export const HEAD_KEYS = ['last', 'next', 'nextStreamId'] as const;

/** Where the log ends on the disk, as the transaction sees it or as it is now. */
export function readHead({ counters }: EventMaps, transaction?: Transaction): Head {
  const seen = transaction === undefined ? {} : { transaction };
  const [last, next, nextStreamId] = HEAD_KEYS.map((key) => counters.get(key, seen));
  return {
    last: last === undefined ? -1 : decodeNumber(last),
    next: next === undefined ? FIRST_POSITION : decodeNumber(next),
    nextStreamId: nextStreamId === undefined ? 1 : decodeNumber(nextStreamId),
  };
}
