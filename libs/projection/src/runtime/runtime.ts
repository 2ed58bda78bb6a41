import type { Position } from '@jejak/domain';
import { StoreUnavailable, type EventStore } from '@jejak/event-store';

import type { AnyView } from '../view/any-view';
import { backOff, sleep } from './back-off';
import { defaultBatchLimits, type BatchLimits } from '../lane/batches';
import { createHeadWatch } from './head-watch';
import type { Concerns } from '../fold/project-batch';
import { AnotherWriter, messageOf } from '../errors';
import { runSession } from '../lane/session';
import { collectionName } from '../view/generation';
import { createViewProgress } from './view-progress';
import { statusOf, type HeadStatus, type ViewStatus } from './view-status';
import { untilAbandoned, type ViewStorage } from '../storage/view-storage';

/** Something an operator may want to know; `error` where something failed. */
export interface ProjectionLogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly view?: string;
  readonly error?: unknown;
}

export interface ProjectionSettings {
  readonly clock?: () => Date;
  readonly logger?: (entry: ProjectionLogEntry) => void;
  readonly limits?: Partial<BatchLimits>;
  /** How often the head of the log is read. Default 2,000. */
  readonly headIntervalMilliseconds?: number;
  /** How long a subscription may be silent while the head is ahead of it. Default 60,000. */
  readonly stallMilliseconds?: number;
  /** How long `stop` lets the batch in hand finish before abandoning it. Default 5,000. */
  readonly drainMilliseconds?: number;
  /** Milliseconds before the next attempt after so many failures in a row. Default: `backOff`. */
  readonly retryDelay?: (failures: number) => number;
}

export interface ProjectionRuntime {
  /** Begins to follow the log; outages are waited for, not thrown. Once in a runtime's life. */
  start(): Promise<void>;
  /** Finishes the batch in hand or abandons it, within the drain time. */
  stop(): Promise<void>;
  status(): ViewStatus[];
  head(): HeadStatus;
  /**
   * True once all the named views have passed `position`; false when the time is over or one of
   * them has stopped. Throws RangeError for a name that is not projected here.
   */
  waitFor(
    viewNames: readonly string[],
    position: Position,
    timeoutMilliseconds: number,
  ): Promise<boolean>;
}

/** An unreadable event concerns who names its type; where nobody does, nobody can tell: everyone. */
function concernsAmong(views: readonly AnyView[]): Concerns {
  const named = new Set(views.flatMap(({ eventTypes }) => eventTypes));
  return (view, { type }) => !named.has(type) || view.eventTypes.includes(type);
}

function assertDistinct(views: readonly AnyView[]): void {
  const names = views.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new RangeError(`Two views are called ${twice}`);
}

const isExpected = (error: unknown, storage: ViewStorage): boolean =>
  error instanceof StoreUnavailable || error instanceof AnotherWriter || storage.isOutage(error);

/** The runtime on any storage. Throws RangeError when two views share a name. */
export function createRuntimeOn(
  storage: ViewStorage,
  store: Pick<EventStore, 'subscribe' | 'head'>,
  views: readonly AnyView[],
  settings: ProjectionSettings = {},
): ProjectionRuntime {
  assertDistinct(views);
  const { clock = () => new Date(), logger = () => undefined } = settings;
  const { drainMilliseconds = 5_000, stallMilliseconds = 60_000 } = settings;
  const { retryDelay = (failures: number) => backOff(failures, Math.random) } = settings;

  const stopping = new AbortController();
  const abandoning = new AbortController();
  const held = untilAbandoned(storage, abandoning.signal);
  const progresses = views.map((view) => createViewProgress(view, clock));
  const byName = new Map(progresses.map((progress) => [progress.view.name, progress]));
  const head = createHeadWatch({
    store,
    intervalMilliseconds: settings.headIntervalMilliseconds ?? 2_000,
    clock,
    onHead: (newest) => {
      for (const progress of progresses) progress.compare(newest);
    },
    onFailure: (error) => {
      logger({ level: 'warn', message: 'The head of the log could not be read', error });
    },
  });

  const reported = new Set<string>();
  const reportStopped = (): void => {
    for (const { view, moment } of progresses) {
      const { state, error } = moment();
      if (state !== 'stopped' || error === null || reported.has(view.name)) continue;
      reported.add(view.name);
      logger({ level: 'error', message: error.message, view: collectionName(view), error });
    }
  };

  const follow = async (): Promise<void> => {
    let failures = 0;
    const context = {
      store,
      storage: held,
      views: progresses,
      concerns: concernsAmong(views),
      head,
      limits: { ...defaultBatchLimits, ...settings.limits },
      stallMilliseconds,
      onProgress: () => {
        failures = 0;
        reportStopped();
      },
    };
    while (!stopping.signal.aborted) {
      try {
        await runSession(context, stopping.signal);
        reportStopped();
        return;
      } catch (error) {
        if (abandoning.signal.aborted) return;
        reportStopped();
        for (const progress of progresses) progress.wait(error);
        const delay = retryDelay(failures);
        failures += 1;
        const level = isExpected(error, storage) ? 'warn' : 'error';
        const message = `Reading again from the checkpoints in ${delay} ms: ${messageOf(error)}`;
        logger({ level, message, error });
        await sleep(delay, stopping.signal);
      }
    }
  };

  let following: Promise<void> | null = null;
  return {
    start() {
      if (following !== null) return Promise.reject(new Error('A runtime is started once'));
      following = follow();
      void head.run(stopping.signal);
      return Promise.resolve();
    },
    async stop() {
      stopping.abort();
      const drained = new AbortController();
      await Promise.race([
        (following ?? Promise.resolve()).finally(() => {
          drained.abort();
        }),
        sleep(drainMilliseconds, drained.signal),
      ]);
      abandoning.abort();
      for (const progress of progresses) progress.stop(null);
    },
    status: () =>
      progresses.map(({ view, moment }) => statusOf(view, moment(), head.newest(), clock())),
    head: () => head.status(),
    async waitFor(viewNames, position, timeoutMilliseconds) {
      const waited = viewNames.map((name) => {
        const progress = byName.get(name);
        if (progress === undefined) throw new RangeError(`No view is called ${name}`);
        return progress.reached(position, timeoutMilliseconds);
      });
      return (await Promise.all(waited)).every(Boolean);
    },
  };
}
