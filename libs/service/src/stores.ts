import { type EventStore, createEventStore } from '@jejak/event-store';
import { MongoClient } from 'mongodb';

import { type Closings } from './closings';

/** A connection string that its client does not take. Never shows the value. */
export class StoreUrlUnusable extends Error {
  override readonly name = 'StoreUrlUnusable';
  readonly code = 'settings.invalid';
  constructor(
    readonly setting: 'EVENTSTORE_URL' | 'MONGODB_URL',
    reason: string,
  ) {
    super(`${setting} cannot be used: ${reason}`);
  }
}

/**
 * Opens the event store at an address. Nothing is connected yet: a store that is away at the start
 * is waited for like one that goes away later, and readiness says so.
 * @throws StoreUrlUnusable
 */
export function openEventStore(connectionString: string, closings: Closings): EventStore {
  const eventStore = usable('EVENTSTORE_URL', connectionString, () =>
    createEventStore({ connectionString }),
  );
  closings.add(() => eventStore.close());
  return eventStore;
}

/**
 * Milliseconds until a request learns that no server can be had: as long as a query waits for its
 * view, and below the patience of most clients. An election that takes longer is an outage like
 * others, after which the projector goes on by itself.
 */
const serverSelectionTimeoutMS = 5_000;

/**
 * Opens the read store at an address; connected with the first command, as the event store is.
 * @throws StoreUrlUnusable
 */
export function openReadStore(connectionString: string, closings: Closings): MongoClient {
  const client = usable(
    'MONGODB_URL',
    connectionString,
    () =>
      new MongoClient(connectionString, {
        appName: 'jejak',
        writeConcern: { w: 'majority' },
        readConcern: { level: 'majority' },
        retryWrites: true,
        serverSelectionTimeoutMS,
      }),
  );
  closings.add(() => client.close());
  return client;
}

function usable<Client>(
  setting: StoreUrlUnusable['setting'],
  url: string,
  open: () => Client,
): Client {
  try {
    return open();
  } catch (error) {
    throw new StoreUrlUnusable(setting, reasonWithout(url, error));
  }
}

/** The clients quote what they cannot read; EventStoreDB's in pieces, which could be a password. */
function reasonWithout(url: string, error: unknown): string {
  if (!(error instanceof Error) || 'connectionString' in error) {
    return 'it is not a connection string that the client can read';
  }
  return error.message.replaceAll(url, '...');
}

/** A password in a connection string must reach neither a screen nor a log. */
export const withoutCredentials = (url: string): string =>
  url.replace(/\/\/[^/]*@/, '//').replace(/\?.*$/, '');
