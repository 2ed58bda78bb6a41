import { createEventStore, type EventStore } from '@jejak/event-store';
import { status } from '@grpc/grpc-js';

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

export const lostRead = (call: ReadCall): void => {
  call.emit('error', { code: status.UNAVAILABLE, details: 'going away' });
};
