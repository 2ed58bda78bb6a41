import { type EventStore } from '@jejak/event-store';
import { type ReadReadiness, readinessOf } from '@jejak/http';
import { type ProjectionRuntime } from '@jejak/projection';
import { eventStoreHealth, readStoreHealth } from '@jejak/service';
import { type Db } from 'mongodb';

import { projectorHealth } from './health';

export interface ProjectorSurroundings {
  readonly eventStore: EventStore;
  readonly database: Db;
  readonly projection: ProjectionRuntime;
}

/** Both stores, asked now, and how well the views follow the log. */
export function projectorReadiness(parts: ProjectorSurroundings): ReadReadiness {
  const { eventStore, database, projection } = parts;
  return async () => {
    const [events, views] = await Promise.all([
      eventStoreHealth(eventStore),
      readStoreHealth(database),
    ]);
    return readinessOf({
      'event store': events,
      'read store': views,
      projector: { ...projectorHealth(projection) },
    });
  };
}
