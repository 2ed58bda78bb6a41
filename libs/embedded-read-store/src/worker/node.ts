import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Faults } from '../commands/faults';
import { Cursors } from '../query/cursors';
import { Store } from '../storage/store';
import { serve } from './connection';
import { type WorkerSettings } from './protocol';

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
    store.collectGarbage();
  }, 50).unref();
}

export async function runNode(settings: WorkerSettings): Promise<RunningNode> {
  const store = new Store(settings.directory);
  const cursors = new Cursors();
  const faults = settings.faults ? new Faults() : undefined;
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    connections += 1;
    serve(socket, { store, cursors, faults, connectionId: connections });
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
        server.close();
        // Commands are answered within the turn that reads them: ending after the last reply drains.
        for (const socket of sockets) socket.end(() => socket.destroy());
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
