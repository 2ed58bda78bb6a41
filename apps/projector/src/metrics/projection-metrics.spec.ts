import {
  type BuildStatus,
  type HeadStatus,
  type ViewCounters,
  type ViewStatus,
} from '@jejak/projection';
import { createMetrics } from '@jejak/telemetry';

import { readExposition } from '../../../../libs/telemetry/src/testing/exposition';
import { projectionMetrics } from './catalogue';
import { batchListener, showProjection } from './projection-metrics';

const ranking: ViewStatus = {
  name: 'ranking',
  version: 3,
  build: 2,
  state: 'catching-up',
  position: { commit: 4_000_000_000n, prepare: 1n },
  events: 120,
  caughtUp: false,
  lagSeconds: 1.5,
  lagEvents: 40,
  eventsPerSecond: 12.5,
  parked: 1,
  writer: null,
  error: null,
};
const untouched: ViewStatus = {
  ...ranking,
  name: 'plans',
  state: 'waiting',
  position: null,
  lagSeconds: null,
  lagEvents: null,
};
const counted: ViewCounters = {
  name: 'ranking',
  version: 3,
  build: 2,
  events: 120,
  batches: 3,
  documentsWritten: 70,
  rowsAdded: 5,
  parkedTotal: 2,
};
const build: BuildStatus = {
  name: 'ranking',
  version: 3,
  build: 3,
  purpose: 'rebuild',
  state: 'filling',
  events: 30,
  totalEvents: 120,
  eventsPerSecond: 15,
  secondsLeft: 6,
  position: null,
  throttle: null,
  requestedAt: '2026-01-02T00:00:00.000Z',
  difference: null,
  error: null,
};
const head: HeadStatus = { position: { commit: 4_000_000_100n, prepare: 1n }, ageSeconds: 0.5 };

const readings = {
  status: (): ViewStatus[] => [ranking, untouched],
  head: (): HeadStatus => head,
  counters: (): ViewCounters[] => [counted],
  totals: () => ({ resumed: 4, leasesLost: 1 }),
  operations: { build: (view: string): BuildStatus | null => (view === 'ranking' ? build : null) },
};

async function scraped(shown: Partial<typeof readings> = {}) {
  const metrics = createMetrics();
  showProjection(metrics, { ...readings, ...shown });
  const onBatch = batchListener(metrics);
  onBatch({ events: 40, documents: 9, rows: 1, seconds: 0.2, mode: 'catching-up' });
  onBatch({ events: 1, documents: 1, rows: 0, seconds: 0.004, mode: 'live' });
  return readExposition((await metrics.page()).text);
}

/** Values by state; those of the view `plans` left out. */
const told = (families: Awaited<ReturnType<typeof scraped>>, name: string) =>
  Object.fromEntries(
    families
      .get(name)!
      .samples.filter(({ labels }) => labels['view'] !== 'plans')
      .map(({ value, labels: { state = '' } }) => [state, value]),
  );

