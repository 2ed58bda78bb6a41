import { AnotherWriter } from '../errors';
import { withBuild, withoutBuild, withRollback } from '../generations/decide';
import { isInterruption } from '../lane/write';
import { OperationRefused, type BuildStatus, type ProjectionOperations } from '../operations';
import type { CatalogueEntry } from '../storage/catalogue';
import { sleep } from '../waiting/back-off';
import { switchOver } from './finish-build';
import { parkedEntries, waitingBehind, type WaitingContext } from './parked-entries';
import {
  assertPrevious,
  buildOf,
  noBuild,
  notParked,
  refused,
  slotOf,
  statusOf,
  underWay,
  underWayFor,
  written,
} from './refusals';
import { buildStatusOf, retryKey, type ViewSlot } from './view-slot';

export interface OperationsContext extends WaitingContext {
  readonly clock: () => Date;
  /**
   * Opens every view again and resolves when that is done. Rejects with `projection.not-following`
   * when the stores do not let it be done in time; it is done when they do.
   */
  readonly reopened: () => Promise<void>;
  readonly signal: AbortSignal;
}

type Change = (entry: CatalogueEntry) => CatalogueEntry;

/** How long an operation waits for a session that is just opening its views. */
const openingMilliseconds = 2_000;

/** How often an entry is changed anew when somebody else changed it in between. */
const attempts = 3;

/** See `ProjectionOperations`. */
export function createOperations(context: OperationsContext): ProjectionOperations {
  const { slots, storage, store, clock, reopened, signal } = context;
  const now = (): string => clock().toISOString();

  /** False when nothing was to be changed. */
  const change = async ({ view }: ViewSlot, make: Change): Promise<boolean> => {
    for (let attempt = 1; ; attempt += 1) {
      const entry = await storage.catalogue.read(view.name);
      if (entry === null) throw new Error(`The view ${view.name} has no entry`);
      const wanted = make(entry);
      if (wanted === entry) return false;
      try {
        await storage.catalogue.replace(wanted);
        return true;
      } catch (error) {
        if (!(error instanceof AnotherWriter) || attempt === attempts) throw error;
      }
    }
  };
  const changed = async (slot: ViewSlot, make: Change): Promise<BuildStatus> => {
    if ((await change(slot, make)) || slot.build === null) await reopened();
    return statusOf(slot);
  };

  /** What interrupts the projection keeps it from doing what is asked. */
  /** The slot of a view that this process writes; one that is just being opened is waited for. */
  const following = async (view: string): Promise<ViewSlot> => {
    const deadline = performance.now() + openingMilliseconds;
    for (;;) {
      try {
        return written(slots, view);
      } catch (error) {
        const isOpening =
          error instanceof OperationRefused && error.code === 'projection.not-following';
        if (!isOpening || signal.aborted || performance.now() > deadline) throw error;
        await sleep(20, signal);
      }
    }
  };
  const answered =
    <Input extends readonly unknown[], Output>(operation: (...input: Input) => Promise<Output>) =>
    async (...input: Input): Promise<Output> => {
      if (signal.aborted) throw refused('not-following', 'The projection was stopped');
      try {
        return await operation(...input);
      } catch (error) {
        if (!isInterruption(error, storage)) throw error;
        // Another process changed the generations: what this one knows of them is out of date.
        if (error instanceof AnotherWriter) await reopened();
        throw refused('not-following', 'The read store did not let it be done: ask again');
      }
    };

  return {
    build: (view) => buildStatusOf(slotOf(slots, view)),

    rebuild: answered(async (view, { throttle }) => {
      const slot = await following(view);
      return changed(slot, (entry) => {
        const under = underWayFor('rebuild', slot.view, entry);
        if (under?.throttle === throttle) return entry;
        if (under !== null) return { ...entry, next: { ...under, throttle } };
        const request = { purpose: 'rebuild', throttle, requestedAt: now() } as const;
        return withBuild(entry, slot.view.version, request);
      });
    }),

    rollback: answered(async (view) => {
      const slot = await following(view);
      return changed(slot, (entry) => {
        if (underWayFor('rollback', slot.view, entry) !== null) return entry;
        assertPrevious(slot.view, entry);
        return withRollback(entry, now());
      });
    }),

    switchOver: answered(async (view) => {
      const slot = await following(view);
      const build = buildOf(slot);
      const { name, version, build: number } = build.next;
      const isReady = build.stage === 'ready' && !build.progress.isStopped();
      const switching = { storage, reopen: () => undefined };
      if (!isReady || !(await switchOver(slot, build, switching, signal))) {
        throw refused(
          'build-not-ready',
          `The build of ${view} is not where the live generation is`,
        );
      }
      await reopened();
      return { name, version, build: number };
    }),

    cancel: answered(async (view) => {
      const slot = await following(view);
      await change(slot, (entry) => {
        if (entry.next === null) throw noBuild(view);
        const { purpose, version } = entry.next;
        // This program would only begin it again.
        if (purpose === 'new-version' && version === slot.view.version) {
          throw underWay(view, purpose);
        }
        return withoutBuild(entry);
      });
      await reopened();
    }),

    parked: answered((view) =>
      parkedEntries(view === undefined ? slots : [slotOf(slots, view)], storage),
    ),

    waitingBehind: answered((entries) => waitingBehind(entries, context)),

    storedEvent: answered(async (view, key) => {
      const entries = await parkedEntries([slotOf(slots, view)], storage);
      const entry = entries.find((one) => one.kind === key.kind && one.key === key.key);
      if (entry === undefined) throw notParked(view, key);
      const { stream, revision: from } = entry.event;
      for await (const record of store.readStored(stream, { from, limit: 1 })) return record;
      return null;
    }),

    retry: answered(async (view, key) => {
      const slot = await following(view);
      if (!slot.feed?.parked.get(key)) throw notParked(view, key);
      if (slot.toTry !== 'all') slot.toTry.add(retryKey(key));
      await reopened();
      return written(slots, view).feed?.parked.get(key) === null;
    }),
  };
}
