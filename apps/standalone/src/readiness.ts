import { type PartHealth, type ReadReadiness, readinessOf } from '@jejak/http';
import { type ProjectionRuntime } from '@jejak/projection';
import { type Db } from 'mongodb';

import { projectorHealth } from '../../projector/src/health';

/** Read store and projector, looked at now; the projector's view of the log covers the event store. */
export function readinessFrom(database: Db, projection: ProjectionRuntime): ReadReadiness {
  return async () =>
    readinessOf({
      'read store': await readStoreHealth(database),
      projector: { ...projectorHealth(projection) },
    });
}

async function readStoreHealth(database: Db): Promise<PartHealth> {
  try {
    await database.command({ ping: 1 }, { timeoutMS: 2_000 });
    return { ready: true };
  } catch (error) {
    return { ready: false, error: error instanceof Error ? error.message : String(error) };
  }
}
