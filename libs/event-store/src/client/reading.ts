import { StoreUnavailable } from '../store-errors';

/** What is used of the streams the client returns. */
export interface ClientStream extends AsyncIterable<unknown> {
  destroy(error?: Error): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** A read or a subscription: the client has a word of its own for stopping each. */
export interface Reading {
  readonly items: ClientStream;
  readonly stop: () => Promise<void>;
}

const ignore = (): void => undefined;

/**
 * The items of a read. Leaving the iteration stops the call on the server too: the client alone
 * would leave it open, paused, for ever. A read waiting longer than `timeoutMilliseconds` for its
 * next item ends with an error; time the consumer takes does not count.
 */
export async function* itemsOf<Item>(
  { items, stop }: Reading,
  timeoutMilliseconds: number,
): AsyncGenerator<Item> {
  guardAgainstLateErrors(items);
  let isWaiting = false;
  const stall = setTimeout(() => {
    if (isWaiting) items.destroy(new Error(`Nothing came in ${timeoutMilliseconds} ms`));
  }, timeoutMilliseconds);
  const iterator = items[Symbol.asyncIterator]() as AsyncIterator<Item, undefined, undefined>;
  let isOver = false;
  try {
    for (;;) {
      isWaiting = true;
      stall.refresh();
      const next = await iterator.next();
      isWaiting = false;
      if (next.done === true) {
        isOver = true;
        return;
      }
      yield next.value;
    }
  } finally {
    clearTimeout(stall);
    if (!isOver) end({ items, stop });
  }
}

/** Stops a call that is not over. What it says about that no longer concerns anybody. */
export function end({ items, stop }: Reading): void {
  items.destroy();
  void stop().catch(ignore);
}

/**
 * The client emits errors on a stream even after its iteration has ended, and an error that nobody
 * listens to ends the process. Whoever iterates still receives the errors that matter.
 */
export function guardAgainstLateErrors(items: ClientStream): void {
  items.on('error', ignore);
}

export function unavailable(error: unknown): StoreUnavailable {
  return error instanceof StoreUnavailable ? error : new StoreUnavailable(error);
}
