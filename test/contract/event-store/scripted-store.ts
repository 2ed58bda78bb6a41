import { createEventStore, type EventStore } from '@jejak/event-store';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { Metadata, status } from '@grpc/grpc-js';

import { type ReadCall, type ScriptedServer, startScriptedServer } from './scripted-server';

/** Milliseconds until the store gives up. */
export const patience = 300;

export interface ScriptedStore {
  server: ScriptedServer;
  store: EventStore;
}

/**
 * A store on a scripted server for each test of the file. Every test also asserts that nothing was
 * thrown where nobody can catch it.
 */
export function useScriptedStore(): ScriptedStore {
  const scripted = {} as ScriptedStore;
  const uncaught: unknown[] = [];
  const noteUncaught = (error: unknown): void => {
    uncaught.push(error);
  };
  beforeAll(() => {
    process.on('uncaughtException', noteUncaught);
    process.on('unhandledRejection', noteUncaught);
  });
  afterAll(() => {
    process.off('uncaughtException', noteUncaught);
    process.off('unhandledRejection', noteUncaught);
  });
  beforeEach(async () => {
    scripted.server = await startScriptedServer();
    scripted.store = createEventStore({
      connectionString: scripted.server.connectionString,
      appendTimeoutMilliseconds: patience,
      readTimeoutMilliseconds: patience,
    });
  });
  afterEach(async () => {
    await scripted.store.close();
    scripted.server.stop();
    await waitFor(20);
    expect(uncaught.splice(0)).toEqual([]);
  });
  return scripted;
}

export const waitFor = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** A log as a server answers reads of it from its end: newest first, as many as are asked for. */
export const readFrom =
  (log: readonly ReadResp[]) =>
  (call: ReadCall): void => {
    const count = Number(call.request.getOptions()!.getCount());
    for (const event of [...log].reverse().slice(0, count)) call.write(event);
    call.end();
  };

/** What a node says that is not the leader: which one is. */
export const notLeader =
  (leader: ScriptedServer) =>
  (call: ReadCall): void => {
    const metadata = new Metadata();
    metadata.set('exception', 'not-leader');
    metadata.set('leader-endpoint-host', '127.0.0.1');
    metadata.set('leader-endpoint-port', leader.port.toString());
    call.emit('error', { code: status.NOT_FOUND, details: 'Leader info available', metadata });
  };

export const failing =
  (code: status, details: string) =>
  (call: ReadCall): void => {
    call.emit('error', { code, details });
  };

export const lostRead = (call: ReadCall): void => {
  call.emit('error', { code: status.UNAVAILABLE, details: 'going away' });
};
