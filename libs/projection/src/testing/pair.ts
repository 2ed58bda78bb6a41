import type { ProjectionSettings } from '../runtime/settings';
import type { AnyView } from '../view/any-view';
import { createInMemoryLog } from './in-memory-log';
import { createMemoryStorage } from './memory-storage';
import { at, logged, signed } from './recorded';
import { createRunning, eventually } from './running';

/** Milliseconds of a lease, unless the settings say otherwise. */
export const pairLease = 60;

/** Two processes on the same stores. `first` has started and has the leases. */
export async function createPair(of: readonly AnyView[], settings: ProjectionSettings = {}) {
  const stores = { log: createInMemoryLog(), storage: createMemoryStorage() };
  const common = { leaseMilliseconds: pairLease, ...settings };
  const first = createRunning(of, { ...common, writer: 'first' }, stores).runtime;
  const second = createRunning(of, { ...common, writer: 'second' }, stores).runtime;
  stores.log.append(logged(signed(1, 'x')));
  await first.start();
  await first.waitFor(
    of.map(({ name }) => name),
    at(1),
    1_000,
  );
  await eventually(() => first.status().every(({ state }) => state === 'live'), 'live');
  return { ...stores, first, second };
}
