import { EventStoreDBClient } from '@eventstore/db-client';

import { startChild, type Child } from '../faults/processes/child';

/** An event store in a process of its own, and clients connected to it. */
export interface Node {
  readonly child: Child;
  readonly clients: readonly EventStoreDBClient[];
}

/** Starts nodes, each in a process that was made ready while another one was at work. */
export interface Starter {
  start(directory: string): Promise<Node>;
  /** A start that is killed on its way, once `after` resolves. */
  killWhileStarting(directory: string, after: () => Promise<unknown>): Promise<void>;
  /** Ends the process that is ready for the next start. */
  stop(): Promise<void>;
}

/** Each has a connection, and a stream of appends, of its own. */
const connections = 4;

export function createStarter(): Starter {
  const ready = (): Child => startChild('event-store-node');
  let spare = ready();
  const take = (): Child => {
    const taken = spare;
    spare = ready();
    return taken;
  };
  return {
    async start(directory) {
      const child = take();
      await child.call('start', { directory });
      const port = Number(await child.call('port'));
      const clients = Array.from({ length: connections }, () =>
        EventStoreDBClient.connectionString(`esdb://127.0.0.1:${port}?tls=false`),
      );
      return { child, clients };
    },
    async killWhileStarting(directory, after) {
      const child = take();
      // It is not expected to get there.
      child.call('start', { directory }).catch(() => undefined);
      await after();
      await kill({ child });
    },
    stop: () => spare.stop(),
  };
}

export async function kill({ child }: Pick<Node, 'child'>): Promise<void> {
  child.signal('SIGKILL');
  await child.ended;
}

export async function disconnect({ clients }: Node): Promise<void> {
  await Promise.all(clients.map((client) => client.dispose()));
}
