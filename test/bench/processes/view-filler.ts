import type { Position } from '@jejak/domain';
import { createEventStore } from '@jejak/event-store';
import {
  type AnyView,
  anyView,
  type BatchReport,
  type BuildState,
  type BuildStatus,
  collectionName,
  createProjectionRuntime,
  type ProjectionRuntime,
} from '@jejak/projection';
import { allViews, auditTrail, planProgress } from '@jejak/views';
import { type Db, MongoClient } from 'mongodb';

import { createBatchLog, type Tenths } from '../batch-log';
import { spent, type Usage, used } from '../measure';
import { serve } from './serve';

/** `one`: a folded view and the audit rows. `five`: every view there is. */
export type ViewChoice = 'one' | 'five';

interface Setting {
  readonly connectionString: string;
  readonly readStore: string;
  readonly views: ViewChoice;
}

export interface Filled extends Usage {
  /** Null for a log of too few batches to tell them apart. */
  readonly tenths: Tenths | null;
}

/** Until a new generation is ready to join the live one. */
export interface Rebuilt extends Usage {
  /** From there until it was compared and ready to be switched to, in seconds. */
  readonly secondsToReady: number;
}

export interface Rebuild {
  readonly view: string;
  /** Of the last event of the log. */
  readonly position: Position;
}

/** When the slowest view had passed a position, on the clock of `process.hrtime`. */
export interface Passed {
  readonly position: Position;
  readonly at: bigint;
}

const chosen: Readonly<Record<ViewChoice, () => readonly AnyView[]>> = {
  one: () => [anyView(planProgress), anyView(auditTrail)],
  five: () => allViews.map((view) => anyView(view)),
};

/** Longer than any catching up here takes. */
const patience = 1_800_000;

/** How often a build is asked how far it is. */
const pollMilliseconds = 5;

/** The projection runtime, into a new database for each run. */
async function viewFiller({ connectionString, readStore, views }: Setting) {
  const store = createEventStore({ connectionString });
  const mongo = await MongoClient.connect(readStore, {
    writeConcern: { w: 'majority' },
    readConcern: { level: 'majority' },
  });
  const names = chosen[views]().map(({ name }) => name);
  let rounds = 0;
  let runtime: ProjectionRuntime | null = null;

  const database = () => mongo.db(`jejak_${views}_${rounds}`);
  const start = async (
    onBatch: (batch: BatchReport) => void = () => undefined,
  ): Promise<ProjectionRuntime> => {
    runtime = createProjectionRuntime({ store, db: database(), views: chosen[views](), onBatch });
    await runtime.start();
    return runtime;
  };
  const reach = async (started: ProjectionRuntime, position: Position): Promise<void> => {
    if (await started.waitFor(names, position, patience)) return;
    const failed = started.status().find(({ error }) => error !== null)?.error?.message;
    throw new Error(`The views did not get there: ${failed ?? 'out of time'}`);
  };
  const halt = async (): Promise<void> => {
    await runtime?.stop();
    runtime = null;
  };

  const filled = async (position: Position): Promise<Filled> => {
    rounds += 1;
    let events = 0;
    const log = createBatchLog();
    const usage = await used(0, async () => {
      const started = await start((batch) => {
        log.add(batch);
      });
      await reach(started, position);
      ({ events } = slowest(started));
      await halt();
    });
    await assertRows(database(), events);
    return { ...usage, operations: events, tenths: log.tenths() };
  };

  const methods = {
    spent,
    /** From nothing to the position; stopping is part of it, tidying up is not. */
    async fill(position: Position): Promise<Filled> {
      const usage = await filled(position);
      await database().dropDatabase();
      return usage;
    },
    /** The same, and what was filled is kept for rebuilds of it. */
    prepare: filled,
    /** Only the time until it is ready to join counts; what it wrote is removed again. */
    async rebuild({ view, position }: Rebuild): Promise<Rebuilt> {
      const started = await start();
      await reach(started, position);
      const { operations } = started;
      const leave = async (states: readonly BuildState[]): Promise<void> => {
        for (;;) {
          const build = operations.build(view);
          if (build?.state === 'failed') throw new Error(build.error?.message ?? 'It failed');
          if (build === null || !states.includes(build.state)) return;
          await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
        }
      };
      const usage = await used(slowest(started).events, async () => {
        await operations.rebuild(view, { throttle: null });
        await leave(['filling', 'indexing']);
      });
      const joinedAt = performance.now();
      await leave(['joining', 'comparing']);
      const secondsToReady = (performance.now() - joinedAt) / 1_000;
      assertSame(operations.build(view));
      await operations.cancel(view);
      await halt();
      return { ...usage, secondsToReady };
    },
    /** Begins to follow the log; answers once every view has passed `position`. */
    async follow(position: Position): Promise<void> {
      rounds += 1;
      await reach(await start(), position);
    },
    /**
     * Every moment at which the slowest view moved on, until it has passed so many events more.
     * Nothing is polled: each wait is for the next position after the one just passed.
     */
    async passing(events: number): Promise<Passed[]> {
      const following = runtime;
      if (following === null) throw new Error('Nothing follows the log');
      const passed: Passed[] = [];
      const last = slowest(following).events + events;
      for (let now = slowest(following); now.events < last; now = slowest(following)) {
        if (now.position === null) throw new Error('A view has not begun');
        const { commit, prepare } = now.position;
        await reach(following, { commit, prepare: prepare + 1n });
        const at = process.hrtime.bigint();
        const { position } = slowest(following);
        if (position !== null) passed.push({ position, at });
      }
      return passed;
    },
  };
  const stop = async (): Promise<void> => {
    await halt();
    await mongo.close();
    await store.close();
  };
  return { methods, stop };
}

/** Throws unless the audit trail holds each event once: no number of a wrong view counts. */
async function assertRows(db: Db, events: number): Promise<void> {
  const rows = await db.collection(collectionName(auditTrail)).estimatedDocumentCount();
  if (rows < events) throw new Error(`${rows} audit rows were written for ${events} events`);
}

/** Throws unless the build came out as the generation it was compared with. */
function assertSame(build: BuildStatus | null): void {
  const found = build?.difference;
  if (!found || found.same === 0 || found.changed + found.onlyLive + found.onlyNext > 0) {
    throw new Error(`The rebuild came out as ${JSON.stringify(found)}`);
  }
}

const slowest = (runtime: ProjectionRuntime) =>
  runtime.status().reduce((a, b) => (a.events <= b.events ? a : b));

export type ViewFiller = Awaited<ReturnType<typeof viewFiller>>['methods'];

serve(viewFiller);
