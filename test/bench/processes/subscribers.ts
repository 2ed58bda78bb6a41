import { EventStoreDBClient } from '@eventstore/db-client';

import { serve } from './serve';

interface Setting {
  readonly connectionString: string;
  readonly count: number;
  /** Idle ones wait at the end of the log; slow ones ask for all of it and take nothing. */
  readonly kind: 'idle' | 'slow';
}

/** Connections they share, so that one window of flow control does not stand for all of them. */
const connections = 10;

/** Subscribers to `$all` that stay until this process is stopped. */
async function subscribers({ connectionString, count, kind }: Setting) {
  const clients = Array.from({ length: connections }, () =>
    EventStoreDBClient.connectionString(connectionString),
  );
  const all = Array.from({ length: count }, (_, n) => {
    const client = clients[n % connections];
    if (client === undefined) throw new RangeError('There is no client');
    return client.subscribeToAll({ fromPosition: kind === 'idle' ? 'end' : 'start' });
  });
  const ready = all.map(
    (subscription) =>
      new Promise<void>((resolve, reject) => {
        subscription.once('confirmation', resolve).once('error', reject);
      }),
  );
  await Promise.all(ready);
  const stop = async (): Promise<void> => {
    await Promise.all(all.map((subscription) => subscription.unsubscribe()));
    await Promise.all(clients.map((client) => client.dispose()));
  };
  return { methods: {}, stop };
}

serve(subscribers);
