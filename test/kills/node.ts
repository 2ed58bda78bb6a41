import { EventStoreDBClient } from '@eventstore/db-client';

import { startChild, type Child } from '../faults/processes/child';

/** An event store in a process of its own, and clients connected to it. */
export interface Node {
  readonly child: Child;
  readonly clients: readonly EventStoreDBClient[];
}

/** Each has a connection, and a stream of appends, of its own. */
const connections = 4;

export async function startNode(directory: string): Promise<Node> {
  const child = startChild('event-store-node');
  await child.call('start', { directory });
  const port = Number(await child.call('port'));
  const clients = Array.from({ length: connections }, () =>
    EventStoreDBClient.connectionString(`esdb://127.0.0.1:${port}?tls=false`),
  );
  return { child, clients };
}

export async function kill({ child }: Pick<Node, 'child'>): Promise<void> {
  child.signal('SIGKILL');
  await child.ended;
}

/** A start that is killed on its way; resolves when the process has ended. */
export async function killWhileStarting(directory: string, after: Promise<unknown>): Promise<void> {
  const child = startChild('event-store-node');
  // It is not expected to get there.
  child.call('start', { directory }).catch(() => undefined);
  await after;
  await kill({ child });
}

export async function disconnect({ clients }: Node): Promise<void> {
  await Promise.all(clients.map((client) => client.dispose()));
}
