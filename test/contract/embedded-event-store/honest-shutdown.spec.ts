import { startEmbeddedEventStore } from '@jejak/embedded-event-store';
import { nodeOptionsFor } from '@jejak/embedded-node';
import { ErrorType, EventStoreDBClient } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { type ChildProcess, fork } from 'node:child_process';
import { type EventEmitter } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect as connectTcp } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { certificateFile, tls } from './certificate/certificate';
import { untilItWorks } from './patience';
import { collect, newStream, noted, notedUpTo, take } from '../event-store/server/support';

// Starting compiles the sources; on a busy machine that takes seconds.
jest.setTimeout(60_000);

/** Milliseconds that a stop may take. */
const STOP_LIMIT = 5_000;

interface RunningNode {
  readonly connectionString: string;
  readonly port: number;
  stop(): Promise<void>;
}

let directory: string;
let clients: EventStoreDBClient[] = [];
let children: ChildProcess[] = [];
let running: RunningNode | undefined;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'shutdown-'));
});
afterEach(async () => {
  await Promise.all(clients.map((client) => client.dispose()));
  await running?.stop();
  for (const child of children) child.kill('SIGKILL');
  clients = [];
  children = [];
  running = undefined;
  await rm(directory, { recursive: true, force: true });
});

const inThread = (port: number): Promise<RunningNode> =>
  startEmbeddedEventStore({ directory, port });

async function overTls(port: number): Promise<RunningNode> {
  const node = await startEmbeddedEventStore({ directory, port, tls });
  return {
    connectionString: `${node.connectionString}&tlsCAFile=${certificateFile}`,
    port: node.port,
    stop: () => node.stop(),
  };
}

