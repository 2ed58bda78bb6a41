import { Connections, type ServedNode } from '@jejak/embedded-node';
import { type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Faults } from '../commands/faults';
import { Interruption } from '../errors';
import { Cursors } from '../query/cursors';
import { Store } from '../storage/store';
import { Connection } from './connection';
import { GarbageCollector } from './garbage-collector';
import { type NodeFacts, type WorkerSettings } from './protocol';
import { Turns } from './turns';

/** For clients that take their replies slowly, in milliseconds. */
const shutdownGrace = 1_000;

/**
 * The node itself, in the thread that calls. To stop it interrupts what goes on for long, answers the
 * rest and closes the storage. `onFailure` is called when a commit fails or a fail
 * point ends the node: the caller must end the thread.
 */
export async function startNode(
  { directory, listening, faults, cursorTimeout, flush }: WorkerSettings,
  onFailure: (error: Error) => void,
): Promise<ServedNode<NodeFacts>> {
  const store = new Store(directory, onFailure, flush);
  const cursors = new Cursors(cursorTimeout);
  const collector = new GarbageCollector(store);
  const turns = new Turns();
  const doors = new Connections();
  const clients = new Set<Connection>();
  let stopping = false;
  let connectionId = 0;

  const turn = async (): Promise<void> => {
    await turns.next();
    if (stopping) throw new Interruption(11600, 'the read store is stopping');
  };
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => (closed ??= shutDown());
  const shutDown = async (): Promise<void> => {
    stopping = true;
    collector.stop();
    cursors.close();
    doors.acceptNoMore();
    const answered = Promise.all([...clients].map((client) => client.finish()));
    const grace = new AbortController();
    const over = sleep(shutdownGrace, undefined, { signal: grace.signal }).catch(() => undefined);
    await Promise.race([answered, over]);
    grace.abort();
    doors.cut();
    await answered;
    await store.close();
    await doors.leave();
  };
  const end = (reason: Error): void => {
    close().then(() => {
      onFailure(reason);
    }, onFailure);
  };
  const fail = faults ? new Faults() : undefined;
  const take = (socket: Socket): void => {
    connectionId += 1;
    const context = { store, cursors, faults: fail, connectionId, turn };
    const client = new Connection(socket, context, end);
    clients.add(client);
    socket.once('close', () => clients.delete(client));
  };
  try {
    const { tcp, unixSocket } = listening;
    if (unixSocket !== null) await doors.listenOnSocket(unixSocket, take);
    const port = tcp === null ? null : await doors.listenOnPort(tcp, take);
    return { facts: { port, collections: store.catalogue.collections().length }, stop: close };
  } catch (error) {
    await close();
    throw error;
  }
}
