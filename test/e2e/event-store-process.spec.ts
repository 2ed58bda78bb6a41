import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { certificateFile, keyFile } from '../contract/embedded-event-store/certificate/certificate';
import { type JejakProcess, runJejak, spawnJejak } from './support/jejak-process';
import { cleanUp, newDataFolder } from './support/service';

jest.setTimeout(60_000);

const clients: EventStoreDBClient[] = [];
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.dispose()));
});
afterAll(cleanUp);

interface Started {
  readonly connectionString: string;
  readonly socketAddress?: string;
  readonly dataDirectory: string;
  readonly events: number;
  readonly position: number | null;
  readonly pid: number;
}

interface Node extends Started {
  readonly process: JejakProcess;
}

async function start(
  data: string,
  flags: readonly string[] = ['--port', '0'],
  environment: Readonly<Record<string, string>> = {},
): Promise<Node> {
  const child = spawnJejak(['event-store', '--data', data, ...flags], environment);
  const line = await child.lineWhere((text) => text.startsWith('{"event":"started"'));
  return { ...(JSON.parse(line) as Started), process: child };
}

function connect(address: string): EventStoreDBClient {
  const client = address.startsWith('unix:')
    ? new EventStoreDBClient({ endpoint: address.replace('//', '') }, { insecure: true })
    : EventStoreDBClient.connectionString(address);
  clients.push(client);
  return client;
}

const noted = (n: number) => jsonEvent({ type: 'Noted', data: { n } });

/** Of the events that are not the node's own. */
async function countOf(client: EventStoreDBClient): Promise<number> {
  let count = 0;
  for await (const { event } of client.readAll()) {
    if (event?.type.startsWith('$') === false) count++;
  }
  return count;
}

describe('jejak event-store', () => {
  it('says in one line of JSON where it is and what it found, and ends with 0 on a signal', async () => {
    const data = await newDataFolder();
    const first = await start(data);
    expect(first).toMatchObject({
      connectionString: expect.stringMatching(/^esdb:\/\/127\.0\.0\.1:\d+\?tls=false$/),
      dataDirectory: data,
      pid: first.process.pid,
    });
    const { position } = await connect(first.connectionString).appendToStream('a', [
      noted(0),
      noted(1),
    ]);
    first.process.signal('SIGTERM');
    const { code, stdout, stderr } = await first.process.exit;
    expect([code, stderr, stdout.trimEnd().split('\n').length]).toEqual([0, '', 1]);

    const second = await start(data);
    expect(second).toMatchObject({
      // A new log may begin with an event of the node's own.
      events: first.events + 2,
      position: Number(position?.commit),
    });
    expect(await countOf(connect(second.connectionString))).toBe(2);
    second.process.signal('SIGINT');
    expect((await second.process.exit).code).toBe(0);
  });

  it('stops within 5 s under load, and a next one has all that was acknowledged', async () => {
    const data = await newDataFolder();
    const node = await start(data);
    const client = connect(node.connectionString);
    let acknowledged = 0;
    const writers = Array.from({ length: 32 }, async (_, n) => {
      for (;;) {
        await client.appendToStream(`writer-${n}`, [noted(0), noted(1)]);
        acknowledged += 2;
      }
    });
    const subscription = client.subscribeToAll().resume();
    const dropped = new Promise((resolve) => subscription.once('error', resolve));
    await sleep(500);
    const asked = performance.now();
    node.process.signal('SIGTERM');
    const { code, stderr } = await node.process.exit;
    expect([code, stderr]).toEqual([0, '']);
    expect(performance.now() - asked).toBeLessThan(5_000);
    expect(await dropped).toMatchObject({ type: expect.stringMatching(/cancelled|unavailable/) });
    await Promise.allSettled(writers);
    expect(acknowledged).toBeGreaterThan(0);
    const again = await start(data);
    expect(again.events).toBeGreaterThanOrEqual(acknowledged);
    again.process.signal('SIGTERM');
    await again.process.exit;
  });

  it('listens on a Unix socket alone when told no port, and on both when told both', async () => {
    const data = await newDataFolder();
    await mkdir(data, { recursive: true });
    const socket = join(data, 'sock');
    const alone = await start(data, ['--unix', socket]);
    expect(alone.connectionString).toBe(`unix://${socket}`);
    await connect(alone.connectionString).appendToStream('a', noted(0));
    alone.process.signal('SIGTERM');
    expect((await alone.process.exit).code).toBe(0);
    const both = await start(data, ['--unix', socket, '--port', '0']);
    expect(both.socketAddress).toBe(`unix://${socket}`);
    for (const address of [both.connectionString, `unix://${socket}`]) {
      expect(await countOf(connect(address))).toBe(1);
    }
    both.process.signal('SIGTERM');
    await both.process.exit;
  });

  it('speaks TLS with one user, whose password comes from a file or the environment', async () => {
    const data = await newDataFolder();
    const passwordFile = `${data}.password`;
    await writeFile(passwordFile, 'secret-1\n');
    const flags = [
      ...['--port', '0', '--host', '0.0.0.0', '--allow-remote', '--advertise-host', 'localhost'],
      ...['--tls-cert', certificateFile, '--tls-key', keyFile, '--user', 'jejak'],
    ];
    for (const [more, environment, password] of [
      [['--password-file', passwordFile], {}, 'secret-1'],
      [[], { JEJAK_EVENT_STORE_PASSWORD: 'secret-2' }, 'secret-2'],
    ] as const) {
      const node = await start(data, [...flags, ...more], environment);
      expect(JSON.stringify(node)).not.toContain(password);
      const address = node.connectionString.replace('esdb://', `esdb://jejak:${password}@`);
      const client = connect(`${address}&tlsCAFile=${certificateFile}`);
      await client.appendToStream('a', noted(0));
      const stranger = connect(`${node.connectionString}&tlsCAFile=${certificateFile}`);
      await expect(stranger.appendToStream('a', noted(0))).rejects.toMatchObject({
        type: 'access-denied',
      });
      node.process.signal('SIGTERM');
      expect((await node.process.exit).code).toBe(0);
    }
  });
});

