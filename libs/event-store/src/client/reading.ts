import { StoreUnavailable } from '../store-errors';
import { arrivalsOf, type Reading } from './arrivals';

/**
 * The items of a read. Waiting longer than `timeoutMilliseconds` for the next one ends it with an
 * error; time the consumer takes does not count.
 */
export async function* promptItemsOf<Item>(
  reading: Reading,
  timeoutMilliseconds: number,
): AsyncGenerator<Item> {
  let isWaiting = true;
  const stall = setTimeout(() => {
    if (isWaiting) reading.items.destroy(new Error(`Nothing came in ${timeoutMilliseconds} ms`));
  }, timeoutMilliseconds);
  const arrivals = arrivalsOf<Item>(reading);
  try {
    for (;;) {
      const item = arrivals.take();
      if (item !== null) {
        isWaiting = false;
        yield item;
        isWaiting = true;
        stall.refresh();
      } else if (!(await arrivals.more())) return;
    }
  } finally {
    clearTimeout(stall);
    arrivals.leave();
  }
}

export function unavailable(error: unknown): StoreUnavailable {
  return error instanceof StoreUnavailable ? error : new StoreUnavailable(error);
}
