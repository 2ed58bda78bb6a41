import { type Metrics } from '@jejak/telemetry';

import { type DeadlineClock } from '../deadline/deadline-clock';
import { clockMetrics } from './catalogue';

/** Tells at every scrape what the clock has done; a process that stands by has nothing to tell. */
export function showClock(metrics: Metrics, clock: Pick<DeadlineClock, 'status'>): void {
  metrics.show(clockMetrics.runs, () => [{ value: clock.status().runs }]);
  metrics.show(clockMetrics.failures, () => [{ value: clock.status().failures }]);
  metrics.show(clockMetrics.raised, () => [{ value: clock.status().raised }]);
  metrics.show(clockMetrics.lastRun, () => {
    const { last } = clock.status();
    return [{ value: last && Date.parse(last.at) / 1_000 }];
  });
  metrics.show(clockMetrics.unjudged, () => {
    const { last } = clock.status();
    return [{ value: last && last.held + last.withoutZones }];
  });
}
