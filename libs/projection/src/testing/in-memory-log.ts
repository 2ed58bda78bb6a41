import type { Position } from '@jejak/domain';
import {
  StoreUnavailable,
  UnreadableEventError,
  type EventStore,
  type StoredRecord,
  type SubscriptionMessage,
} from '@jejak/event-store';

type Logged = Exclude<SubscriptionMessage, { kind: 'caught-up' }>;

export interface InMemoryLog extends Pick<
  EventStore,
  'subscribe' | 'head' | 'readStream' | 'readStored'
> {
  append(...messages: readonly Logged[]): void;
  /** Puts another message in the place of one that was appended: a corrected release reads it. */
  replace(message: Logged): void;
  /** Ends every open subscription with `StoreUnavailable`, after what is buffered. */
  drop(): void;
  /** Refuses to serve until `recover`. */
  fail(): void;
  recover(): void;
  /** Delivers nothing more to open subscriptions, without an error. */
  freeze(): void;
  /** What the next subscriptions say they have scanned, behind the last event; null: nothing more. */
  scannedTo: Position | null;
  /** What every subscription so far asked for. */
  readonly subscribedAfter: (Position | null)[];
  /** Messages taken out by the subscribers, all together. */
  pulled(): number;
}

const positionOf = (message: Logged): Position =>
  message.kind === 'event' ? message.event.position : message.unreadable.position;

const streamOf = (message: Logged): string =>
  message.kind === 'event' ? message.event.stream : message.unreadable.stream;

async function* eventsOf(stream: readonly Logged[], from: bigint, limit: number) {
  await Promise.resolve();
  let left = limit;
  for (const message of stream) {
    if (left <= 0) return;
    if (message.kind === 'unreadable') {
      const { revision, reason } = message.unreadable;
      if (revision < from) continue;
      throw new UnreadableEventError(message.unreadable.stream, revision, reason);
    }
    if (message.event.revision < from) continue;
    left -= 1;
    yield message.event;
  }
}

function storedOf(message: Logged): StoredRecord {
  if (message.kind === 'unreadable') {
    const { reason, ...place } = message.unreadable;
    return { ...place, isJson: true, data: {}, metadata: {}, unreadable: reason };
  }
  const { event, metadata, ...place } = message.event;
  const { type, data } = event;
  return { ...place, type, isJson: true, data, metadata, unreadable: null };
}

/** An event log with the subscription of the port: replay, `caught-up`, then live. */
export function createInMemoryLog(): InMemoryLog {
  let log: Logged[] = [];
  const subscribedAfter: (Position | null)[] = [];
  let wake = new AbortController();
  let generation = 0;
  let frozen = -1;
  let failing = false;
  let pulled = 0;

  const last = (): Position | null => {
    const message = log.at(-1);
    return message === undefined ? null : positionOf(message);
  };
  const changed = (): void => {
    const sleeping = wake;
    wake = new AbortController();
    sleeping.abort();
  };
  const change = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        signal.removeEventListener('abort', done);
        resolve();
      };
      wake.signal.addEventListener('abort', done, { once: true });
      signal.addEventListener('abort', done);
    });

  async function* subscribe({
    after,
    signal,
  }: Parameters<EventStore['subscribe']>[0]): AsyncGenerator<SubscriptionMessage> {
    subscribedAfter.push(after);
    if (failing) throw new StoreUnavailable('down');
    const mine = generation;
    const until = log.length;
    let next = after === null ? 0 : log.findIndex((m) => positionOf(m).commit > after.commit);
    if (next === -1) next = log.length;
    let caughtUp = false;
    for (;;) {
      if (signal.aborted) return;
      const message = log[next];
      if (!caughtUp && next >= until) {
        caughtUp = true;
        yield { kind: 'caught-up', scannedTo: port.scannedTo };
      } else if (frozen >= mine) {
        await change(signal);
      } else if (message !== undefined) {
        next += 1;
        pulled += 1;
        yield message;
      } else if (generation !== mine) {
        throw new StoreUnavailable('dropped');
      } else {
        await change(signal);
      }
    }
  }

  const port: InMemoryLog = {
    scannedTo: null,
    subscribe,
    head: () =>
      failing
        ? Promise.reject(new StoreUnavailable('down'))
        : Promise.resolve({ newest: last(), end: last() }),
    readStream(stream, { from = 0n, limit = Infinity } = {}) {
      if (failing) throw new StoreUnavailable('down');
      return eventsOf(
        log.filter((message) => streamOf(message) === stream),
        from,
        limit,
      );
    },
    async *readStored(stream, { from = 0n, limit = Infinity } = {}) {
      if (failing) throw new StoreUnavailable('down');
      const records = log.map(storedOf);
      const later = records.filter((one) => one.stream === stream && one.revision >= from);
      yield* await Promise.resolve(later.slice(0, Math.min(limit, later.length)));
    },
    append(...messages) {
      log.push(...messages);
      changed();
    },
    replace(message) {
      const place = positionOf(message).commit;
      log = log.map((old) => (positionOf(old).commit === place ? message : old));
    },
    drop() {
      generation += 1;
      changed();
    },
    fail() {
      failing = true;
      generation += 1;
      changed();
    },
    recover() {
      failing = false;
    },
    freeze() {
      frozen = generation;
      generation += 1;
    },
    subscribedAfter,
    pulled: () => pulled,
  };
  return port;
}
