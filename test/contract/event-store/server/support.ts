import {
  EventStoreDBClient,
  jsonEvent,
  type AppendExpectedRevision,
  type AppendResult,
  type AppendToStreamOptions,
  type EventData,
  type JSONEventType,
  type Position,
  type ReadStreamOptions,
  type ResolvedEvent,
} from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { startEventStoreUnderTest, type EventStoreUnderTest } from '../../event-store-under-test';

export type Noted = JSONEventType<'Noted', { readonly n: number }>;

export interface Connected {
  readonly client: EventStoreDBClient;
  readonly store: EventStoreUnderTest;
  /** The numbers a read of a stream shows. */
  read(stream: string, options?: ReadStreamOptions): Promise<number[]>;
  close(): Promise<void>;
}

export async function connect(): Promise<Connected> {
  const store = await startEventStoreUnderTest();
  const client = EventStoreDBClient.connectionString(store.connectionString);
  return {
    client,
    store,
    read: async (stream, options) => numbers(await collect(client.readStream(stream, options))),
    close: async () => {
      await client.dispose();
      await store.stop();
    },
  };
}

/** A connection for all tests of the file, to the store every contract suite runs against. */
export function useConnection(): Connected {
  // Starting the embedded node compiles its worker's sources; on a busy machine that takes seconds.
  jest.setTimeout(30_000);
  const connected = {} as Connected;
  beforeAll(async () => {
    Object.assign(connected, await connect());
  });
  afterAll(() => connected.close());
  return connected;
}

/** Per-call credentials send an append as a call of its own, not down the shared batch call. */
export const OWN_CALL = { credentials: { username: 'admin', password: 'changeit' } } as const;

/** The two ways the client takes for an append. */
export const WAYS = [
  ['the batch call', {}],
  ['a call of its own', OWN_CALL],
] as const;

export type Append = (
  stream: string,
  events: EventData | EventData[],
  expectedRevision?: AppendExpectedRevision,
) => Promise<AppendResult>;

/** Appends down one of the two ways. */
export function appendBy(connected: Connected, options: AppendToStreamOptions): Append {
  return (stream, events, expectedRevision = 'any') =>
    connected.client.appendToStream(stream, events, { ...options, expectedRevision });
}

/** A stream nobody else uses: the suite also runs on a server that is not empty. */
export function newStream(category = 'note'): string {
  return `${category}-${randomUUID()}`;
}

export function noted(n: number, id: string = randomUUID()) {
  return jsonEvent<Noted>({ id, type: 'Noted', data: { n } });
}

export function notedUpTo(count: number) {
  return upTo(count).map((n) => noted(n));
}

/** 0, 1, 2, ... count - 1 */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n);
}

export async function collect<T>(events: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const event of events) all.push(event);
  return all;
}

/** The first `count` events of a subscription that would go on. */
export async function take<Resolved = ResolvedEvent>(
  events: AsyncIterable<Resolved>,
  count: number,
): Promise<Resolved[]> {
  const taken: Resolved[] = [];
  if (count === 0) return taken;
  for await (const event of events) {
    taken.push(event);
    if (taken.length === count) break;
  }
  return taken;
}

/** Resolves when a subscription says `event` for the next time. */
export function once(subscription: NodeJS.EventEmitter, event: string): Promise<void> {
  return new Promise((resolve) =>
    subscription.once(event, () => {
      resolve();
    }),
  );
}

export function numbers(events: readonly ResolvedEvent[]): number[] {
  return events.map(({ event }) => (event?.data as { n: number }).n);
}

/** Position of an append that wrote something. */
export function positionOf({ position }: AppendResult): Position {
  if (position === undefined) throw new Error('the append wrote nothing');
  return position;
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
