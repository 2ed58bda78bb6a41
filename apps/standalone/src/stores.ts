import { type EmbeddedEventStore, startEmbeddedEventStore } from '@jejak/embedded-event-store';
import { type EmbeddedReadStore, startEmbeddedReadStore } from '@jejak/embedded-read-store';
import { type EventStore, createEventStore } from '@jejak/event-store';
import { MongoClient } from 'mongodb';
import { join } from 'node:path';

import { type Settings } from '@jejak/config';

/** Both stores, open, and how to close them again in the right order. */
export interface OpenStores {
  readonly eventStore: EventStore;
  readonly mongo: MongoClient;
  /** For a person: `embedded`, or the address without credentials. */
  readonly description: { readonly eventStore: string; readonly readStore: string };
  /** Settles when an embedded store died by itself; never when both are real servers. */
  readonly failed: Promise<Error>;
  close(): Promise<void>;
}

type Closing = () => Promise<void>;

/**
 * Opens the stores the settings name, and starts an embedded one where they name none. The same
 * clients talk to both. What was opened is closed again when a later step fails.
 */
export async function openStores(settings: Settings): Promise<OpenStores> {
  const closings: Closing[] = [];
  const close = async (): Promise<void> => {
    for (let closing = closings.pop(); closing !== undefined; closing = closings.pop()) {
      await closing();
    }
  };
  try {
    const events = await eventStoreAddress(settings, closings);
    const views = await readStoreAddress(settings, closings);
    const eventStore = createEventStore({ connectionString: events.url });
    closings.push(() => eventStore.close());
    const mongo = await MongoClient.connect(views.url, {
      appName: 'jejak',
      writeConcern: { w: 'majority' },
      readConcern: { level: 'majority' },
      retryWrites: true,
    });
    closings.push(() => mongo.close());
    return {
      eventStore,
      mongo,
      description: { eventStore: events.description, readStore: views.description },
      failed: Promise.race([events.failed, views.failed]),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface StoreAddress {
  readonly url: string;
  readonly description: string;
  readonly failed: Promise<Error>;
}

async function eventStoreAddress(settings: Settings, closings: Closing[]): Promise<StoreAddress> {
  if (settings.eventStoreUrl !== null) return remote(settings.eventStoreUrl);
  const directory = join(settings.dataDirectory, 'events');
  return embedded(await startEmbeddedEventStore({ directory }), directory, closings);
}

async function readStoreAddress(settings: Settings, closings: Closing[]): Promise<StoreAddress> {
  if (settings.mongoUrl !== null) return remote(settings.mongoUrl);
  const directory = join(settings.dataDirectory, 'views');
  return embedded(await startEmbeddedReadStore({ directory }), directory, closings);
}

function embedded(
  node: EmbeddedEventStore | EmbeddedReadStore,
  directory: string,
  closings: Closing[],
): StoreAddress {
  closings.push(() => node.stop());
  const description = `embedded in ${directory}, on 127.0.0.1:${node.port}`;
  return { url: node.connectionString, description, failed: node.failed };
}

const never = new Promise<Error>(() => undefined);

const remote = (url: string): StoreAddress => ({
  url,
  description: withoutCredentials(url),
  failed: never,
});

/** A password in a connection string must reach neither a screen nor a log. */
export const withoutCredentials = (url: string): string =>
  url.replace(/\/\/[^/@]*@/, '//').replace(/\?.*$/, '');
