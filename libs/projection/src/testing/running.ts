import type { AnyView } from '../view/any-view';
import { createRuntimeOn, type ProjectionRuntime } from '../runtime/runtime';
import type { ProjectionLogEntry, ProjectionSettings } from '../runtime/settings';
import type { ViewStatus } from '../runtime/view-status';
import { createInMemoryLog } from './in-memory-log';
import { createMemoryStorage } from './memory-storage';

const quick: ProjectionSettings = {
  limits: { catchingUpMilliseconds: 20, liveMilliseconds: 2 },
  headIntervalMilliseconds: 5,
  retryDelay: () => 5,
  retryPauses: [1, 1],
  skipsMilliseconds: 20,
  writer: 'spec',
};

const started: ProjectionRuntime[] = [];

/** For `afterEach`: a spec that fails half way leaves nothing running either. */
export async function stopAll(): Promise<void> {
  await Promise.all(started.splice(0).map((runtime) => runtime.stop()));
}

/** A runtime on in-memory stores, with waits short enough for a spec. */
export function createRunning(
  views: readonly AnyView[],
  settings: ProjectionSettings = {},
  { log, storage } = { log: createInMemoryLog(), storage: createMemoryStorage() },
) {
  const entries: ProjectionLogEntry[] = [];
  const logger = (entry: ProjectionLogEntry): void => {
    entries.push(entry);
  };
  /** Another life of the process; or another process, when it is called so, of this or that release. */
  const another = (
    more: ProjectionSettings = {},
    release: readonly AnyView[] = views,
  ): ProjectionRuntime => {
    const all = { ...quick, logger, ...settings, ...more };
    const runtime = createRuntimeOn(storage, log, release, all);
    started.push(runtime);
    return runtime;
  };
  return { log, storage, entries, runtime: another(), another };
}

/** Resolves once `condition` holds; rejects with what was hoped for after two seconds. */
export async function eventually(condition: () => boolean, hope: string): Promise<void> {
  const deadline = performance.now() + 2_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`Never happened: ${hope}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

export function statusOf(statuses: readonly ViewStatus[], view: AnyView): ViewStatus {
  const status = statuses.find(({ name }) => name === view.name);
  if (status === undefined) throw new Error(`No status of ${view.name}`);
  return status;
}
