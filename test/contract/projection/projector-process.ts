import { createEventStore } from '@jejak/event-store';
import { createProjectionRuntime } from '@jejak/projection';
import { MongoClient } from 'mongodb';

import { count, signers } from './views';

/**
 * A process of its own that projects, so that a test can pause it:
 * `projector-process.ts <event store> <read store> <database> <lease milliseconds>`. Says its
 * counters when it is asked anything.
 */
async function main([events = '', documents = '', database = '', lease = '']: string[]) {
  const store = createEventStore({ connectionString: events });
  const mongo = await new MongoClient(documents).connect();
  const runtime = createProjectionRuntime({
    store,
    db: mongo.db(database),
    views: [signers, count],
    writer: 'paused',
    leaseMilliseconds: Number(lease),
    retryDelay: () => 10,
    headIntervalMilliseconds: 20,
    limits: { liveMilliseconds: 1 },
  });
  process.on('message', () => {
    process.send?.({ counters: runtime.totals(), states: runtime.status() }, noAnswer);
  });
  await runtime.start();
}

const noAnswer = (): void => undefined;

// Positions are not JSON.
Object.defineProperty(BigInt.prototype, 'toJSON', {
  value(this: bigint) {
    return this.toString();
  },
});

main(process.argv.slice(2)).catch((error: unknown) => {
  process.exitCode = 1;
  throw error;
});