describe('what a projector tells Prometheus', () => {
  it('is everything in the table, with its help, type and labels, and nothing else of Jejak', async () => {
    const families = await scraped();
    const ours = [...families.values()].filter(({ name }) => name.startsWith('jejak_'));
    expect(ours.map(({ name, help, type }) => ({ name, help, type })).sort(byName)).toEqual(
      Object.values(projectionMetrics)
        .map(({ name, help, type }) => ({ name, help, type }))
        .sort(byName),
    );
    for (const { name, labels } of Object.values(projectionMetrics)) {
      for (const sample of families.get(name)!.samples) {
        const names = Object.keys(sample.labels).filter((label) => label !== 'le');
        expect([name, names.sort()]).toEqual([name, [...labels].sort()]);
      }
    }
  });

  it('has few series: views, versions, builds, their purposes and states are its only labels', () => {
    const labels = Object.values(projectionMetrics).flatMap((metric) => [...metric.labels]);
    expect([...new Set(labels)].sort()).toEqual([
      ...['build', 'purpose', 'state', 'version', 'view'],
    ]);
  });

  it('says where a view stands and what was done for it', async () => {
    const families = await scraped();
    expect(families.get('jejak_view_lag_events')!.samples).toEqual([
      {
        name: 'jejak_view_lag_events',
        labels: { view: 'ranking', version: '3', build: '2' },
        value: 40,
      },
    ]);
    const values = Object.values(projectionMetrics)
      .filter(({ type, name }) => type !== 'histogram' && !name.endsWith('_state'))
      .map(({ name }) => [name, told(families, name)['']]);
    expect(Object.fromEntries(values)).toEqual({
      jejak_view_position_commit: 4_000_000_000,
      jejak_view_lag_events: 40,
      jejak_view_lag_seconds: 1.5,
      jejak_view_events_per_second: 12.5,
      jejak_view_parked_keys: 1,
      jejak_view_build_events: 30,
      jejak_view_build_events_per_second: 15,
      jejak_view_build_seconds_left: 6,
      jejak_view_events_total: 120,
      jejak_view_batches_total: 3,
      jejak_view_documents_written_total: 70,
      jejak_view_rows_added_total: 5,
      jejak_view_parked_total: 2,
      jejak_projection_resumed_total: 4,
      jejak_projection_leases_lost_total: 1,
      jejak_log_head_age_seconds: 0.5,
      jejak_log_head_commit: 4_000_000_100,
    });
  });

  it('names the one state of a view with 1 and each other with 0', async () => {
    expect(told(await scraped(), 'jejak_view_state')).toEqual({
      waiting: 0,
      'standing-by': 0,
      'catching-up': 1,
      live: 0,
      stopped: 0,
    });
  });

  it('names what is built beside the live generation, what for, and its one state', async () => {
    const families = await scraped();
    expect(told(families, 'jejak_view_build_state')).toEqual({
      ...{ filling: 1, indexing: 0, joining: 0, comparing: 0, ready: 0, failed: 0 },
    });
    expect(families.get('jejak_view_build_events')!.samples.map(({ labels }) => labels)).toEqual([
      { view: 'ranking', version: '3', build: '3', purpose: 'rebuild' },
    ]);
  });

  it('says nothing of builds where nothing is built, or another process builds', async () => {
    const none = await scraped({ operations: { build: () => null } });
    const standby = await scraped({ status: () => [{ ...ranking, state: 'standing-by' }] });
    for (const families of [none, standby]) {
      expect(families.get('jejak_view_build_state')!.samples).toEqual([]);
      expect(families.get('jejak_view_build_events')!.samples).toEqual([]);
    }
  });

  it('leaves out what nobody knows: a position before the first event, a lag, an unread head', async () => {
    const families = await scraped({
      status: () => [untouched],
      head: () => ({ position: null, ageSeconds: null }),
    });
    for (const name of [
      'jejak_view_position_commit',
      'jejak_view_lag_events',
      'jejak_view_lag_seconds',
      'jejak_log_head_age_seconds',
      'jejak_log_head_commit',
    ]) {
      expect([name, families.get(name)!.samples]).toEqual([name, []]);
    }
    const ours = [...families.values()].filter(({ name }) => name.startsWith('jejak_'));
    const values = ours.flatMap(({ samples }) => samples.map(({ value }) => value));
    expect(values.filter((value) => Number.isNaN(value))).toEqual([]);
  });

  it('counts batches apart while catching up and when live, by events and by seconds', async () => {
    const families = await scraped();
    const sums = (name: string) =>
      Object.fromEntries(
        families
          .get(name)!
          .samples.filter((sample) => sample.name === `${name}_sum`)
          .map(({ labels, value }) => [String(labels['state']), value]),
      );
    expect(sums('jejak_projection_batch_events')).toEqual({ 'catching-up': 40, live: 1 });
    expect(sums('jejak_projection_batch_seconds')).toEqual({ 'catching-up': 0.2, live: 0.004 });
  });
});

const byName = (one: { name: string }, other: { name: string }): number =>
  one.name < other.name ? -1 : 1;
