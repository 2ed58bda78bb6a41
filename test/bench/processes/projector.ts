import type { Position } from '@jejak/domain';
import { createEventStore } from '@jejak/event-store';
import { anyView, createProjectionRuntime } from '@jejak/projection';
import { allViews } from '@jejak/views';
import { MongoClient } from 'mongodb';

import { logEvents } from '../log-events';
import { type Usage, used } from '../measure';
import { serve } from './serve';

interface Setting {
  readonly connectionString: string;
  readonly readStore: string;
  /** How long a log to write first. */
  readonly events: number;
}

/** Longer than any catching up here takes. */
const patience = 300_000;

/** The projection runtime with every view, into a new database for each round. */
async function projector({ connectionString, readStore, events }: Setting) {
  const store = createEventStore({ connectionString });
  for (const { stream, events: written } of logEvents(events)) {
    await store.append(stream, 'none', written);
  }
  const { newest } = await store.head();
  if (newest === null) throw new Error('The log is empty');
  const mongo = await MongoClient.connect(readStore, {
    writeConcern: { w: 'majority' },
    readConcern: { level: 'majority' },
  });
  let rounds = 0;

  const catchUp = async (position: Position, name: string): Promise<void> => {
    const runtime = createProjectionRuntime({
      store,
      db: mongo.db(name),
      views: allViews.map(anyView),
    });
    await runtime.start();
    const names = allViews.map((view) => view.name);
    const reached = await runtime.waitFor(names, position, patience);
    const failed = runtime.status().find(({ error }) => error !== null)?.error?.message;
    await runtime.stop();
    if (!reached) throw new Error(`The views did not get there: ${failed ?? 'out of time'}`);
  };
  const methods = {
    async run(): Promise<Usage> {
      rounds += 1;
      const name = `bench_${rounds}`;
      const usage = await used(events, () => catchUp(newest, name));
      await mongo.db(name).dropDatabase();
      return usage;
    },
  };
  const stop = async (): Promise<void> => {
    await mongo.close();
    await store.close();
  };
  return { methods, stop };
}

serve(projector);
