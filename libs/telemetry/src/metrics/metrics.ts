import { Histogram, Registry } from 'prom-client';

import { type Distribution, type Labels, type ReadMetric, type Sample } from './definition';
import { processRegistry } from './process-registry';
import { showIn } from './show-in';

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

/** From the first call on the process is watched: call it early. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const ofProcess = processRegistry();
  return {
    show(definition, read) {
      showIn(registry, definition, read);
    },
    distribution({ name, help, labels: labelNames, buckets }) {
      const histogram = new Histogram({
        name,
        help,
        labelNames,
        buckets: [...buckets],
        registers: [registry],
      });
      return (value, labels = {}) => {
        histogram.observe({ ...labels }, value);
      };
    },
    async page() {
      const all = Registry.merge([ofProcess, registry]);
      return { contentType: all.contentType, text: await all.metrics() };
    },
  };
}
