import { type EventStore } from '@jejak/event-store';
import { type ReadReadiness, readinessOf } from '@jejak/http';
import { type ProjectionRuntime } from '@jejak/projection';
import { eventStoreHealth, readStoreHealth } from '@jejak/service';
import { type Db } from 'mongodb';

import { clockHealth } from './deadline/clock-health';
import { type DeadlineClock } from './deadline/deadline-clock';
import { projectorHealth } from './health';

export interface ProjectorSurroundings {
  readonly eventStore: EventStore;
  readonly database: Db;
  readonly projection: ProjectionRuntime;
  readonly clock: Pick<DeadlineClock, 'status'>;
  readonly clockMilliseconds: number;
}

/** Both stores, asked now, how well the views follow the log, and whether deadlines are judged. */
export function projectorReadiness(parts: ProjectorSurroundings): ReadReadiness {
  const { eventStore, database, projection, clock, clockMilliseconds } = parts;
  return async () => {
    const [events, views] = await Promise.all([
      eventStoreHealth(eventStore),
      readStoreHealth(database),
    ]);
    return readinessOf({
      'event store': events,
      'read store': views,
      projector: { ...projectorHealth(projection) },
      clock: clockHealth(clock.status(), new Date(), clockMilliseconds),
    });
  };
}
