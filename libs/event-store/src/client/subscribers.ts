import type { EventStoreDBClient } from '@eventstore/db-client';

import { StoreUnavailable } from '../store-errors';
import type { Connect } from './connection';
import { dispose } from './dispose';
import { needsNewClient } from './needs-new-client';

/** Clients for subscriptions. */
export interface Subscribers {
  /** A client nobody else uses until it is given back. Throws StoreUnavailable when closed. */
  take(): EventStoreDBClient;
  /** `failure`: what ended the subscription, when something did. */
  giveBack(client: EventStoreDBClient, failure: unknown): void;
  close(): Promise<void>;
}

/**
 * A subscription has a client to itself while it lasts. It first reads where the log ends and then
 * relies on having been given everything up to there; any other call that fails could make a shared
 * client change to another node in between, and that one may not have come as far.
 *
 * A client that comes back is used again, because it remembers which node turned out to be the
 * leader or to have failed; unless it is one that would never reconnect.
 */
export function createSubscribers(connect: Connect): Subscribers {
  const clients = new Set<EventStoreDBClient>();
  const idle: EventStoreDBClient[] = [];
  let isClosed = false;

  return {
    take() {
      if (isClosed) throw new StoreUnavailable(new Error('The event store was closed'));
      const client = idle.pop() ?? connect();
      clients.add(client);
      return client;
    },
    giveBack(client, failure) {
      if (failure === undefined || !needsNewClient(failure)) idle.push(client);
      else {
        clients.delete(client);
        void dispose(client);
      }
    },
    async close() {
      isClosed = true;
      await Promise.all([...clients].map((client) => dispose(client)));
    },
  };
}
