import { AnotherWriter } from '../errors';
import { withBuild, withoutBuild, withRollback } from '../generations/decide';
import {
  OperationRefused,
  type BuildStatus,
  type ParkedEntry,
  type ProjectionOperations,
} from '../operations';
import type { CatalogueEntry } from '../storage/catalogue';
import type { ProjectionStorage } from '../storage/projection-storage';
import { switchOver } from './finish-build';
import { buildStatusOf, retryKey, type Build, type ViewSlot } from './view-slot';

export interface OperationsContext {
  readonly slots: readonly ViewSlot[];
  readonly storage: ProjectionStorage;
  readonly clock: () => Date;
  /**
   * Opens every view again and resolves when that is done. Rejects with `projection.not-following`
   * when the stores do not let it be done in time; it is done when they do.
   */
  readonly reopened: () => Promise<void>;
  readonly signal: AbortSignal;
}

/** How often an entry is changed anew when somebody else changed it in between. */
const attempts = 3;

/** See `ProjectionOperations`. */
export function createOperations(context: OperationsContext): ProjectionOperations {
  const { slots, storage, clock, reopened, signal } = context;
  const now = (): string => clock().toISOString();

  const change = async (
    { view }: ViewSlot,
    make: (entry: CatalogueEntry) => CatalogueEntry,
  ): Promise<void> => {
    for (let attempt = 1; ; attempt += 1) {
      const entry = await storage.catalogue.read(view.name);
      if (entry === null) throw new Error(`The view ${view.name} has no entry`);
      try {
        await storage.catalogue.replace(make(entry));
        return;
      } catch (error) {
        if (!(error instanceof AnotherWriter) || attempt === attempts) throw error;
      }
    }
  };
  const changed = async (slot: ViewSlot, make: (entry: CatalogueEntry) => CatalogueEntry) => {
    await change(slot, make);
    await reopened();
    return statusOf(slot);
  };

  const operations: ProjectionOperations = {
    build: (view) => buildStatusOf(slotOf(slots, view)),

    async rebuild(view, { throttle }) {
      const slot = written(slots, view);
      const under = slot.build?.next.purpose;
      if (under !== undefined && under !== 'rebuild') throw underWay(view, under);
      return changed(slot, (entry) => {
        if (entry.next !== null) return { ...entry, next: { ...entry.next, throttle } };
        const request = { purpose: 'rebuild', throttle, requestedAt: now() } as const;
        return withBuild(entry, slot.view.version, request);
      });
    },

    async rollback(view) {
      const slot = written(slots, view);
      const { build, entry } = slot;
      if (build?.next.purpose === 'rollback') return statusOf(slot);
      if (build !== null) throw underWay(view, build.next.purpose);
      if (!entry?.previous) {
        throw refused('nothing-to-roll-back-to', `No earlier generation of ${view} is kept`);
      }
      const { version } = entry.previous;
      if (version !== slot.view.version) {
        const text = `The generation before is of version ${version}, which this program has no code for: start the release that has it and ask that one`;
        throw refused('nothing-to-roll-back-to', text);
      }
      return changed(slot, (fresh) => withRollback(fresh, now()));
    },

    async switchOver(view) {
      const slot = written(slots, view);
      const build = buildOf(slot);
      const { name, version, build: number } = build.next;
      const isReady = build.stage === 'ready' && !build.progress.isStopped();
      const context = { storage, reopen: () => undefined };
      if (!isReady || !(await switchOver(slot, build, context, signal))) {
        throw refused(
          'build-not-ready',
          `The build of ${view} is not where the live generation is`,
        );
      }
      await reopened();
      return { name, version, build: number };
    },

    async cancel(view) {
      const slot = written(slots, view);
      const { next } = buildOf(slot);
      if (next.purpose === 'new-version') {
        throw underWay(view, next.purpose);
      }
      await change(slot, withoutBuild);
      await reopened();
    },

    async parked(view) {
      const asked = view === undefined ? slots : [slotOf(slots, view)];
      const entries = await Promise.all(asked.map((slot) => parkedIn(slot, storage)));
      return [...entries.flat(), ...asked.flatMap(stoppedBuild)];
    },

    async retry(view, key) {
      const slot = written(slots, view);
      if (!slot.feed?.parked.get(key)) {
        throw refused('not-parked', `Nothing is parked at ${key.kind} ${key.key} of ${view}`);
      }
      if (slot.toTry !== 'all') slot.toTry.add(retryKey(key));
      await reopened();
      return slot.feed.parked.get(key) === null;
    },
  };
  return operations;
}

type Code = OperationRefused['code'] extends `projection.${infer Rest}` ? Rest : never;

const refused = (code: Code, message: string): OperationRefused =>
  new OperationRefused(`projection.${code}`, message);

const underWay = (view: string, purpose: string): OperationRefused =>
  refused('build-under-way', `A build of ${view} is under way (${purpose}) and must end first`);

function slotOf(slots: readonly ViewSlot[], view: string): ViewSlot {
  const slot = slots.find((one) => one.view.name === view);
  if (slot !== undefined) return slot;
  const names = slots.map((one) => one.view.name).join(', ');
  throw refused('unknown-view', `No view is called ${view}; there are ${names}`);
}

/** The slot of a view that this process writes. */
function written(slots: readonly ViewSlot[], view: string): ViewSlot {
  const slot = slotOf(slots, view);
  const { state, writer, error } = slot.progress.moment();
  if (state === 'standing-by') {
    const who = writer ?? 'another process';
    throw refused('written-elsewhere', `${view} is written by ${who}: ask that process`);
  }
  if (slot.feed === null) {
    const why = error?.message ?? 'the projection has not started';
    throw refused('not-following', `${view} is not followed now: ${why}`);
  }
  return slot;
}

function buildOf({ build, view }: ViewSlot): Build {
  if (build !== null) return build;
  throw refused('no-build', `Nothing is built beside the live generation of ${view.name}`);
}

function statusOf(slot: ViewSlot): BuildStatus {
  const status = buildStatusOf(slot);
  if (status === null) throw refused('no-build', `The build of ${slot.view.name} has ended`);
  return status;
}

/** Where a build stopped: the event is not parked, and can be skipped as if it were. */
function stoppedBuild({ build }: ViewSlot): ParkedEntry[] {
  const error = build?.progress.moment().error ?? null;
  if (build === null || !build.progress.isStopped()) return [];
  if (!error?.event || error.key === null) return [];
  const { name, version, build: number } = build.next;
  const { event, key, detail, message, since } = error;
  return [
    {
      ...key,
      generation: { name, version, build: number },
      event,
      error: detail ?? message,
      attempts: 1,
      firstFailedAt: since,
      lastFailedAt: since,
      waiting: 0,
    },
  ];
}

async function parkedIn(
  { view, entry }: ViewSlot,
  storage: ProjectionStorage,
): Promise<ParkedEntry[]> {
  if (!entry?.live) return [];
  const generation = { name: view.name, ...entry.live };
  const [records, waiting] = await Promise.all([
    storage.parked(generation),
    storage.waiting(generation),
  ]);
  return records.map((record) => ({
    ...record,
    generation,
    waiting: record.kind === 'document' ? (waiting.get(record.key) ?? 0) : 0,
  }));
}
