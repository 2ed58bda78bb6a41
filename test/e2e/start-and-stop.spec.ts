import { type AuditTrailRow } from '@jejak/views';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { commandsIn, policyAndFactPhases, rankingOf, startWithFacts } from './support/facts';
import { type RecordedBody, commandsOf, get, postText, tokenOf } from './support/http';
import { runJejak, spawnJejak } from './support/jejak-process';
import { cleanUp, newDataFolder, startService } from './support/service';
import { allPages, eventsOf } from './support/streams';

afterAll(cleanUp);

const trail = '/v1/audit/trail?order=asc&limit=500';

describe('a start', () => {
  it('says on standard output, in one line of JSON, where the service is and what to try next', async () => {
    const service = await startService();
    expect(service.started).toMatchObject({
      event: 'started',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      dataDirectory: service.data,
      next: expect.stringContaining('npx jejak import'),
    });
    const { stdout, stderr, code } = await service.stop();
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect([code, stderr]).toEqual([0, '']);
  });

  it('on a busy port exits 1, names the port and --port, and touches no data', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => busy.once('listening', resolve));
    const { port } = busy.address() as { port: number };
    const data = await newDataFolder();
    for (const command of ['start', 'demo']) {
      const run = await runJejak([command, '--port', `${port}`, '--data', data]);
      expect([run.code, run.stdout]).toEqual([1, '']);
      expect(run.stderr).toContain(`Port ${port} on 127.0.0.1 is in use`);
      expect(run.stderr).toContain('--port');
      expect(run.stderr).not.toMatch(/\n +at /);
    }
    expect(existsSync(data)).toBe(false);
    busy.close();
  });

  it('on a data folder in use exits 1 and says whose it is; the first service goes on', async () => {
    const first = await startService();
    const second = await runJejak(['start', '--port', '0', '--data', first.data]);
    expect([second.code, second.stdout]).toEqual([1, '']);
    expect(second.stderr).toContain(`in use by process ${first.process.pid}`);
    expect(second.stderr).not.toMatch(/\n +at /);
    expect((await get(first, '/health/ready')).status).toBe(200);
    expect((await first.stop()).code).toBe(0);
  });

  it('in production refuses without URLs and names every missing setting at once', async () => {
    const production = { NODE_ENV: 'production' };
    const data = await newDataFolder();
    for (const command of ['start', 'demo']) {
      const run = await runJejak([command, '--port', '0', '--data', data], production);
      expect([run.code, run.stdout]).toEqual([1, '']);
      for (const name of [
        'EVENTSTORE_URL',
        'MONGODB_URL',
        'JEJAK_JWKS_URL',
        'JEJAK_TOKEN_ISSUER',
        'JEJAK_TOKEN_AUDIENCE',
      ]) {
        expect(run.stderr).toContain(name);
      }
    }
    expect(existsSync(data)).toBe(false);
  });

  it('never shows a setting that is not usable, only its name', async () => {
    const { code, stderr } = await runJejak(['start'], { JEJAK_PORT: 'secret-123' });
    expect([code, stderr]).toEqual([1, expect.stringContaining('JEJAK_PORT')]);
    expect(stderr).not.toContain('secret-123');
  });
});

describe('jejak token', () => {
  it('prints a token that the running service accepts, for the region and subject asked for', async () => {
    const service = await startService();
    const { code, stdout } = await runJejak([
      ...['token', '--as', 'operator', '--region', '32', '--subject', 'rina'],
      ...['--data', service.data],
    ]);
    expect(code).toBe(0);
    const answer = await postText<RecordedBody>(
      service,
      '/v1/regions/32/register',
      JSON.stringify({ name: 'Provinsi Jawa Barat', level: 'province' }),
      { authorization: `Bearer ${stdout.trim()}`, 'idempotency-key': randomUUID() },
    );
    expect(answer.status).toBe(201);
    const [event] = await eventsOf(service, 'region-32');
    expect(event!.metadata.actor.id).toBe('rina');
    await service.stop();
  });

  it('refuses in production and leaves no key behind', async () => {
    const data = await newDataFolder();
    const run = await runJejak(['token', '--data', data], { NODE_ENV: 'production' });
    expect([run.code, run.stdout]).toEqual([1, '']);
    expect(run.stderr).toContain('NODE_ENV=production');
    expect(existsSync(data)).toBe(false);
  });
});

