import { Counter, Gauge, type Registry } from 'prom-client';

import { type ReadMetric, type Sample } from './definition';

/**
 * Shows in one registry what `read` answers, asked once for each scrape and at no other time.
 * @throws Error when the name is taken there
 */
export function showIn(
  register: Registry,
  { type, name, help, labels: labelNames }: ReadMetric,
  read: () => readonly Sample[],
): void {
  const settings = { name, help, labelNames, registers: [register] };
  const known = (): Known[] => read().flatMap(asKnown);
  if (type === 'gauge') {
    new Gauge({
      ...settings,
      collect() {
        cleared(this);
        for (const { labels, value } of known()) this.set(labels, value);
      },
    });
    return;
  }
  new Counter({
    ...settings,
    collect() {
      cleared(this);
      for (const { labels, value } of known()) this.inc(labels, value);
    },
  });
}

interface Known {
  readonly labels: Record<string, string | number>;
  readonly value: number;
}

const asKnown = ({ labels = {}, value }: Sample): Known[] =>
  value === null ? [] : [{ labels: { ...labels }, value }];

/** Without any series: a reset alone leaves one without labels at 0. */
function cleared(metric: Counter | Gauge): void {
  metric.reset();
  metric.remove({});
}
