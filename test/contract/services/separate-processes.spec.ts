import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { openBuiltInIssuer } from '@jejak/access';

import { startEventStoreUnderTest, type EventStoreUnderTest } from '../event-store-under-test';
import { startReadStoreUnderTest, type ReadStoreUnderTest } from '../read-store-under-test';
import { runApp, type App, type ServiceProcess } from './processes';

// Every process compiles its sources when it starts.
jest.setTimeout(120_000);

interface Registered {
  readonly code: string;
  readonly name: string;
}

const region = { code: '36', name: 'Banten' };

let eventStore: EventStoreUnderTest;
let readStore: ReadStoreUnderTest;
let directory: string;
let environment: Record<string, string>;
const running = new Map<App, ServiceProcess>();
const urls = new Map<App, string>();

async function start(app: App): Promise<void> {
  const service = runApp(app, environment);
  running.set(app, service);
  const { url } = await service.started;
  urls.set(app, url);
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jejak-services-'));
  [eventStore, readStore] = await Promise.all([
    startEventStoreUnderTest(),
    startReadStoreUnderTest(),
  ]);
  environment = {
    EVENTSTORE_URL: eventStore.connectionString,
    MONGODB_URL: readStore.connectionString,
    MONGODB_DATABASE: `services-${randomUUID().slice(0, 8)}`,
    JEJAK_DATA: directory,
  };
  await Promise.all([start('command-api'), start('projector'), start('query-api')]);
});

afterAll(async () => {
  await Promise.all([...running.values()].map((service) => service.kill('SIGKILL')));
  await Promise.all([eventStore.stop(), readStore.stop()]);
  await rm(directory, { recursive: true, force: true });
});

const at = (app: App, path: string): string => `${urls.get(app) ?? 'not started'}${path}`;

/** Issues a command and answers with the position it was recorded at. */
async function register(code: string, name: string, parent: string | null): Promise<string> {
  const issuer = await openBuiltInIssuer({ directory });
  const token = await issuer.issueToken({ as: 'operator', regions: ['*'] });
  const response = await fetch(at('command-api', `/v1/regions/${code}/register`), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({ name, level: parent === null ? 'province' : 'city', parent }),
  });
  const reply = (await response.json()) as { readonly position: string };
  expect({ status: response.status, reply }).toMatchObject({ status: 201 });
  return reply.position;
}

/** Asked again as the API says, `patience` long: a projector that was killed still holds its lease. */
async function regionsAfter(position: string, patience = 0): Promise<readonly Registered[]> {
  const until = performance.now() + patience;
  const ask = () => fetch(at('query-api', '/v1/regions'), { headers: { 'jejak-after': position } });
  let response = await ask();
  while (response.status === 503 && performance.now() < until) response = await ask();
  expect(response.status).toBe(200);
  const { items } = (await response.json()) as { readonly items: readonly Registered[] };
  return items;
}

async function readiness(app: App) {
  const response = await fetch(at(app, '/health/ready'));
  const body = (await response.json()) as { readonly parts: object };
  return { status: response.status, parts: body.parts };
}

it('A command sent to one process is seen in another that was asked for its position', async () => {
  const position = await register(region.code, region.name, null);
  expect(await regionsAfter(position)).toMatchObject([region]);
});

it('Each process says what of it is ready, and only about what it uses', async () => {
  expect(await readiness('command-api')).toEqual({
    status: 200,
    parts: { 'event store': { ready: true } },
  });
  expect(await readiness('query-api')).toEqual({
    status: 200,
    parts: {
      'read store': { ready: true },
      views: {
        ready: true,
        views: expect.objectContaining({
          ranking: {
            state: 'served',
            position: expect.any(String),
            version: 1,
            build: 1,
            parked: 0,
          },
        }),
      },
    },
  });
  const projector = await readiness('projector');
  expect(projector.status).toBe(200);
  expect(Object.keys(projector.parts)).toEqual(['event store', 'read store', 'projector', 'clock']);
});

it('The projector answers maintainers only, the query API takes no commands and has the portal', async () => {
  const statusOf = async (app: App, path: string, method = 'GET') =>
    (await fetch(at(app, path), { method })).status;
  expect(await statusOf('projector', '/v1/regions')).toBe(404);
  expect(await statusOf('projector', '/health/live')).toBe(200);
  expect(await statusOf('projector', '/v1/projections')).toBe(401);
  expect(await statusOf('query-api', '/v1/regions/36/register', 'POST')).toBe(404);
  expect(await statusOf('query-api', '/')).toBe(200);
  expect(await statusOf('command-api', '/v1/regions')).toBe(404);
});

it('A projector that was killed completes the views when it is started again', async () => {
  await running.get('projector')?.kill('SIGKILL');
  const names = ['Serang', 'Cilegon', 'Tangerang'];
  let position = '';
  for (const [index, name] of names.entries()) {
    position = await register(`36.7${index + 1}`, `Kota ${name}`, region.code);
  }
  const [regions] = await Promise.all([regionsAfter(position, 40_000), start('projector')]);
  expect(regions.map(({ name }) => name).sort()).toEqual([
    'Banten',
    'Kota Cilegon',
    'Kota Serang',
    'Kota Tangerang',
  ]);
});

it('A request in hand is answered before a process that was told to stop ends', async () => {
  const token = { 'jejak-after': '999999999999/999999999999' };
  const waiting = fetch(at('query-api', '/v1/regions'), { headers: token });
  await sleep(300);
  const ended = running.get('query-api')?.kill('SIGTERM');
  await expect(waiting.then(({ status }) => status)).resolves.toBe(503);
  expect((await ended)?.code).toBe(0);
});

it.each(['command-api', 'projector'] as const)('%s ends with 0 after SIGTERM', async (app) => {
  const begun = performance.now();
  expect(await running.get(app)?.kill('SIGTERM')).toEqual({ code: 0, standardError: '' });
  expect(performance.now() - begun).toBeLessThan(10_000);
});
