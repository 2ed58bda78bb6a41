import { nodeOptionsFor } from '@jejak/embedded-node';
import { startEmbeddedEventStore, type EmbeddedEventStore } from '@jejak/embedded-event-store';
import { createEventStore } from '@jejak/event-store';
import { EventStoreDBClient } from '@eventstore/db-client';
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { untilItWorks } from './patience';
import {
  collect,
  newStream,
  noted,
  notedUpTo,
  numbers,
  rejection,
  take,
} from '../event-store/server/support';

// Starting compiles the worker's sources; on a busy machine that takes seconds.
jest.setTimeout(30_000);

let folder: string;
let socket: string;
let started: EmbeddedEventStore[] = [];
let clients: EventStoreDBClient[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'socket-'));
  socket = join(folder, 'events.sock');
});
afterEach(async () => {
  await Promise.all(clients.map((client) => client.dispose()));
  await Promise.all(started.map((node) => node.stop()));
  clients = [];
  started = [];
  await rm(folder, { recursive: true, force: true });
});

async function start(port: number | null = null, data = 'data'): Promise<EmbeddedEventStore> {
  const node = await startEmbeddedEventStore({
    directory: join(folder, data),
    port,
    unixSocket: socket,
  });
  started.push(node);
  return node;
}

/** What the official client takes in place of a connection string. */
function connectToSocket(): EventStoreDBClient {
  const client = new EventStoreDBClient({ endpoint: `unix:${socket}` }, { insecure: true });
  clients.push(client);
  return client;
}

describe('a node on a Unix socket', () => {
  it('is appended to, read and subscribed to by the official client', async () => {
    const node = await start();
    expect(node).toMatchObject({ connectionString: `unix://${socket}`, port: 0 });
    const client = connectToSocket();
    const stream = newStream();
    const subscription = client.subscribeToStream(stream);
    await client.appendToStream(stream, notedUpTo(3));
    expect(numbers(await take(subscription, 3))).toEqual([0, 1, 2]);
    expect(numbers(await collect(client.readStream(stream)))).toEqual([0, 1, 2]);
  });

  it('lets in nobody but its own user, and is gone with the node', async () => {
    const node = await start();
    expect(((await stat(socket)).mode & 0o777).toString(8)).toBe('600');
    await node.stop();
    expect(existsSync(socket)).toBe(false);
  });

  it('is reached by the same client after the node was stopped and started', async () => {
    const node = await start();
    const client = connectToSocket();
    const stream = newStream();
    await client.appendToStream(stream, noted(0));
    await node.stop();
    await start();
    await untilItWorks(() => client.appendToStream(stream, noted(1), { expectedRevision: 0n }));
    expect(numbers(await collect(client.readStream(stream)))).toEqual([0, 1]);
    const subscription = client.subscribeToStream(stream);
    expect(numbers(await take(subscription, 2))).toEqual([0, 1]);
  });

  it('is the same log as at the port, when it listens at both', async () => {
    const node = await start(0);
    const atPort = EventStoreDBClient.connectionString(node.connectionString);
    clients.push(atPort);
    const stream = newStream();
    await atPort.appendToStream(stream, noted(7));
    expect(numbers(await collect(connectToSocket().readStream(stream)))).toEqual([7]);
  });

  it('is opened by createEventStore with unix:// and its path', async () => {
    const node = await start();
    const store = createEventStore({ connectionString: node.connectionString });
    await connectToSocket().appendToStream(newStream(), noted(0));
    expect((await store.head()).end).not.toBeNull();
    await store.close();
  });
});

describe('the file of a socket', () => {
  it('that a killed node left behind is replaced', async () => {
    const child: ChildProcess = fork(
      join(__dirname, 'stoppable-node.ts'),
      [join(folder, 'data'), socket],
      { execArgv: nodeOptionsFor(__filename), stdio: 'inherit' },
    );
    await new Promise((resolve) => child.once('message', resolve));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    expect(existsSync(socket)).toBe(true);
    await start();
    await connectToSocket().appendToStream(newStream(), noted(0));
  });

  it('that another node listens on is left to it', async () => {
    await start();
    const error = await rejection(start(null, 'other'));
    expect(error).toMatchObject({ code: 'socket-unavailable' });
    expect(error.message).toContain(socket);
    await connectToSocket().appendToStream(newStream(), noted(0));
  });

  it('that another program listens on is left to it', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(socket, resolve));
    expect(await rejection(start())).toMatchObject({ code: 'socket-unavailable' });
    await new Promise((resolve) => other.close(resolve));
  });

  it('that is no socket is not touched, and one that cannot be made is named', async () => {
    await writeFile(socket, 'precious');
    expect(await rejection(start())).toMatchObject({ code: 'socket-unavailable' });
    expect((await stat(socket)).size).toBe(8);
    socket = join(folder, 'nowhere', 'socket');
    const error = await rejection(start());
    expect(error).toMatchObject({ code: 'socket-unavailable' });
    expect(error.message).toMatch(/folder that does not exist/);
  });
});