describe('jejak event-store does not start', () => {
  const run = async (...flags: readonly string[]) => runJejak(['event-store', ...flags]);

  it('on a folder in use: it says by whom', async () => {
    const data = await newDataFolder();
    const first = await start(data);
    const { code, stdout, stderr } = await run('--data', data, '--port', '0');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`${data} is in use by process ${first.process.pid}`);
    expect(stderr).not.toMatch(/\n +at /);
    first.process.signal('SIGTERM');
    await first.process.exit;
  });

  it('on a port in use: it names the port and the flag', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => busy.once('listening', resolve));
    const { port } = busy.address() as { port: number };
    const { code, stderr } = await run('--data', await newDataFolder(), '--port', `${port}`);
    busy.close();
    expect(code).toBe(1);
    expect(stderr).toContain(`Port ${port} on 127.0.0.1 is in use`);
    expect(stderr).toContain('--port');
    expect(stderr).not.toMatch(/\n +at /);
  });

  it('in a folder that cannot be used: it names the folder and the flag', async () => {
    const data = await newDataFolder();
    await writeFile(data, 'a file');
    const inFile = await run('--data', join(data, 'events'), '--port', '0');
    expect(inFile.code).toBe(1);
    expect(inFile.stderr).toMatch(/cannot be used[^]*--data/);
    expect(inFile.stderr).not.toMatch(/\n +at /);
    // Nothing is forbidden to root.
    if (process.getuid?.() === 0) return;
    const forbidden = `${data}.forbidden`;
    await mkdir(forbidden);
    await chmod(forbidden, 0o555);
    const { code, stderr } = await run('--data', forbidden, '--port', '0');
    expect([code, stderr]).toEqual([1, expect.stringMatching(/cannot be used[^]*EACCES/)]);
  });

  it.each([
    ['at an address of other machines', ['--host', '0.0.0.0']],
    ['there without TLS and a user', ['--host', '0.0.0.0', '--allow-remote']],
    ['with a user and without TLS', ['--user', 'jejak']],
    ['with half of a certificate', ['--tls-cert', certificateFile]],
    ['with a password and without a user', ['--password-file', certificateFile]],
    ['with a user and without a password', ['--tls-cert', 'x', '--tls-key', 'y', '--user', 'a']],
  ])('%s, and touches no data: exit code 2 or 1', async (_, flags) => {
    const data = await newDataFolder();
    const { code, stdout, stderr } = await run('--data', data, '--port', '0', ...flags);
    expect([code === 1 || code === 2, stdout]).toEqual([true, '']);
    expect(stderr).toMatch(/--(allow-remote|tls-cert|user)/);
    await expect(stat(data)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('unless it is told in so many words to let in everybody', async () => {
    const data = await newDataFolder();
    const flags = ['--host', '0.0.0.0', '--allow-remote-without-protection', '--port', '0'];
    const node = await start(data, flags);
    await connect(node.connectionString).appendToStream('a', noted(0));
    node.process.signal('SIGTERM');
    expect((await node.process.exit).code).toBe(0);
  });
});

describe('jejak event-store backup and verify', () => {
  it('copy a log that is being written to, and find nothing wrong with either', async () => {
    const data = await newDataFolder();
    const copy = `${data}.copy`;
    const node = await start(data);
    const client = connect(node.connectionString);
    const events = node.events + 20;
    for (let n = 0; n < 20; n++) await client.appendToStream('a', noted(n));
    const backup = await runJejak([
      'event-store',
      'backup',
      '--data',
      data,
      '--to',
      copy,
      '--json',
    ]);
    expect([backup.code, backup.stderr]).toEqual([0, '']);
    expect(JSON.parse(backup.stdout)).toMatchObject({ destination: copy, events });
    for (const folder of [data, copy]) {
      const verify = await runJejak(['event-store', 'verify', '--data', folder]);
      expect([verify.code, verify.stderr]).toEqual([0, '']);
      expect(verify.stdout).toContain(`Nothing is wrong in ${folder}: ${events} events in `);
    }
    const twice = await runJejak(['event-store', 'backup', '--data', data, '--to', copy]);
    expect([twice.code, twice.stderr]).toEqual([1, expect.stringContaining('--overwrite')]);
    node.process.signal('SIGTERM');
    await node.process.exit;
    const restored = await start(copy);
    expect(restored.events).toBe(events);
    restored.process.signal('SIGTERM');
    await restored.process.exit;
  });

  it('exit with 1 where there is no event store, and make none', async () => {
    const data = await newDataFolder();
    for (const command of [['verify'], ['backup', '--to', `${data}.copy`]]) {
      const { code, stderr } = await runJejak(['event-store', ...command, '--data', data]);
      expect([code, stderr]).toEqual([1, expect.stringContaining('no event store in')]);
    }
    await expect(stat(data)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
