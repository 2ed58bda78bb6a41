import { Counter, Registry, collectDefaultMetrics } from 'prom-client';

import { showEventLoopLag } from './event-loop-lag';

let registry: Registry | null = null;

/**
 * What Node says of this process: `process_*` and `nodejs_*`. One for the process however many
 * services are started in it, since its observers cannot be taken down again. What has to be watched
 * is watched from the first call on, so call it when the process starts.
 */
export function processRegistry(): Registry {
  if (registry === null) {
    registry = new Registry();
    const before = process.cpuUsage();
    collectDefaultMetrics({ register: registry });
    addProcessorTime(registry, before);
    showEventLoopLag(registry);
  }
  return registry;
}

/** prom-client counts from now on; what was used before is the process's as well. */
function addProcessorTime(register: Registry, { user, system }: NodeJS.CpuUsage): void {
  for (const [part, microseconds] of [
    ['user_', user],
    ['system_', system],
    ['', user + system],
  ] as const) {
    const counter = register.getSingleMetric(`process_cpu_${part}seconds_total`);
    if (counter instanceof Counter) counter.inc(microseconds / 1e6);
  }
}
