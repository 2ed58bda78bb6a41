import { createServer, type AddressInfo, type Server } from 'node:net';
import { Faults } from '../commands/faults';
import { ServerError } from '../errors';
import { Cursors } from '../query/cursors';
import { Store } from '../storage/store';
import { Connection } from './connection';
import { type WorkerSettings } from './protocol';
import { Turns } from './turns';

/** A running node inside its thread. */
export interface RunningNode {
  readonly port: number;
  stop(): Promise<void>;
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Cleans up after dropped collections, a little at a time between commands. */
function collectGarbage(store: Store): NodeJS.Timeout {
  return setInterval(() => {
    void store.collectGarbage();
  }, 50).unref();
}

export async function runNode(settings: WorkerSettings): Promise<RunningNode> {
  const store = new Store(settings.directory);
  const cursors = new Cursors();
  const faults = settings.faults ? new Faults() : undefined;
  const turns = new Turns();
  let stopping = false;
  const turn = async (): Promise<void> => {
    await turns.next();
    if (stopping) throw new ServerError(11600, 'the read store is stopping');
  };
  const connections = new Set<Connection>();
  let connectionId = 0;
  const server = createServer((socket) => {
    connectionId += 1;
    const connection = new Connection(socket, { store, cursors, faults, connectionId, turn });
    connections.add(connection);
    socket.on('close', () => connections.delete(connection));
  });
  const collector = collectGarbage(store);
  const close = async (): Promise<void> => {
    clearInterval(collector);
    cursors.close();
    await store.close();
  };
  try {
    const port = await listen(server, settings.host, settings.port);
    return {
      port,
      stop: async () => {
        stopping = true;
        server.close();
        await Promise.all([...connections].map((connection) => connection.end()));
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
