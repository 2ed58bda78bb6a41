import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Gauge, type Registry } from 'prom-client';

import { showIn } from './show-in';

/** Milliseconds between two measurements. */
const resolution = 10;

const nanosecondsInSecond = 1e9;

type Delays = Pick<IntervalHistogram, 'min' | 'max' | 'mean' | 'stddev' | 'percentile'>;

const readings: readonly (readonly [part: string, help: string, (delays: Delays) => number])[] = [
  ['min', 'Shortest delay', ({ min }) => min],
  ['max', 'Longest delay', ({ max }) => max],
  ['mean', 'Mean delay', ({ mean }) => mean],
  ['stddev', 'Standard deviation of the delays', ({ stddev }) => stddev],
  ['p50', 'Median delay', (delays) => delays.percentile(50)],
  ['p90', '90th percentile of the delays', (delays) => delays.percentile(90)],
  ['p99', '99th percentile of the delays', (delays) => delays.percentile(99)],
];

/**
 * Measures from now on how late the event loop is, under the names of prom-client and in place of
 * its gauges: those tell NaN and 2^63 ns of a time in which nothing was measured, here nothing is
 * told of it; and their lag at a scrape is that of the scrape before.
 */
export function showEventLoopLag(register: Registry): void {
  const delays = monitorEventLoopDelay({ resolution });
  delays.enable();
  let seconds: readonly (number | null)[] = [];
  const takeAll = (): void => {
    seconds = readings.map(([, , read]) =>
      delays.count === 0 ? null : read(delays) / nanosecondsInSecond,
    );
    delays.reset();
  };
  for (const [index, [part, help]] of readings.entries()) {
    const name = `nodejs_eventloop_lag_${part}_seconds`;
    const about = `${help} of the event loop since the scrape before`;
    register.removeSingleMetric(name);
    showIn(register, { type: 'gauge', name, help: about, labels: [] }, () => {
      if (index === 0) takeAll();
      return [{ value: seconds[index] ?? null }];
    });
  }
  const name = 'nodejs_eventloop_lag_seconds';
  register.removeSingleMetric(name);
  new Gauge({
    name,
    help: 'Delay of the event loop during the scrape',
    registers: [register],
    async collect() {
      const begun = performance.now();
      await nextTurn();
      this.set((performance.now() - begun) / 1_000);
    },
  });
}
