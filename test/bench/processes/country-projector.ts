import { createEventStore } from '@jejak/event-store';
import { anyView, createProjectionRuntime } from '@jejak/projection';
import { allViews } from '@jejak/views';
import { MongoClient } from 'mongodb';

import { spent, type Usage, used } from '../measure';
import { serve } from './serve';

interface Setting {
  readonly connectionString: string;
  readonly readStore: string;
}

/** Longer than any catching up here takes. */
const patience = 3_600_000;

/** Every view, projected from the beginning and then kept: what is asked afterwards reads it. */
async function countryProjector({ connectionString, readStore }: Setting) {
  const store = createEventStore({ connectionString });
  const mongo = await MongoClient.connect(readStore);
  const db = mongo.db('jejak');
  const runtime = createProjectionRuntime({ store, db, views: allViews.map(anyView) });
  const names = allViews.map(({ name }) => name);

  /** Until every view holds all that the log does now. */
  async function level(): Promise<void> {
    const { newest } = await store.head();
    if (newest === null) throw new Error('The log is empty');
    if (!(await runtime.waitFor(names, newest, patience))) {
      const failed = runtime.status().find(({ error }) => error !== null)?.error?.message;
      throw new Error(`The views did not get there: ${failed ?? 'out of time'}`);
    }
    const parked = runtime.status().filter((view) => view.parked > 0);
    if (parked.length > 0) {
      const views = parked.map(({ name }) => name).join(', ');
      throw new Error(`What is measured would be parking, in ${views}: the log is not sound`);
    }
  }

  const methods = {
    spent,
    run: (events: number): Promise<Usage> =>
      used(events, async () => {
        await runtime.start();
        await level();
      }),
    level,
  };
  const stop = async (): Promise<void> => {
    await runtime.stop();
    await mongo.close();
    await store.close();
  };
  return { methods, stop };
}

export type CountryProjector = Awaited<ReturnType<typeof countryProjector>>['methods'];

serve(countryProjector);
