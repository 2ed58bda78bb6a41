import { type EventStore } from '@jejak/event-store';
import { type ProjectionRuntime, anyView, createProjectionRuntime } from '@jejak/projection';
import { type Logger } from '@jejak/telemetry';
import { allViews } from '@jejak/views';
import { type Db } from 'mongodb';

/** Milliseconds the batch in hand may take at a stop; what it leaves is projected at the next start. */
const drainMilliseconds = 3_000;

export interface ProjectionParts {
  readonly eventStore: EventStore;
  readonly database: Db;
  readonly logger: Logger;
}

/** Everything the log says, projected into every view there is. Not started yet. */
export const projectionOf = ({
  eventStore,
  database,
  logger,
}: ProjectionParts): ProjectionRuntime =>
  createProjectionRuntime({
    store: eventStore,
    db: database,
    views: allViews.map(anyView),
    drainMilliseconds,
    logger: ({ level, message, error, ...rest }) => {
      logger[level]({ ...rest, err: error }, message);
    },
  });
