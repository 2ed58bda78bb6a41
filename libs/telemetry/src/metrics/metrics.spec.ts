import { setTimeout as sleep } from 'node:timers/promises';

import { readExposition } from '../testing/exposition';
import { type ReadMetric, type Sample } from './definition';
import { createMetrics } from './metrics';

const depth: ReadMetric = {
  name: 'queue_depth',
  type: 'gauge',
  help: 'Waiting',
  labels: ['queue'],
};
const plain: ReadMetric = { name: 'age_seconds', type: 'gauge', help: 'Age', labels: [] };
const done: ReadMetric = { name: 'done_total', type: 'counter', help: 'Done', labels: [] };

const scraped = async (metrics: ReturnType<typeof createMetrics>) =>
  readExposition((await metrics.page()).text);

describe('the metrics of a service', () => {
  it('are in the Prometheus text format, each with its help and type', async () => {
    const metrics = createMetrics();
    metrics.show(depth, () => [{ labels: { queue: 'a "b" \\ c\nd' }, value: 3 }]);
    const { contentType, text } = await metrics.page();
    expect(contentType).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(readExposition(text).get('queue_depth')).toEqual({
      name: 'queue_depth',
      help: 'Waiting',
      type: 'gauge',
      samples: [{ name: 'queue_depth', labels: { queue: 'a \\"b\\" \\\\ c\\nd' }, value: 3 }],
    });
  });

  it('are read when they are asked for, and a series that is gone is not told again', async () => {
    const metrics = createMetrics();
    let samples: Sample[] = [{ labels: { queue: 'a' }, value: 1 }];
    let total = 5;
    metrics.show(depth, () => samples);
    metrics.show(done, () => [{ value: total }]);
    await metrics.page();
    samples = [{ labels: { queue: 'b' }, value: 2 }];
    total = 7;
    const families = await scraped(metrics);
    expect(families.get('queue_depth')?.samples).toEqual([
      { name: 'queue_depth', labels: { queue: 'b' }, value: 2 },
    ]);
    expect(families.get('done_total')?.samples).toMatchObject([{ value: 7 }]);
  });

  it('leave out what nobody knows instead of telling 0', async () => {
    const metrics = createMetrics();
    metrics.show(depth, () => [{ labels: { queue: 'a' }, value: null }]);
    metrics.show(plain, () => [{ value: null }]);
    metrics.show(done, () => []);
    const families = await scraped(metrics);
    for (const name of ['queue_depth', 'age_seconds', 'done_total']) {
      expect(families.get(name)?.samples).toEqual([]);
    }
  });

  it('count measurements by size, everything at or below a bound in its bucket', async () => {
    const metrics = createMetrics();
    const observe = metrics.distribution({
      name: 'batch_events',
      type: 'histogram',
      help: 'Events',
      labels: ['state'],
      buckets: [1, 10],
    });
    for (const events of [1, 2, 10, 11]) observe(events, { state: 'live' });
    const samples = (await scraped(metrics)).get('batch_events')?.samples;
    const counts = samples?.filter(({ name }) => name === 'batch_events_bucket');
    expect(counts?.map(({ labels, value }) => [labels['le'], value])).toEqual([
      ['1', 1],
      ['10', 3],
      ['+Inf', 4],
    ]);
    expect(samples).toContainEqual({
      name: 'batch_events_sum',
      labels: { state: 'live' },
      value: 24,
    });
  });

  it('include the process: event loop, memory, garbage collection', async () => {
    const families = await scraped(createMetrics());
    expect(families.get('process_resident_memory_bytes')?.samples[0]?.value).toBeGreaterThan(1e6);
    expect([...families.keys()]).toEqual(
      expect.arrayContaining(['nodejs_eventloop_lag_p99_seconds', 'nodejs_gc_duration_seconds']),
    );
  });

  it('count the processor time of the process from its beginning, not from the first scrape', async () => {
    const families = await scraped(createMetrics());
    const { user, system } = process.cpuUsage();
    for (const [name, used] of [
      ['process_cpu_user_seconds_total', user],
      ['process_cpu_system_seconds_total', system],
      ['process_cpu_seconds_total', user + system],
    ] as const) {
      expect(families.get(name)?.samples).toEqual([
        { name, labels: {}, value: expect.any(Number) },
      ]);
      expect(families.get(name)?.samples[0]?.value).toBeCloseTo(used / 1e6, 0);
    }
  });

  describe('of the event loop', () => {
    const delays = ['min', 'max', 'mean', 'stddev', 'p50', 'p90', 'p99'].map(
      (part) => `nodejs_eventloop_lag_${part}_seconds`,
    );
    const valuesOf = async (metrics: ReturnType<typeof createMetrics>) => {
      const families = await scraped(metrics);
      return delays.map((name) => families.get(name)?.samples.map(({ value }) => value));
    };

    it('are measured before the first scrape, and every scrape tells what came after the last', async () => {
      const metrics = createMetrics();
      for (let scrape = 0; scrape < 2; scrape += 1) {
        await sleep(100);
        for (const values of await valuesOf(metrics)) {
          expect(values).toEqual([expect.any(Number)]);
          expect(values?.[0]).toBeGreaterThanOrEqual(0);
          expect(values?.[0]).toBeLessThan(60);
        }
      }
    });

    it('are left out when nothing was measured since the scrape before', async () => {
      const metrics = createMetrics();
      await metrics.page();
      const told = (await Promise.all([1, 2, 3].map(() => valuesOf(metrics)))).flat(2);
      expect(told.filter((value) => value === undefined || !(value < 60))).toEqual([]);
    });

    it('are told together with the delay during the scrape itself', async () => {
      const name = 'nodejs_eventloop_lag_seconds';
      const value = (await scraped(createMetrics())).get(name)?.samples[0]?.value;
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThan(60);
    });
  });

  it('do not clash with those of another service in the same process', async () => {
    const [one, other] = [createMetrics(), createMetrics()];
    one.show(plain, () => [{ value: 1 }]);
    other.show(plain, () => [{ value: 2 }]);
    expect((await scraped(one)).get('age_seconds')?.samples).toMatchObject([{ value: 1 }]);
    expect((await scraped(other)).get('age_seconds')?.samples).toMatchObject([{ value: 2 }]);
    expect(() => {
      one.show(plain, () => []);
    }).toThrow('age_seconds');
  });
});
