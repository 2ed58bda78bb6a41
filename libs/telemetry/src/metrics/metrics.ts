import { Counter, Gauge, Histogram, Registry } from 'prom-client';

import { type Distribution, type Labels, type ReadMetric, type Sample } from './definition';
import { processRegistry } from './process-registry';

/** What a scrape is answered with. */
export interface MetricsPage {
  readonly contentType: string;
  readonly text: string;
}

/** The metrics of one service. No two services share any but those of the process. */
export interface Metrics {
  /**
   * Shows what `read` answers, asked once for each scrape and at no other time. What is told in one
   * scrape was read in one turn of the event loop, so numbers that belong together fit together.
   * @throws Error when the name is taken
   */
  show(definition: ReadMetric, read: () => readonly Sample[]): void;
  /**
   * Answers with what is to be called for every measurement.
   * @throws Error when the name is taken
   */
  distribution(definition: Distribution): (value: number, labels?: Labels) => void;
  /** In the Prometheus text format, with the metrics of the process. */
  readonly page: () => Promise<MetricsPage>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    show({ type, name, help, labels: labelNames }, read) {
      const settings = { name, help, labelNames, registers };
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
    },
    distribution({ name, help, labels: labelNames, buckets }) {
      const histogram = new Histogram({
        name,
        help,
        labelNames,
        buckets: [...buckets],
        registers,
      });
      return (value, labels = {}) => {
        histogram.observe({ ...labels }, value);
      };
    },
    async page() {
      const all = Registry.merge([processRegistry(), registry]);
      return { contentType: all.contentType, text: await all.metrics() };
    },
  };
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
