import { finished } from 'node:stream';

/** What is used of the streams the client returns: readable ones, typed in a way of its own. */
export interface ClientStream {
  readonly destroyed: boolean;
  readonly readableLength: number;
  read(): unknown;
  resume(): unknown;
  destroy(error?: Error): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'readable', listener: () => void): unknown;
  off(event: string, listener: () => void): unknown;
}

/** A read or a subscription: the client has a word of its own for stopping each. */
export interface Reading {
  readonly items: ClientStream;
  readonly stop: () => Promise<void>;
  /** How many items were asked for: after so many the server ends the call by itself. */
  readonly limit?: number | undefined;
}

/** What has arrived of a reading, to be taken one by one. */
export interface Arrivals<Item> {
  /** Null when nothing is there just now. */
  readonly take: () => Item | null;
  /**
   * Waits until something may be there; false once nothing more will come. Throws what broke the
   * stream, after all that had arrived before was taken.
   */
  readonly more: () => Promise<boolean>;
  /**
   * Stops the call on the server too, unless it ended by itself or all that was asked for came, and
   * lets what has arrived run off: the client alone would leave the call open, paused, for ever, and
   * would wait for it when it is disposed of. Stopping resets the call, and a server that counts
   * resets against rapid-reset attacks (nghttp2: 33 a second, a thousand saved up) closes the
   * connection under every other call: no habit for a reading that is about to end anyway.
   */
  readonly leave: () => void;
}

const ignore = (): void => undefined;

/**
 * `for await` over a stream of the client does the same with several promises for every item; this
 * makes none for an item that is there.
 */
export function arrivalsOf<Item>({ items, stop, limit }: Reading): Arrivals<Item> {
  let taken = 0;
  let end: { readonly error: Error | null } | null = null;
  let wake = ignore;
  const onReadable = (): void => {
    wake();
  };
  const untyped = items as unknown as NodeJS.ReadableStream;
  // The client emits errors on a stream even after its iteration has ended, and an error that nobody
  // listens to ends the process.
  items.on('error', ignore);
  items.on('readable', onReadable);
  // A stream that fails leaves the call behind it with what has arrived, which nobody would ever take.
  untyped.on('unpipe', (source: NodeJS.ReadableStream) => source.resume());
  const unwatch = finished(untyped, { writable: false }, (error) => {
    end = { error: error ?? null };
    wake();
  });
  const reached = (): { readonly error: Error | null } | null => end;
  return {
    take() {
      const item = items.destroyed ? null : (items.read() as Item | null);
      if (item !== null) taken += 1;
      return item;
    },
    async more() {
      if (reached() === null && (items.destroyed || items.readableLength === 0)) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const over = reached();
      if (over?.error) throw over.error;
      return over === null;
    },
    leave() {
      items.off('readable', onReadable);
      unwatch();
      if (reached()?.error === null) return;
      if (taken !== limit) void stop().catch(ignore);
      items.resume();
    },
  };
}
