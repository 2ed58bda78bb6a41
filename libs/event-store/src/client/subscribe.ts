import {
  type AllStreamResolvedEvent,
  type EventStoreDBClient,
  eventTypeFilter,
  excludeSystemEvents,
  type Filter,
  START,
} from '@eventstore/db-client';
import { comparePositions, type Position } from '@jejak/domain';

import { decodeEvent } from '../codec/decode';
import type { SubscribeOptions, SubscriptionMessage } from '../event-store';
import type { StoreUnavailable } from '../store-errors';
import { type Arrivals, arrivalsOf } from './arrivals';
import { type Mark, readEnd } from './read-end';
import { unavailable } from './reading';
import { storedEvent } from './stored-event';
import type { Subscribers } from './subscribers';

/** Put among the events, where the server said it. */
const caughtUp = Symbol('caught up');

/** Put behind the events to wake whoever waits for the next one. */
const aborted = Symbol('aborted');

type Item = AllStreamResolvedEvent | typeof caughtUp | typeof aborted;

/** How many events the client may hold for a consumer that is busy with a batch. */
const bufferedEvents = 256;

/**
 * See `EventStore.subscribe`.
 *
 * `caughtUp` of the client is emitted while earlier events still wait in its buffer. It is emitted
 * in the order of the log though, so a mark is pushed behind those events and comes out after them.
 * What the client says of checkpoints is not used at all: they arrive early in the same way, and a
 * callback that fails stalls the subscription without an error.
 *
 * How far the log has been scanned by then is known from having read its end first, through the same
 * client, which nothing else may use meanwhile (see `createSubscribers`).
 */
export async function* subscribe(
  subscribers: Subscribers,
  { after, eventTypes, signal }: SubscribeOptions,
  timeoutMilliseconds: number,
): AsyncGenerator<SubscriptionMessage> {
  const client = subscribers.take();
  let close = (): void => undefined;
  let failure: StoreUnavailable | undefined;
  try {
    if (isOver(signal)) return;
    const end = await readEnd(client, timeoutMilliseconds, signal);
    if (isOver(signal)) return;
    const opened = open(client, { after, eventTypes, signal }, timeoutMilliseconds);
    const { arrivals } = opened;
    close = opened.close;
    for (;;) {
      const item = arrivals.take();
      if (isOver(signal)) return;
      if (item === null) {
        if (!(await arrivals.more())) break;
      } else if (item === caughtUp) {
        yield { kind: 'caught-up', scannedTo: scannedFrom(after, end) };
      } else if (item !== aborted && item.event !== undefined) {
        yield decodeEvent(storedEvent(item.event));
      }
    }
    // The client finishes a subscription without an error when the server ends the call.
    throw new Error('The server ended the subscription');
  } catch (error) {
    if (isOver(signal)) return;
    failure = unavailable(error);
    throw failure;
  } finally {
    close();
    subscribers.giveBack(client, failure);
  }
}

interface Place {
  readonly after: Position | null;
  readonly eventTypes: readonly string[] | undefined;
  readonly signal: AbortSignal;
}

function open(
  client: EventStoreDBClient,
  { after, eventTypes, signal }: Place,
  timeoutMilliseconds: number,
): { readonly arrivals: Arrivals<Item>; readonly close: () => void } {
  const items = client.subscribeToAll(
    { fromPosition: after ?? START, filter: filterOf(eventTypes) },
    { highWaterMark: bufferedEvents },
  );
  const arrivals = arrivalsOf<Item>({ items, stop: () => items.unsubscribe() });
  items.once('caughtUp', () => items.push(caughtUp));
  const stall = setTimeout(() => {
    items.destroy(new Error(`Not confirmed in ${timeoutMilliseconds} ms`));
  }, timeoutMilliseconds);
  items.once('confirmation', () => {
    clearTimeout(stall);
  });
  const wake = (): void => {
    items.push(aborted);
  };
  signal.addEventListener('abort', wake);
  return {
    arrivals,
    close() {
      clearTimeout(stall);
      signal.removeEventListener('abort', wake);
      arrivals.leave();
    },
  };
}

const scannedFrom = (after: Position | null, end: Mark | null): Position | null =>
  end === null || (after !== null && comparePositions(end.position, after) <= 0)
    ? null
    : end.position;

/** Read anew each time: the compiler takes a signal for something that never changes. */
const isOver = (signal: AbortSignal): boolean => signal.aborted;

/**
 * The server compares whole types only with an expression; its prefixes would let `PactSignedTwice`
 * through for `PactSigned`. The interval keeps checkpoints, which nobody reads, rare.
 */
function filterOf(eventTypes: readonly string[] | undefined): Filter {
  const checkpointInterval = 1_000;
  if (eventTypes === undefined) return excludeSystemEvents({ checkpointInterval });
  const alternatives = eventTypes.map((type) => type.replace(/[^A-Za-z0-9]/g, '\\$&'));
  return eventTypeFilter({ regex: `^(${alternatives.join('|')})$`, checkpointInterval });
}
