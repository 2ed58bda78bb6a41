import { EventStoreDBClient } from '@eventstore/db-client';
import { scorecardStream } from '@jejak/domain';
import { createEventStore } from '@jejak/event-store';

import { type Usage, used } from '../measure';
import { rawEvent } from '../raw-event';
import { byWorkers, inFlight, scored, scorecardKey, seedScorecards } from '../workload';
import { serve } from './serve';

const instrument = 'RAWLOAD';

interface Setting {
  readonly connectionString: string;
  readonly streams: number;
  readonly eventsEach: number;
}

/** The floor of a cold command: the official client reads the stream, then appends to it. */
async function rawLoads({ connectionString, streams, eventsEach }: Setting) {
  const store = createEventStore({ connectionString });
  await seedScorecards(store, instrument, streams, eventsEach);
  await store.close();
  const client = EventStoreDBClient.connectionString(connectionString);

  const loadAndAppend = async (worker: number, n: number): Promise<void> => {
    const key = scorecardKey(instrument, (worker + n * inFlight) % streams);
    const stream = scorecardStream(key);
    let expectedRevision = 0n;
    for await (const { event } of client.readStream(stream)) {
      expectedRevision = event?.revision ?? expectedRevision;
    }
    const { type, data } = scored(key, n);
    const event = rawEvent(type, data);
    await client.appendToStream(stream, event, { expectedRevision, deadline: 10_000 });
  };
  const methods = {
    run: (operations: number): Promise<Usage> =>
      used(operations, () => byWorkers(operations, loadAndAppend)),
  };
  return { methods, stop: () => client.dispose() };
}

serve(rawLoads);
