import { EventStoreDBClient } from '@eventstore/db-client';
import { scorecardStream } from '@jejak/domain';
import { createEventStore } from '@jejak/event-store';

import { type Usage, used } from '../measure';
import { rawEvent } from '../raw-event';
import { byWorkers, inFlight, scored, scorecardKey, seedScorecards } from '../workload';
import { serve } from './serve';

const instrument = 'RAW';

/** The floor of a warm command: the official client, the same events, exact revisions. */
async function rawAppends({ connectionString }: { readonly connectionString: string }) {
  const store = createEventStore({ connectionString });
  await seedScorecards(store, instrument, inFlight);
  await store.close();
  const client = EventStoreDBClient.connectionString(connectionString);
  const revisions = Array.from({ length: inFlight }, () => 0n);

  const append = async (worker: number, n: number): Promise<void> => {
    const key = scorecardKey(instrument, worker);
    const { type, data } = scored(key, n);
    const event = rawEvent(type, data);
    const options = { expectedRevision: revisions[worker] ?? 0n, deadline: 10_000 };
    const result = await client.appendToStream(scorecardStream(key), event, options);
    revisions[worker] = result.nextExpectedRevision;
  };
  const methods = {
    run: (operations: number): Promise<Usage> =>
      used(operations, () => byWorkers(operations, append)),
  };
  return { methods, stop: () => client.dispose() };
}

serve(rawAppends);
