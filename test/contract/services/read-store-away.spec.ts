import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { openBuiltInIssuer } from '@jejak/access';
import { startEmbeddedReadStore, type EmbeddedReadStore } from '@jejak/embedded-read-store';

import { startEventStoreUnderTest, type EventStoreUnderTest } from '../event-store-under-test';
import { runApp, type ServiceProcess } from './processes';

// Every process compiles its sources when it starts.
jest.setTimeout(120_000);

/** Milliseconds in which whoever asks learns that the read store is away, on a busy machine. */
const soon = 7_500;

let eventStore: EventStoreUnderTest;
let directory: string;
let readStore: EmbeddedReadStore;
let queryApi: ServiceProcess;
let projector: ServiceProcess;
let queries: string;
let operations: string;
let token: string;

/** The read store on its directory, where the processes look for it. */
async function begin(port: number): Promise<void> {
  readStore = await startEmbeddedReadStore({ directory: join(directory, 'views'), port });
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jejak-away-'));
  const issuer = await openBuiltInIssuer({ directory });
  token = await issuer.issueToken({ as: 'maintainer', regions: ['*'] });
  eventStore = await startEventStoreUnderTest();
  // Only to find an address; the processes start before anybody answers there.
  await begin(0);
  await readStore.stop();
  const environment = {
    EVENTSTORE_URL: eventStore.connectionString,
    MONGODB_URL: readStore.connectionString,
    MONGODB_DATABASE: `away-${randomUUID().slice(0, 8)}`,
    JEJAK_DATA: directory,
    JEJAK_LOG_LEVEL: 'fatal',
  };
  queryApi = runApp('query-api', environment);
  projector = runApp('projector', environment);
  queries = (await queryApi.started).url;
  operations = (await projector.started).url;
});

afterAll(async () => {
  await Promise.all([queryApi.kill('SIGKILL'), projector.kill('SIGKILL')]);
  await Promise.all([readStore.stop(), eventStore.stop()]);
  await rm(directory, { recursive: true, force: true });
});

async function ask(address: string, init: RequestInit = {}) {
  const began = performance.now();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(address, { headers, ...init });
  const body = (await response.json()) as Record<string, unknown>;
  const retryAfter = response.headers.get('retry-after');
  const milliseconds = performance.now() - began;
  return { status: response.status, code: body['code'] ?? null, retryAfter, milliseconds };
}

const away = {
  status: 503,
  // Operations say what it means for the projection where they know it.
  code: expect.stringMatching(/^(read-store.unavailable|projection.not-following)$/),
  retryAfter: '2',
  milliseconds: expect.any(Number),
};

async function expectAway(address: string, init?: RequestInit): Promise<void> {
  const answer = await ask(address, init);
  expect([address, answer]).toEqual([address, away]);
  expect(answer.milliseconds).toBeLessThan(soon);
}

/** Asks until the answer is 200; any other must be one of those that say "not now". */
async function untilServed(address: string): Promise<void> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const { status } = await ask(address);
    if (status === 200) return;
    expect([address, status]).toEqual([address, 503]);
    if (performance.now() > deadline) throw new Error(`${address} is not served again`);
    await sleep(100);
  }
}

const rebuild = { method: 'POST', body: '{"purpose":"rebuild"}' };

async function expectServed(): Promise<void> {
  await Promise.all([
    untilServed(`${queries}/v1/regions`),
    untilServed(`${queries}/health/ready`),
    untilServed(`${operations}/v1/projections`),
    untilServed(`${operations}/health/ready`),
  ]);
}

it('A read store that has never answered makes queries 503, and both processes not ready', async () => {
  await Promise.all([expectAway(`${queries}/v1/regions`), expectAway(`${queries}/v1/audit/trail`)]);
  expect((await ask(`${queries}/health/ready`)).status).toBe(503);
  expect((await ask(`${operations}/health/ready`)).status).toBe(503);
});

it('Processes that were started before their read store serve when it appears', async () => {
  await begin(readStore.port);
  await expectServed();
});

it('A read store that goes away makes queries and operations 503, within seconds', async () => {
  await readStore.stop();
  await Promise.all([
    expectAway(`${queries}/v1/regions`),
    expectAway(`${queries}/v1/regions`, { headers: { 'jejak-after': '1/1' } }),
    expectAway(`${operations}/v1/projections`),
    expectAway(`${operations}/v1/projections/parked`),
    expectAway(`${operations}/v1/projections/ranking/build`, rebuild),
  ]);
  // What asks no read store is answered all the same.
  expect((await ask(`${operations}/v1/projections/ranking/build`)).status).toBe(404);
  const portal = await fetch(`${queries}/`);
  expect([portal.status, await portal.json()]).toMatchObject([503, { code: away.code }]);
});

it('and when it is there again on its directory, everything is served as before', async () => {
  await begin(readStore.port);
  await expectServed();
  const built = await ask(`${operations}/v1/projections/ranking/build`, rebuild);
  expect(built.status).toBe(202);
});
