import { comparePositions } from '@jejak/domain';

import { decodeEvent, recordedEvent, storedRecord } from '../codec/decode';
import { encodeEvent, type EncodedEvent } from '../codec/encode';
import type {
  Appended,
  EventStore,
  ExpectedRevision,
  Head,
  ReadStreamOptions,
  StoredEvent,
  SubscribeOptions,
  SubscriptionMessage,
} from '../event-store';
import type { NewEvent } from '../new-event';
import { StoreUnavailable, UnknownOutcome } from '../store-errors';
import type { AppendFault, Faults } from './faults';
import { InMemoryLog, storedEvent } from './in-memory-log';

/** An `EventStore` without a server, for tests: the same contract, plus faults on demand. */
export interface InMemoryEventStore extends EventStore, Faults {
  /** Writes past every check, as a foreign writer could. */
  writeForeign(stream: string, events: readonly EncodedEvent[]): Appended;
  /** Ends every open subscription as a server that shuts down does. */
  endSubscriptions(): void;
  /** How many reads of a stream were begun. */
  readonly readCount: number;
}

export function createInMemoryEventStore(log = new InMemoryLog()): InMemoryEventStore {
  const appendFaults: (AppendFault | null)[] = [];
  const readFaults: number[] = [];
  const closing = new AbortController();
  let serving = new AbortController();
  let readCount = 0;

  const assertOpen = (): void => {
    if (closing.signal.aborted) throw new StoreUnavailable(new Error('closed'));
  };

  async function append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<Appended> {
    assertOpen();
    const encoded = events.map((event) => encodeEvent(event));
    await nextTurn();
    const fault = appendFaults.shift() ?? null;
    const lost = new UnknownOutcome(stream, new Error(fault ?? 'lost'));
    switch (fault) {
      case null:
        return log.append(stream, expected, encoded);
      case 'unavailable':
        throw new StoreUnavailable(new Error(fault));
      case 'lost-before-writing':
        throw lost;
      case 'lost-after-writing':
        log.append(stream, expected, encoded);
        throw lost;
      case 'written-late':
        void nextTurn(4)
          .then(() => log.append(stream, expected, encoded))
          .catch(() => undefined);
        throw lost;
    }
  }

  async function* read<Item>(
    stream: string,
    { from, direction = 'forwards', limit = Infinity }: ReadStreamOptions,
    itemOf: (stored: StoredEvent) => Item,
  ): AsyncGenerator<Item> {
    assertOpen();
    readCount += 1;
    const failAfter = readFaults.shift() ?? Infinity;
    await nextTurn();
    const all = log.stream(stream);
    const selected =
      direction === 'forwards'
        ? all.slice(Number(from ?? 0n))
        : all.slice(0, from === undefined ? undefined : Number(from) + 1).reverse();
    let count = 0;
    for (const kept of selected.slice(0, Math.min(limit, selected.length))) {
      if (count === failAfter) break;
      count += 1;
      yield itemOf(storedEvent(kept));
    }
    if (failAfter !== Infinity) throw new StoreUnavailable(new Error('read fault'));
  }

  async function* subscribe({
    after,
    eventTypes,
    signal,
  }: SubscribeOptions): AsyncGenerator<SubscriptionMessage> {
    assertOpen();
    const server = serving.signal;
    const ended = AbortSignal.any([signal, server, closing.signal]);
    const wanted = eventTypes === undefined ? null : new Set(eventTypes);
    const end = log.length;
    const last = log.at(end - 1)?.position ?? null;
    const isNews = last !== null && (after === null || comparePositions(last, after) > 0);
    const scannedTo = isNews ? last : null;
    let next = log.indexAfter(after);
    let isCaughtUp = false;
    while (!signal.aborted && !closing.signal.aborted) {
      if (server.aborted) throw new StoreUnavailable(new Error('the server ended it'));
      const kept = log.at(next);
      if (!isCaughtUp && next >= end) {
        isCaughtUp = true;
        yield { kind: 'caught-up', scannedTo };
      } else if (kept === undefined) {
        await log.nextAppend(ended);
      } else {
        next += 1;
        if (wanted === null ? !kept.type.startsWith('$') : wanted.has(kept.type)) {
          yield decodeEvent(storedEvent(kept));
        }
      }
    }
  }

  return {
    append,
    readStream: (stream, options = {}) => read(stream, options, recordedEvent),
    readStored: (stream, options = {}) => read(stream, options, storedRecord),
    subscribe,
    head(): Promise<Head> {
      const end = log.at(log.length - 1)?.position ?? null;
      return Promise.resolve({ newest: log.newest, end });
    },
    close(): Promise<void> {
      closing.abort();
      return Promise.resolve();
    },
    failNextAppends(...faults): void {
      appendFaults.push(...faults);
    },
    failNextReads(...after): void {
      readFaults.push(...after);
    },
    heal(): void {
      appendFaults.length = 0;
      readFaults.length = 0;
    },
    writeForeign(stream, events): Appended {
      const last = log.stream(stream).at(-1);
      return log.append(stream, last?.revision ?? 'none', events);
    },
    endSubscriptions(): void {
      serving.abort();
      serving = new AbortController();
    },
    get readCount(): number {
      return readCount;
    },
  };
}

/** An answer never comes in the turn of the question. */
async function nextTurn(turns = 1): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  }
}