/** Stopped with SIGTERM; its stop rejects unless it ends with 0. */
async function inProcess(port: number): Promise<RunningNode> {
  const child = fork(join(__dirname, 'stoppable-node.ts'), [directory, String(port)], {
    execArgv: nodeOptionsFor(__filename),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  children.push(child);
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const facts = await new Promise<{ connectionString: string; port: number }>((resolve, reject) => {
    child.once('message', (message) => {
      resolve(message as { connectionString: string; port: number });
    });
    void exit.then((code) => {
      reject(new Error(`the node's process ended with ${String(code)}`));
    });
  });
  return {
    ...facts,
    stop: async () => {
      child.kill('SIGTERM');
      const code = await exit;
      if (code !== 0) throw new Error(`the node's process ended with ${String(code)}`);
    },
  };
}

function connect({ connectionString }: RunningNode): EventStoreDBClient {
  const client = EventStoreDBClient.connectionString(connectionString);
  clients.push(client);
  return client;
}

/** Fails when the stop takes longer than it may. */
async function stopInTime(): Promise<void> {
  const node = running;
  running = undefined;
  const begun = performance.now();
  await node?.stop();
  expect(performance.now() - begun).toBeLessThan(STOP_LIMIT);
}

/** What the client dials again on. */
const reconnects: readonly unknown[] = [ErrorType.CANCELLED, ErrorType.UNAVAILABLE];

/** What the client makes of an error; its question for the server's features fails with a raw one. */
const typeOf = (error: unknown): unknown => {
  const { type, code } = error as { type?: unknown; code?: unknown };
  return type ?? (code === status.UNAVAILABLE ? ErrorType.UNAVAILABLE : code);
};

/** Why a stream of the client ended; undefined when it ended without an error. */
function endOf(events: object): Promise<unknown> {
  const emitter = events as unknown as EventEmitter;
  return new Promise((resolve) => {
    emitter.once('error', resolve);
    emitter.once('end', () => {
      resolve(undefined);
    });
  });
}

/** Appends one after the other until one is refused; tells what was acknowledged and the refusal. */
async function writeUntilRefused(client: EventStoreDBClient, acknowledged: Set<string>) {
  const stream = newStream('writer');
  for (;;) {
    const events = notedUpTo(3);
    try {
      await client.appendToStream(stream, events);
    } catch (error) {
      return error;
    }
    for (const { id } of events) acknowledged.add(id);
  }
}

describe.each([
  ['a worker thread', inThread],
  ['a worker thread, over TLS,', overTls],
  ['a process that gets SIGTERM', inProcess],
])('a node in %s that is stopped', (_, start) => {
  it('under load ends every call so that the client dials again, and keeps what it acknowledged', async () => {
    running = await start(0);
    const { port } = running;
    const client = connect(running);
    await client.appendToStream(newStream('old'), notedUpTo(2_000));
    const acknowledged = new Set<string>();
    const writers = Array.from({ length: 64 }, () => writeUntilRefused(client, acknowledged));
    const subscriptions = [
      client.subscribeToAll(),
      client.subscribeToAll({ fromPosition: 'end' }),
      client.subscribeToStream(newStream()),
    ];
    const ends = subscriptions.map((subscription) => endOf(subscription.resume()));
    // Reads one after the other, so that one is open whenever the node stops.
    const reads = (async () => {
      for (;;) {
        const end = await endOf(client.readAll().resume());
        if (end !== undefined) return end;
      }
    })();
    const deletes = (async () => {
      for (;;) {
        const stream = newStream();
        try {
          await client.appendToStream(stream, noted(0));
          await client.deleteStream(stream);
        } catch (error) {
          return error;
        }
      }
    })();
    while (acknowledged.size <= 64) await sleep(10);
    await sleep(300);

    await stopInTime();

    const endings = await Promise.all([...writers, ...ends, reads, deletes]);
    expect(endings.map(typeOf).filter((type) => !reconnects.includes(type))).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(64);

    running = await start(port);
    await untilItWorks(() => client.appendToStream(newStream(), noted(0)));
    const ids = (await collect(client.readAll())).map(({ event }) => event?.id ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    const there = new Set(ids);
    expect([...acknowledged].filter((id) => !there.has(id))).toEqual([]);
  });

  it('has answered every append that it has written, and written none that it refused', async () => {
    running = await start(0);
    const client = connect(running);
    const acknowledged = new Set<string>();
    const writers = Array.from({ length: 200 }, () => writeUntilRefused(client, acknowledged));
    while (acknowledged.size < 2_000) await sleep(10);
    await stopInTime();
    const refusals = await Promise.all(writers);
    expect(refusals.map(typeOf).filter((type) => !reconnects.includes(type))).toEqual([]);
    running = await start(0);
    const there = await collect(connect(running).readAll());
    // The node's own events apart.
    const written = there.filter(({ event }) => event?.isJson && !event.type.startsWith('$'));
    expect(new Set(written.map(({ event }) => event?.id))).toEqual(acknowledged);
  });

  it('does not wait for clients that take nothing, and they too dial again', async () => {
    running = await start(0);
    const { port } = running;
    const writer = connect(running);
    const large = Array.from({ length: 60 }, (__, n) => ({
      ...noted(n),
      data: { n, text: 'x'.repeat(100_000) },
    }));
    for (const event of large) await writer.appendToStream(newStream(), event);
    const stuck = connect(running);
    const subscription = stuck.subscribeToAll();
    const dropped = endOf(subscription);
    await new Promise((resolve) => subscription.once('readable', resolve));
    const idle = connectTcp(port, '127.0.0.1');
    const silent = connectTcp(port, '127.0.0.1', () => {
      silent.write('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
    });
    for (const socket of [idle, silent]) socket.on('error', () => undefined);
    await sleep(200);

    await stopInTime();

    for (const socket of [idle, silent]) socket.destroy();
    subscription.resume();
    expect(reconnects).toContain(typeOf(await dropped));
    running = await start(port);
    const again = await untilItWorks(() => take(stuck.subscribeToAll(), 1));
    expect(again).toHaveLength(1);
  });

  it('is stopped by then: nobody reaches it, and its folder can be taken at once', async () => {
    running = await start(0);
    const { port } = running;
    const client = connect(running);
    const stopping = stopInTime();
    const late = await client.appendToStream(newStream(), noted(0)).then(
      () => undefined,
      (error: unknown) => error,
    );
    await stopping;
    if (late !== undefined) expect(reconnects).toContain(typeOf(late));
    const dial = new Promise((resolve, reject) => {
      connectTcp(port, '127.0.0.1').once('connect', resolve).once('error', reject);
    });
    await expect(dial).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    running = await start(port);
  });
});
