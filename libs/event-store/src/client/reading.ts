import { StoreUnavailable } from '../store-errors';

/** What is used of the streams the client returns. */
export interface ClientStream {
  destroy(error?: Error): unknown;
  resume(): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  iterator(options: { readonly destroyOnReturn: boolean }): AsyncIterableIterator<unknown>;
}

/** A read or a subscription: the client has a word of its own for stopping each. */
export interface Reading {
  readonly items: ClientStream;
  readonly stop: () => Promise<void>;
}

const ignore = (): void => undefined;

/**
 * The items of a read. Leaving the iteration early stops the call on the server too and lets what
 * has arrived run off: the client alone would leave the call open, paused, for ever, and would wait
 * for it when it is disposed of.
 */
export async function* itemsOf<Item>({ items, stop }: Reading): AsyncGenerator<Item> {
  guardAgainstLateErrors(items);
  let isOver = false;
  try {
    for await (const item of items.iterator({ destroyOnReturn: false })) yield item as Item;
    isOver = true;
  } finally {
    if (!isOver) {
      void stop().catch(ignore);
      items.resume();
    }
  }
}

/**
 * The same; waiting longer than `timeoutMilliseconds` for the next item ends it with an error. Time
 * the consumer takes does not count.
 */
export async function* promptItemsOf<Item>(
  reading: Reading,
  timeoutMilliseconds: number,
): AsyncGenerator<Item> {
  let isWaiting = true;
  const stall = setTimeout(() => {
    if (isWaiting) reading.items.destroy(new Error(`Nothing came in ${timeoutMilliseconds} ms`));
  }, timeoutMilliseconds);
  try {
    for await (const item of itemsOf<Item>(reading)) {
      isWaiting = false;
      yield item;
      isWaiting = true;
      stall.refresh();
    }
  } finally {
    clearTimeout(stall);
  }
}

/**
 * The client emits errors on a stream even after its iteration has ended, and an error that nobody
 * listens to ends the process. Whoever iterates still receives the errors that matter.
 */
function guardAgainstLateErrors(items: ClientStream): void {
  items.on('error', ignore);
}

export function unavailable(error: unknown): StoreUnavailable {
  return error instanceof StoreUnavailable ? error : new StoreUnavailable(error);
}
