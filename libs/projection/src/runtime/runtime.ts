import { randomUUID } from 'node:crypto';

import type { Position } from '@jejak/domain';
import { StoreUnavailable, type EventStore } from '@jejak/event-store';

import { LeaseLost, messageOf } from '../errors';
import type { Concerns } from '../fold/classify';
import { defaultPageLimits } from '../lane/pages';
import { isInterruption, WriteRefused } from '../lane/write';
import { OperationRefused, type ProjectionOperations } from '../operations';
import type { ProjectionStorage } from '../storage/projection-storage';
import type { AnyView } from '../view/any-view';
import { collectionName } from '../view/generation';
import { backOff, sleep } from '../waiting/back-off';
import { createOperations } from './create-operations';
import { guardedStorage } from './guarded-storage';
import { createHeadWatch } from './head-watch';
import { createLeaseBook } from './lease-book';
import { createReopening } from './reopening';
import { runSession } from './session';
import type { SessionContext } from './session-tasks';
import type { ProjectionSettings } from './settings';
import { createViewProgress } from './view-progress';
import type { ViewSlot } from './view-slot';
import {
  statusOf,
  type HeadStatus,
  type RuntimeCounters,
  type ViewCounters,
  type ViewStatus,
} from './view-status';

export interface ProjectionRuntime {
  /** Begins to follow the log; outages are waited for, not thrown. Once in a runtime's life. */
  start(): Promise<void>;
  /** Finishes the batch in hand or abandons it, within the drain time; gives the leases back. */
  stop(): Promise<void>;
  status(): ViewStatus[];
  head(): HeadStatus;
  /** Of every view, since the process started. */
  counters(): ViewCounters[];
  /** Of the runtime, since the process started. */
  totals(): RuntimeCounters;
  /**
   * True once all the named views have passed `position`; false when the time is over or one of
   * them has stopped. Throws RangeError for a name that is not projected here.
   */
  waitFor(
    viewNames: readonly string[],
    position: Position,
    timeoutMilliseconds: number,
  ): Promise<boolean>;
  /** What an operator can ask for while it runs. */
  readonly operations: ProjectionOperations;
}

/** What is used of the event store. */
export type ProjectedStore = Pick<EventStore, 'subscribe' | 'readStream' | 'readStored' | 'head'>;

/** An unreadable event concerns who names its type; where nobody does, nobody can tell: everyone. */
function concernsAmong(views: readonly AnyView[]): Concerns {
  const named = new Set(views.flatMap(({ eventTypes }) => [...eventTypes]));
  return (view, { type }) => !named.has(type) || view.eventTypes.has(type);
}

function assertDistinct(views: readonly AnyView[]): void {
  const names = views.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new RangeError(`Two views are called ${twice}`);
}

