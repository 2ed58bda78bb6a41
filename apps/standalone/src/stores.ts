import { type EmbeddedEventStore, startEmbeddedEventStore } from '@jejak/embedded-event-store';
import { type EmbeddedReadStore, startEmbeddedReadStore } from '@jejak/embedded-read-store';
import { type Settings } from '@jejak/config';
import { type EventStore } from '@jejak/event-store';
import { type Closings, openEventStore, openReadStore, withoutCredentials } from '@jejak/service';
import { type MongoClient } from 'mongodb';
import { join } from 'node:path';

/** Both stores, open. */
export interface OpenStores {
  readonly eventStore: EventStore;
  readonly mongo: MongoClient;
  /** For a person: `embedded`, or the address without credentials. */
  readonly description: { readonly eventStore: string; readonly readStore: string };
  /** Settles when an embedded store died by itself; never when both are real servers. */
  readonly failed: Promise<Error>;
}

/**
 * Opens the stores the settings name, and starts an embedded one where they name none. The same
 * clients talk to both.
 */
export async function openStores(settings: Settings, closings: Closings): Promise<OpenStores> {
  const events = await eventStoreAddress(settings, closings);
  const views = await readStoreAddress(settings, closings);
  return {
    eventStore: openEventStore(events.url, closings),
    mongo: openReadStore(views.url, closings),
    description: { eventStore: events.description, readStore: views.description },
    failed: Promise.race([events.failed, views.failed]),
  };
}

interface StoreAddress {
  readonly url: string;
  readonly description: string;
  readonly failed: Promise<Error>;
}

async function eventStoreAddress(settings: Settings, closings: Closings): Promise<StoreAddress> {
  if (settings.eventStoreUrl !== null) return remote(settings.eventStoreUrl);
  const directory = join(settings.dataDirectory, 'events');
  return embedded(await startEmbeddedEventStore({ directory }), directory, closings);
}

async function readStoreAddress(settings: Settings, closings: Closings): Promise<StoreAddress> {
  if (settings.mongoUrl !== null) return remote(settings.mongoUrl);
  const directory = join(settings.dataDirectory, 'views');
  return embedded(await startEmbeddedReadStore({ directory }), directory, closings);
}

function embedded(
  node: EmbeddedEventStore | EmbeddedReadStore,
  directory: string,
  closings: Closings,
): StoreAddress {
  closings.add(() => node.stop());
  const description = `embedded in ${directory}, on 127.0.0.1:${node.port}`;
  return { url: node.connectionString, description, failed: node.failed };
}

const never = new Promise<Error>(() => undefined);

const remote = (url: string): StoreAddress => ({
  url,
  description: withoutCredentials(url),
  failed: never,
});
