import { type Distribution, type ReadMetric } from '@jejak/telemetry';

/** The generation of a view that is read: another one after a rebuild is another series. */
const generation = ['view', 'version', 'build'] as const;

/** A generation that is filled, and what for. */
const built = [...generation, 'purpose'] as const;

const gauge = (name: string, help: string, labels: readonly string[] = generation): ReadMetric => ({
  name,
  type: 'gauge',
  help,
  labels,
});

const counter = (
  name: string,
  help: string,
  labels: readonly string[] = generation,
): ReadMetric => ({ name, type: 'counter', help, labels });

const histogram = (name: string, help: string, buckets: readonly number[]): Distribution => ({
  name,
  type: 'histogram',
  help,
  labels: ['state'],
  buckets,
});

/** What a projector tells of its views. */
export const projectionMetrics = {
  position: gauge('jejak_view_position_commit', 'Commit position of the last event handled'),
  lagEvents: gauge(
    'jejak_view_lag_events',
    'Events the view has still to pass; an estimate while it catches up',
  ),
  lagSeconds: gauge(
    'jejak_view_lag_seconds',
    'Seconds since the view was certainly complete; 0 when it is',
  ),
  eventsPerSecond: gauge(
    'jejak_view_events_per_second',
    'Events passed each second, over the last seconds',
  ),
  parkedKeys: gauge(
    'jejak_view_parked_keys',
    'Documents, rows and streams that stand still behind an event that cannot be folded',
  ),
  state: gauge('jejak_view_state', '1 for the state the view is in, 0 for each of the others', [
    ...generation,
    'state',
  ]),
  buildState: gauge(
    'jejak_view_build_state',
    '1 for the state the build is in, 0 for each of the others; absent when nothing is built',
    [...built, 'state'],
  ),
  buildEvents: gauge('jejak_view_build_events', 'Events the build has passed', built),
  buildEventsPerSecond: gauge(
    'jejak_view_build_events_per_second',
    'Events the build passes each second, over the last seconds',
    built,
  ),
  buildSecondsLeft: gauge(
    'jejak_view_build_seconds_left',
    'Seconds until the build is where the live view is, at this rate',
    built,
  ),
  events: counter('jejak_view_events_total', 'Events passed, those that do not concern it too'),
  batches: counter('jejak_view_batches_total', 'Batches projected'),
  documents: counter('jejak_view_documents_written_total', 'Documents written, deletions too'),
  rows: counter('jejak_view_rows_added_total', 'Rows added'),
  parkings: counter('jejak_view_parked_total', 'Times a key was parked'),
  batchEvents: histogram(
    'jejak_projection_batch_events',
    'Events between two checkpoints, written together',
    [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_000, 4_000, 10_000],
  ),
  batchSeconds: histogram(
    'jejak_projection_batch_seconds',
    'Seconds it took to write a batch, its checkpoint included',
    [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  ),
  resumed: counter(
    'jejak_projection_resumed_total',
    'Times everything was read again from the checkpoints after a failure',
    [],
  ),
  leasesLost: counter(
    'jejak_projection_leases_lost_total',
    'Times another process took over a view that this one was writing',
    [],
  ),
  headAge: gauge(
    'jejak_log_head_age_seconds',
    'Seconds since the newest position of the log was read; lag means little when this is large',
    [],
  ),
  headPosition: gauge('jejak_log_head_commit', 'Commit position of the newest event known', []),
} as const satisfies Record<string, ReadMetric | Distribution>;

/** What the clock that raises deadlines tells of itself. */
export const clockMetrics = {
  runs: counter('jejak_deadline_runs_total', 'Times deadlines were looked at to be judged', []),
  failures: counter('jejak_deadline_failures_total', 'Times they could not be judged', []),
  raised: counter('jejak_deadline_raised_total', 'Deadlines recorded as passed', []),
  lastRun: gauge(
    'jejak_deadline_last_run_timestamp_seconds',
    'Unix time at which deadlines were last judged; absent where another process does it',
    [],
  ),
  unjudged: gauge(
    'jejak_deadline_unjudged',
    'Deadlines that are over and cannot be judged: parked events, or no time zones',
    [],
  ),
};

/** Everything a projector measures. Operators build on these names: docker/README.md lists them. */
export const projectorMetrics = { ...projectionMetrics, ...clockMetrics };