/** The runtime on any storage. Throws RangeError when two views share a name. */
export function createRuntimeOn(
  bareStorage: ProjectionStorage,
  store: ProjectedStore,
  views: readonly AnyView[],
  settings: ProjectionSettings = {},
): ProjectionRuntime {
  assertDistinct(views);
  const { clock = () => new Date(), logger = () => undefined } = settings;
  const { drainMilliseconds = 5_000, leaseMilliseconds = 10_000 } = settings;
  const { retryDelay = (failures: number) => backOff(failures, Math.random) } = settings;

  const stopping = new AbortController();
  const abandoning = new AbortController();
  const isStopping = (): boolean => stopping.signal.aborted;
  const reopening = createReopening(stopping.signal);
  const leases = createLeaseBook(bareStorage, settings.writer ?? randomUUID(), leaseMilliseconds);
  const storage = guardedStorage(bareStorage, leases, abandoning.signal);
  const slots = views.map((view): ViewSlot => {
    const progress = createViewProgress(
      { name: view.name, version: view.version, build: 1 },
      clock,
    );
    const empty = { entry: null, feed: null, build: null, liveEvents: null };
    return { view, progress, ...empty, toTry: 'all' };
  });
  const progresses = () => slots.map(({ progress }) => progress);
  const head = createHeadWatch({
    store,
    intervalMilliseconds: settings.headIntervalMilliseconds ?? 2_000,
    clock,
    onHead: (newest) => {
      for (const progress of progresses()) progress.compare(newest);
    },
    onFailure: (error) => {
      logger({ level: 'warn', message: 'The head of the log could not be read', error });
    },
  });

  const reported = new Map<string, string>();
  const reportStopped = (): void => {
    for (const { view, progress } of slots) {
      const { state, error } = progress.moment();
      const message = state === 'stopped' ? (error?.message ?? '') : '';
      if (message !== '' && reported.get(view.name) !== message) {
        logger({ level: 'error', message, view: view.name, error });
      }
      reported.set(view.name, message);
    }
  };

  let failures = 0;
  let lastDelay = 0;
  let resumed = 0;
  let leasesLost = 0;
  const aloneUntil = new Map<string, Position>();
  const context: SessionContext = {
    store,
    storage,
    leases,
    leaseMilliseconds,
    slots,
    clock,
    head: { received: head.received, newest: head.newest },
    concerns: concernsAmong(views),
    limits: { ...defaultPageLimits, ...settings.limits },
    eventsPerCheckpoint: settings.eventsPerCheckpoint ?? 2_000,
    eventsPerBuildCheckpoint: settings.eventsPerBuildCheckpoint ?? 4_000,
    checkpointMilliseconds: 1_000,
    stallMilliseconds: settings.stallMilliseconds ?? 60_000,
    heldDocuments: settings.heldDocuments ?? 5_000,
    tombstoneRetentionMilliseconds: settings.tombstoneRetentionMilliseconds ?? 3_600_000,
    retryPauses: settings.retryPauses ?? [50, 250],
    mostParked: settings.mostParked ?? 1_000,
    skipsMilliseconds: settings.skipsMilliseconds ?? 2_000,
    aloneUntil,
    onOpened: () => {
      reopening.opened();
      reportStopped();
    },
    onBatch: (batch) => {
      failures = 0;
      reportStopped();
      settings.onBatch?.(batch);
    },
    onParked: ({ view }, { kind, event, error }) => {
      const place = `event ${event.revision.toString()} of ${event.stream}`;
      const held = kind === 'event' ? 'an event' : `a ${kind}`;
      const message = `${view.name} parked ${held} behind ${event.type} (${place})`;
      logger({ level: 'error', message, view: view.name, error });
    },
  };

  const recover = async (error: unknown): Promise<void> => {
    resumed += 1;
    if (error instanceof LeaseLost) leasesLost += 1;
    if (error instanceof WriteRefused) {
      const { feed, to } = error.writes;
      if (to.position !== null) aloneUntil.set(collectionName(feed.generation), to.position);
    }
    for (const progress of progresses()) progress.wait(error);
    for (const { build } of slots) build?.progress.wait(error);
    const delay = retryDelay(failures);
    lastDelay = delay;
    failures += 1;
    const isExpected =
      error instanceof StoreUnavailable ||
      error instanceof WriteRefused ||
      isInterruption(error, storage);
    const message = `Reading again from the checkpoints in ${delay} ms: ${messageOf(error)}`;
    logger({ level: isExpected ? 'warn' : 'error', message, error });
    await sleep(delay, stopping.signal);
  };

  const isFollowing = (): boolean =>
    slots.some(({ feed, progress }) => feed !== null && progress.moment().state === 'live');
  const follow = async (): Promise<void> => {
    while (!isStopping()) {
      const began = performance.now();
      try {
        await runSession(context, reopening.next(), stopping.signal);
      } catch (error) {
        if (abandoning.signal.aborted) return;
        if (isStopping()) break;
        // On a quiet log no batch says that all was well; having been live for a while does.
        if (isFollowing() && performance.now() - began > lastDelay) failures = 0;
        reportStopped();
        await recover(error);
      }
    }
    await leases.keepOnly([]);
  };

  let following: Promise<void> | null = null;
  const operations = createOperations({
    slots,
    storage,
    store,
    concerns: context.concerns,
    clock,
    signal: stopping.signal,
    reopened: async () => {
      if (await reopening.request()) return;
      const text = 'The stores do not answer in time; what was asked for is done when they do';
      throw new OperationRefused('projection.not-following', text);
    },
  });
  return {
    operations,
    start() {
      if (following !== null) return Promise.reject(new Error('A runtime is started once'));
      following = follow().catch((error: unknown) => {
        logger({ level: 'warn', message: 'The leases could not be given back', error });
      });
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
      for (const progress of progresses()) progress.stop(null);
    },
    status: () => progresses().map(({ moment }) => statusOf(moment(), head.newest(), clock())),
    head: () => head.status(),
    counters: () => progresses().map(({ counters }) => counters()),
    totals: () => ({ resumed, leasesLost }),
    async waitFor(viewNames, position, timeoutMilliseconds) {
      const waited = viewNames.map((name) => {
        const slot = slots.find(({ view }) => view.name === name);
        if (slot === undefined) throw new RangeError(`No view is called ${name}`);
        return slot.progress.reached(position, timeoutMilliseconds);
      });
      return (await Promise.all(waited)).every(Boolean);
    },
  };
}
