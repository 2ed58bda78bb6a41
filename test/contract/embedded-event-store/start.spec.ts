import {
  startEmbeddedEventStore,
  type EmbeddedEventStore,
  type EmbeddedEventStoreOptions,
} from '@jejak/embedded-event-store';
import { EventStoreDBClient } from '@eventstore/db-client';
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { collect, newStream, noted, notedUpTo, rejection } from '../event-store/server/support';

// Starting compiles the worker's sources; on a busy machine that takes seconds.
jest.setTimeout(30_000);

let directory: string;
let started: EmbeddedEventStore[] = [];

/** Stopped after the test, also when the test fails half-way. */
async function start(options: EmbeddedEventStoreOptions): Promise<EmbeddedEventStore> {
  const node = await startEmbeddedEventStore(options);
  started.push(node);
  return node;
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'event-store-start-'));
});
afterEach(async () => {
  await Promise.all(started.map((node) => node.stop()));
  started = [];
  await rm(directory, { recursive: true, force: true });
});

describe('starting', () => {
  it('refuses a directory that a live node uses, and takes it once that has stopped', async () => {
    const first = await start({ directory });
    const error = await rejection(start({ directory }));
    expect(error).toMatchObject({ code: 'directory-locked' });
    expect(error.message).toContain(directory);
    await first.stop();
    await (await start({ directory })).stop();
  });

  it('refuses a port in use and leaves the directory free', async () => {
    const other = await mkdtemp(join(tmpdir(), 'event-store-start-'));
    const holder = await start({ directory: other });
    const options = { directory, port: holder.port };
    expect(await rejection(start(options))).toMatchObject({
      code: 'port-unavailable',
    });
    await holder.stop();
    await (await start(options)).stop();
    await rm(other, { recursive: true });
  });

  it('refuses a directory that is none', async () => {
    const file = join(directory, 'file');
    await writeFile(file, '');
    const error = await rejection(start({ directory: join(file, 'store') }));
    expect(error).toMatchObject({ code: 'ENOTDIR' });
  });

  it.each([
    ['a folder', (file: string) => mkdir(file), 'EISDIR'],
    [
      'some other file',
      (file: string) => writeFile(file, 'notes '.repeat(10_000)),
      'log-unreadable',
    ],
    ['less than a page', (file: string) => writeFile(file, 'x'), 'log-unreadable'],
  ])('refuses %s in the place of the log, and outlives it', async (_, put, code) => {
    await put(join(directory, 'events.lmdb'));
    expect(await rejection(start({ directory }))).toMatchObject({ code });
  });

  it('refuses a log that was cut off, and outlives it', async () => {
    const node = await start({ directory });
    const client = EventStoreDBClient.connectionString(node.connectionString);
    await client.appendToStream(newStream(), notedUpTo(500));
    await client.dispose();
    await node.stop();
    await truncate(join(directory, 'events.lmdb'), 20_000);
    const error = await rejection(start({ directory }));
    expect(error).toMatchObject({ code: 'log-unreadable' });
    expect(error.message).toContain(directory);
  });

  it('takes over from a holder whose process is gone', async () => {
    const dead = {
      token: 'x',
      pid: 2 ** 22 + 1,
      startedAt: '1',
      host: hostname(),
    };
    await writeFile(join(directory, 'node.lock'), JSON.stringify(dead));
    await (await start({ directory })).stop();
  });

  it.each(['', '\0\0\0\0'])('takes over a lock that a power cut left as %j', async (text) => {
    await writeFile(join(directory, 'node.lock'), text);
    await (await start({ directory })).stop();
  });
});

describe('stopping', () => {
  it('is quick while appends, reads and subscriptions are open, and loses nothing acknowledged', async () => {
    const node = await start({ directory });
    const client = EventStoreDBClient.connectionString(node.connectionString);
    const stream = newStream();
    await client.appendToStream(stream, notedUpTo(500));
    const subscription = client.subscribeToAll();
    const dropped = new Promise<Error>((resolve) => subscription.once('error', resolve));
    await new Promise((resolve) => subscription.once('data', resolve));
    const appends = Promise.allSettled(
      Array.from({ length: 200 }, (_, n) => client.appendToStream(stream, noted(n))),
    );
    const started = Date.now();
    await node.stop();
    expect(Date.now() - started).toBeLessThan(5_000);
    const acknowledged = (await appends).filter(({ status }) => status === 'fulfilled').length;
    subscription.resume();
    expect(await dropped).toMatchObject({ type: 'unavailable' });
    await client.dispose();

    const again = await start({ directory, port: node.port });
    const reader = EventStoreDBClient.connectionString(again.connectionString);
    expect((await collect(reader.readStream(stream))).length).toBeGreaterThanOrEqual(
      500 + acknowledged,
    );
    await reader.dispose();
    await again.stop();
  });

  it('lets the same client go on when a node is back at its port', async () => {
    const node = await start({ directory });
    const client = EventStoreDBClient.connectionString(node.connectionString);
    const stream = newStream();
    await client.appendToStream(stream, noted(0));
    await node.stop();
    const again = await start({ directory, port: node.port });
    const retried = async () => {
      for (let attempt = 0; ; attempt++) {
        try {
          return await client.appendToStream(stream, noted(1), { expectedRevision: 0n });
        } catch (error) {
          if (attempt === 10) throw error;
        }
      }
    };
    expect((await retried()).nextExpectedRevision).toBe(1n);
    await client.dispose();
    await again.stop();
  });
});
