import { Registry, collectDefaultMetrics } from 'prom-client';

let registry: Registry | null = null;

/**
 * What Node says of this process: `process_*` and `nodejs_*`. One for the process however many
 * services are started in it, since its observers cannot be taken down again.
 */
export function processRegistry(): Registry {
  if (registry === null) {
    registry = new Registry();
    collectDefaultMetrics({ register: registry });
  }
  return registry;
}
