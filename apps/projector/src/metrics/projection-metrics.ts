import {
  type BuildState,
  type BuildStatus,
  type Generation,
  type HeadStatus,
  type ProjectionSettings,
  type RuntimeCounters,
  type ViewCounters,
  type ViewState,
  type ViewStatus,
} from '@jejak/projection';
import { type Labels, type Metrics, type ReadMetric } from '@jejak/telemetry';

import { type BuildingProjection, buildsOf } from '../builds';
import { projectionMetrics } from './catalogue';

/** What is read of a projection at every scrape; all of it from memory. */
export interface ProjectionReadings extends BuildingProjection {
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

const buildStates = Object.keys({
  filling: true,
  indexing: true,
  joining: true,
  comparing: true,
  ready: true,
  failed: true,
} satisfies Record<BuildState, true>);

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

const ofBuild: readonly OfView<BuildStatus>[] = [
  [projectionMetrics.buildEvents, ({ events }) => events],
  [projectionMetrics.buildEventsPerSecond, ({ eventsPerSecond }) => eventsPerSecond],
  [projectionMetrics.buildSecondsLeft, ({ secondsLeft }) => secondsLeft],
];

const labelsOf = ({ name, version, build }: Generation): Labels => ({ view: name, version, build });

const labelsOfBuild = (status: BuildStatus): Labels => ({
  ...labelsOf(status),
  purpose: status.purpose,
});

/** One sample for each state there is, 1 for the one that holds. */
const samplesOf = (states: readonly string[], current: string, labels: Labels) =>
  states.map((state) => ({ labels: { ...labels, state }, value: state === current ? 1 : 0 }));

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
  for (const [metric, value] of ofBuild) {
    metrics.show(metric, () =>
      buildsOf(projection).map((build) => ({ labels: labelsOfBuild(build), value: value(build) })),
    );
  }
  metrics.show(projectionMetrics.state, () =>
    projection.status().flatMap((status) => samplesOf(states, status.state, labelsOf(status))),
  );
  metrics.show(projectionMetrics.buildState, () =>
    buildsOf(projection).flatMap((build) =>
      samplesOf(buildStates, build.state, labelsOfBuild(build)),
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
