import { type EventStore } from '@jejak/event-store';
import { type ProjectionRuntime, anyView, createProjectionRuntime } from '@jejak/projection';
import { type Logger, type Metrics } from '@jejak/telemetry';
import { allViews } from '@jejak/views';
import { type Db } from 'mongodb';

import { batchListener, showProjection } from './metrics/projection-metrics';

/** Milliseconds the batch in hand may take at a stop; what it leaves is projected at the next start. */
const drainMilliseconds = 3_000;

export interface ProjectionParts {
  readonly eventStore: EventStore;
  readonly database: Db;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** A name that only one process at a time can have: it then need not wait for its own lease. */
  readonly writer?: string;
}

/** Everything the log says, projected into every view there is, and measured. Not started yet. */
export function projectionOf(parts: ProjectionParts): ProjectionRuntime {
  const { eventStore, database, logger, metrics, writer } = parts;
  const projection = createProjectionRuntime({
    store: eventStore,
    db: database,
    views: allViews.map(anyView),
    drainMilliseconds,
    ...(writer === undefined ? {} : { writer }),
    onBatch: batchListener(metrics),
    logger: ({ level, message, error, ...rest }) => {
      logger[level]({ ...rest, err: error }, message);
    },
  });
  showProjection(metrics, projection);
  return projection;
}
