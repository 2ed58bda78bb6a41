import {
  type AllStreamRecordedEvent,
  EventStoreDBClient,
  excludeSystemEvents,
} from '@eventstore/db-client';
import { type Collection, MongoClient } from 'mongodb';

import { type Usage, used } from '../measure';
import { serve } from './serve';

interface Setting {
  readonly connectionString: string;
  readonly readStore: string;
}

interface Tutorial {
  readonly _id: string;
  readonly [field: string]: unknown;
}

/** What people are taught: a handler that awaits its writes, event after event, then the checkpoint. */
async function tutorial({ connectionString, readStore }: Setting) {
  const client = EventStoreDBClient.connectionString(connectionString);
  const mongo = await MongoClient.connect(readStore, { writeConcern: { w: 'majority' } });
  let rounds = 0;

  const follow = async (events: number): Promise<void> => {
    const db = mongo.db(`tutorial_${rounds}`);
    const plans = db.collection<Tutorial>('plans');
    const rows = db.collection<Tutorial>('rows');
    const checkpoints = db.collection<Tutorial>('checkpoints');
    const subscription = client.subscribeToAll({ filter: excludeSystemEvents() });
    let seen = 0;
    for await (const { event } of subscription) {
      if (event === undefined) continue;
      await handle(event, plans, rows);
      const { commit, prepare } = event.position;
      const $set = { position: { commit, prepare } };
      await checkpoints.updateOne({ _id: 'tutorial' }, { $set }, { upsert: true });
      seen += 1;
      if (seen === events) break;
    }
    await subscription.unsubscribe();
    await db.dropDatabase();
  };
  const methods = {
    run(events: number): Promise<Usage> {
      rounds += 1;
      return used(events, () => follow(events));
    },
  };
  const stop = async (): Promise<void> => {
    await mongo.close();
    await client.dispose();
  };
  return { methods, stop };
}

async function handle(
  event: AllStreamRecordedEvent,
  plans: Collection<Tutorial>,
  rows: Collection<Tutorial>,
): Promise<void> {
  const data = event.data as Readonly<Record<string, unknown>>;
  const { plan, milestone } = data;
  const changed = typeof milestone === 'string' ? { [`milestones.${milestone}`]: data } : data;
  const $set = { ...changed, changedAt: event.created };
  await plans.updateOne({ _id: String(plan) }, { $set }, { upsert: true });
  const { id: _id, type, streamId, revision, metadata } = event;
  await rows.insertOne({ _id, type, streamId, revision, metadata, data });
}

serve(tutorial);
