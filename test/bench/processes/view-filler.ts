import type { Position } from '@jejak/domain';
import { createEventStore } from '@jejak/event-store';
import {
  type AnyView,
  anyView,
  collectionName,
  createProjectionRuntime,
  type ProjectionRuntime,
} from '@jejak/projection';
import { allViews, auditTrail, planProgress } from '@jejak/views';
import { type Db, MongoClient } from 'mongodb';

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
  /** CPU per event between two marks, in microseconds: the start, each mark, the end. */
  readonly perEvent: readonly number[];
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
  const start = async (): Promise<ProjectionRuntime> => {
    runtime = createProjectionRuntime({ store, db: database(), views: chosen[views]() });
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

  const methods = {
    spent,
    /** From nothing to the last of the positions; stopping is part of it, tidying up is not. */
    async fill(positions: readonly Position[]): Promise<Filled> {
      rounds += 1;
      const perEvent: number[] = [];
      let events = 0;
      const usage = await used(0, async () => {
        const started = await start();
        let before = spent().cpuMicroseconds;
        for (const position of positions) {
          await reach(started, position);
          const now = spent().cpuMicroseconds;
          const passed = Math.min(...started.status().map((status) => status.events));
          perEvent.push((now - before) / (passed - events));
          before = now;
          events = passed;
        }
        await halt();
      });
      await assertRows(database(), events);
      await database().dropDatabase();
      return { ...usage, operations: events, perEvent };
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
  const rows = await db.collection(collectionName(auditTrail)).countDocuments();
  if (rows < events) throw new Error(`${rows} audit rows were written for ${events} events`);
}

const slowest = (runtime: ProjectionRuntime) =>
  runtime.status().reduce((a, b) => (a.events <= b.events ? a : b));

export type ViewFiller = Awaited<ReturnType<typeof viewFiller>>['methods'];

serve(viewFiller);
