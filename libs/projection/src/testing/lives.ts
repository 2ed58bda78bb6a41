import type { AnyView } from '../view/any-view';
import { createRuntimeOn, type ProjectionRuntime } from '../runtime/runtime';
import type { ProjectionSettings } from '../runtime/settings';
import type { InMemoryLog } from './in-memory-log';
import type { MemoryStorage } from './memory-storage';

/** How the life of a process ends, if it does not come to the end of the log before. */
export type Ending =
  /** The storage goes away after so many effects. */
  | { readonly kind: 'outage'; readonly effects: number }
  /** Somebody stops the process after so many batches. */
  | { readonly kind: 'stop'; readonly batches: number }
  /** From so many writes on nothing that it sends arrives; the process is abandoned. */
  | { readonly kind: 'abandoned'; readonly writes: number }
  | { readonly kind: 'old-age' };

/** The two stores that outlive the process. */
export interface World {
  readonly log: InMemoryLog;
  readonly storage: MemoryStorage;
  readonly views: readonly AnyView[];
}

const patienceMilliseconds = 10_000;

/** A promise with its key outside. */
export function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/**
 * One process from its start to its end. Answers with how to let what it had sent, and what is still
 * on its way, arrive.
 */
export async function live(
  { log, storage, views }: World,
  ending: Ending,
  settings: ProjectionSettings = {},
): Promise<() => void> {
  const over = gate();
  const late = gate();
  let batches = 0;
  let writes = 0;
  const runtime: ProjectionRuntime = createRuntimeOn(storage, log, views, {
    writer: 'one',
    headIntervalMilliseconds: 60_000,
    retryDelay: () => 60_000,
    drainMilliseconds: ending.kind === 'abandoned' ? 1 : 5_000,
    ...settings,
    limits: { liveMilliseconds: 1, ...settings.limits },
    logger: ({ message }) => {
      if (message.startsWith('Reading again')) over.open();
    },
    onBatch: () => {
      batches += 1;
      if (ending.kind === 'stop' && batches >= ending.batches) over.open();
    },
  });
  storage.beforeWrite = async () => {
    writes += 1;
    if (ending.kind !== 'abandoned' || writes <= ending.writes) return;
    over.open();
    await late.opened;
  };
  if (ending.kind === 'outage') storage.failAfter(ending.effects);
  await runtime.start();
  const names = views.map(({ name }) => name);
  const { newest } = await log.head();
  const done =
    newest === null
      ? Promise.resolve()
      : runtime.waitFor(names, newest, patienceMilliseconds).then(() => undefined);
  await Promise.race([over.opened, done]);
  await runtime.stop();
  storage.recover();
  storage.beforeWrite = () => Promise.resolve();
  return late.open;
}
