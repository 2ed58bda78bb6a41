import {
  EventStoreDBClient,
  jsonEvent,
  type JSONEventType,
  type ResolvedEvent,
} from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { startEventStoreUnderTest, type EventStoreUnderTest } from '../event-store-under-test';

export type Noted = JSONEventType<'Noted', { readonly n: number }>;

export interface Connected {
  readonly client: EventStoreDBClient;
  readonly store: EventStoreUnderTest;
  close(): Promise<void>;
}

export async function connect(): Promise<Connected> {
  const store = await startEventStoreUnderTest();
  const client = EventStoreDBClient.connectionString(store.connectionString);
  return {
    client,
    store,
    close: async () => {
      await client.dispose();
      await store.stop();
    },
  };
}

/** A stream nobody else uses: the suites also run against a server that is not empty. */
export function newStream(category = 'note'): string {
  return `${category}-${randomUUID()}`;
}

export function noted(n: number, id: string = randomUUID()) {
  return jsonEvent<Noted>({ id, type: 'Noted', data: { n } });
}

export function notedUpTo(count: number) {
  return Array.from({ length: count }, (_, n) => noted(n));
}

export async function collect<T>(events: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const event of events) all.push(event);
  return all;
}

/** The first `count` events of a subscription that would go on. */
export async function take(
  events: AsyncIterable<ResolvedEvent>,
  count: number,
): Promise<ResolvedEvent[]> {
  const taken: ResolvedEvent[] = [];
  if (count === 0) return taken;
  for await (const event of events) {
    taken.push(event);
    if (taken.length === count) break;
  }
  return taken;
}

export function numbers(events: readonly ResolvedEvent[]): number[] {
  return events.map(({ event }) => (event?.data as { n: number }).n);
}

/** What a promise was rejected with; fails when it was not. */
export async function rejection(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('expected a rejection');
}
