import { type EventStore, type Ledger } from '@jejak/event-store';
import { type ProjectionRuntime, type ViewStandings } from '@jejak/projection';
import { type Logger, type Metrics } from '@jejak/telemetry';
import { deadlines } from '@jejak/views';
import { type Db } from 'mongodb';

import { showClock } from '../metrics/clock-metrics';
import { createDeadlineClock, type DeadlineClock } from './deadline-clock';
import { watchedDeadlines } from './watched-deadlines';

export interface ClockParts {
  readonly eventStore: EventStore;
  readonly ledger: Ledger;
  readonly database: Db;
  readonly standings: ViewStandings;
  readonly projection: Pick<ProjectionRuntime, 'status'>;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly intervalMilliseconds: number;
}

/** A command decided in the last moment of a day is in the log by then, or was refused. */
const settleMilliseconds = 60_000;

/**
 * The clock of a process that projects, measured and not started yet. Of several projectors the one
 * that writes the view of deadlines acts: its lease is the clock's as well.
 */
export function clockOf(parts: ClockParts): DeadlineClock {
  const { eventStore, ledger, database, standings, projection, logger, metrics } = parts;
  const clock = createDeadlineClock({
    eventStore,
    ledger,
    watched: watchedDeadlines({ database, standings }),
    clock: () => new Date(),
    settleMilliseconds,
    intervalMilliseconds: parts.intervalMilliseconds,
    acts: () =>
      projection
        .status()
        .some(
          ({ name, state }) =>
            name === deadlines.name && (state === 'live' || state === 'catching-up'),
        ),
    logger,
  });
  showClock(metrics, clock);
  return clock;
}
