import {
  type Generation,
  type HeadStatus,
  type ProjectionSettings,
  type RuntimeCounters,
  type ViewCounters,
  type ViewState,
  type ViewStatus,
} from '@jejak/projection';
import { type Labels, type Metrics, type ReadMetric } from '@jejak/telemetry';

import { projectionMetrics } from './catalogue';

/** What is read of a projection at every scrape; all of it from memory. */
export interface ProjectionReadings {
  status(): readonly ViewStatus[];
  head(): HeadStatus;
  counters(): readonly ViewCounters[];
  totals(): RuntimeCounters;
}

type OnBatch = NonNullable<ProjectionSettings['onBatch']>;

const states = Object.keys({
  waiting: true,
  'standing-by': true,
  'catching-up': true,
  live: true,
  stopped: true,
} satisfies Record<ViewState, true>);

type OfView<Reading> = readonly [ReadMetric, (reading: Reading) => number | null];

const ofStatus: readonly OfView<ViewStatus>[] = [
  [projectionMetrics.position, ({ position }) => position && Number(position.commit)],
  [projectionMetrics.lagEvents, ({ lagEvents }) => lagEvents],
  [projectionMetrics.lagSeconds, ({ lagSeconds }) => lagSeconds],
  [projectionMetrics.eventsPerSecond, ({ eventsPerSecond }) => eventsPerSecond],
  [projectionMetrics.parkedKeys, ({ parked }) => parked],
];

const ofCounters: readonly OfView<ViewCounters>[] = [
  [projectionMetrics.events, ({ events }) => events],
  [projectionMetrics.batches, ({ batches }) => batches],
  [projectionMetrics.documents, ({ documentsWritten }) => documentsWritten],
  [projectionMetrics.rows, ({ rowsAdded }) => rowsAdded],
  [projectionMetrics.parkings, ({ parkedTotal }) => parkedTotal],
];

const labelsOf = ({ name, version, build }: Generation): Labels => ({ view: name, version, build });

/** Tells at every scrape where each view stands, what was done for it, and how fresh the head is. */
export function showProjection(metrics: Metrics, projection: ProjectionReadings): void {
  for (const [metric, value] of ofStatus) {
    metrics.show(metric, () =>
      projection.status().map((status) => ({ labels: labelsOf(status), value: value(status) })),
    );
  }
  for (const [metric, value] of ofCounters) {
    metrics.show(metric, () =>
      projection
        .counters()
        .map((counters) => ({ labels: labelsOf(counters), value: value(counters) })),
    );
  }
  metrics.show(projectionMetrics.state, () =>
    projection.status().flatMap((status) =>
      states.map((state) => ({
        labels: { ...labelsOf(status), state },
        value: state === status.state ? 1 : 0,
      })),
    ),
  );
  metrics.show(projectionMetrics.resumed, () => [{ value: projection.totals().resumed }]);
  metrics.show(projectionMetrics.leasesLost, () => [{ value: projection.totals().leasesLost }]);
  metrics.show(projectionMetrics.headAge, () => [{ value: projection.head().ageSeconds }]);
  metrics.show(projectionMetrics.headPosition, () => {
    const { position } = projection.head();
    return [{ value: position && Number(position.commit) }];
  });
}

/** What a runtime is to call after every batch; at most one such listener for one `Metrics`. */
export function batchListener(metrics: Metrics): OnBatch {
  const events = metrics.distribution(projectionMetrics.batchEvents);
  const seconds = metrics.distribution(projectionMetrics.batchSeconds);
  return (batch) => {
    const state = { state: batch.mode };
    events(batch.events, state);
    seconds(batch.seconds, state);
  };
}
