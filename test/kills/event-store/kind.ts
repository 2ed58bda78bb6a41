import { EventStoreDBClient } from '@eventstore/db-client';

import type { Kind } from '../starter';

/** Each has a connection, and a stream of appends, of its own. */
const connections = 4;

/** An event store in a process of its own. */
export const eventStores: Kind<EventStoreDBClient> = {
  process: 'event-store-node',
  connect: (port) =>
    Promise.resolve(
      Array.from({ length: connections }, () =>
        EventStoreDBClient.connectionString(`esdb://127.0.0.1:${port}?tls=false`),
      ),
    ),
};