describe('a stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s ends within 10 s with 0, whatever connections are open',
    async (signal) => {
      const service = await startService();
      const { hostname, port } = new URL(service.url);
      const idle = connect(Number(port), hostname);
      const halfSent = connect(Number(port), hostname, () => {
        halfSent.write('POST /v1/pacts/x/sign HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{');
      });
      for (const socket of [idle, halfSent]) socket.on('error', () => undefined);
      await get(service, '/health/live');
      await sleep(100);
      const asked = performance.now();
      const { code, stderr } = await service.stop(signal);
      expect([code, stderr]).toEqual([0, '']);
      expect(performance.now() - asked).toBeLessThan(10_000);
      idle.destroy();
      halfSent.destroy();
    },
  );

  it('loses no command that was answered, and records none twice that was not', async () => {
    const { service } = await startWithFacts();
    const imported = (await eventsOf(service, 'pact-banten-2022-06-24')).length;
    const send = commandsOf(service, { as: 'operator' });
    const commands = Array.from({ length: 60 }, (_, i) => ({
      body: { position: `Camat ${i}`, signedOn: '2022-06-24' },
      key: randomUUID(),
    }));
    const path = '/v1/pacts/banten-2022-06-24/sign';
    const sending = commands.map(async ({ body, key }, i) => {
      await sleep(i * 5);
      return send(path, body, key).then(
        ({ status }) => status,
        () => null,
      );
    });
    // Some answered, and more on their way.
    await Promise.race(sending);
    await sleep(60);
    expect((await service.stop('SIGTERM')).code).toBe(0);
    const statuses = await Promise.all(sending);
    expect([201, 503, null]).toEqual(expect.arrayContaining(statuses));
    expect(statuses).toEqual(expect.arrayContaining([201, null]));

    const again = await startService(service.data);
    const recorded = (await eventsOf(again, 'pact-banten-2022-06-24')).length - imported;
    expect(recorded).toBeGreaterThanOrEqual(statuses.filter((status) => status === 201).length);
    const resend = commandsOf(again, { as: 'operator' });
    for (const [i, { body, key }] of commands.entries()) {
      const answer = await resend(path, body, key);
      expect(answer.status).toBe(201);
      if (statuses[i] === 201) expect(answer.headers.get('idempotency-replayed')).toBe('true');
    }
    expect(await eventsOf(again, 'pact-banten-2022-06-24')).toHaveLength(
      imported + commands.length,
    );
    await again.stop();
  });
});

it('a service started again shows everything as it was', async () => {
  const questions: Readonly<Record<string, string>>[] = [
    { year: '2019' },
    { year: '2019', validAt: '2019-08-21' },
    { year: '2022' },
    { instrument: 'SPI', year: '2024' },
  ];
  const { service: before, position } = await startWithFacts();
  const seen = async (service: typeof before) => ({
    rankings: await Promise.all(questions.map((one) => rankingOf(service, one, position))),
    trail: await allPages<AuditTrailRow>(service, trail),
    pacts: (await get(service, '/v1/pacts')).body,
    plans: (await get(service, '/v1/plans?on=2026-01-01')).body,
    regions: (await get(service, '/v1/regions')).body,
  });
  const first = await seen(before);
  await before.stop();
  const after = await startService(before.data);
  expect(after.started['lagSeconds']).toBe(0);
  expect(after.started['next']).toBe('npx jejak trail');
  expect(await seen(after)).toEqual(first);
  await after.stop();
});

describe('jejak demo', () => {
  it('--once imports, shows the ranking and exits 0; the second time it records nothing', async () => {
    const data = await newDataFolder();
    const once = ['demo', '--once', '--port', '0', '--data', data];
    const first = await runJejak(once);
    expect(first.code).toBe(0);
    const count = commandsIn(await policyAndFactPhases());
    expect(first.stdout).toContain(
      `${count.toLocaleString('en-US')} commands recorded, 0 were already there, 0 refused`,
    );
    expect(first.stdout.match(/^ +3= +Kota /gm)).toHaveLength(2);
    const second = await runJejak(once);
    expect(second.code).toBe(0);
    expect(second.stdout).toContain('no event was added');
    const service = await startService(data);
    const rows = await allPages<AuditTrailRow>(service, trail);
    // Before a named signature it is claimed; any other command is one event.
    expect(rows.filter(({ type }) => type !== 'SignatureClaimed')).toHaveLength(count);
    await service.stop();
  });

  it('stays up after the import until it is told to stop', async () => {
    const data = await newDataFolder();
    const demo = spawnJejak(['demo', '--port', '0', '--data', data]);
    const line = await demo.lineWhere((text) => text.startsWith('{"event":"started"'));
    const { url } = JSON.parse(line) as { url: string };
    expect((await get({ url }, '/health/ready')).status).toBe(200);
    expect(await tokenOf({ data }, { as: 'auditor' })).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    demo.signal('SIGTERM');
    expect((await demo.exit).code).toBe(0);
  });
});
