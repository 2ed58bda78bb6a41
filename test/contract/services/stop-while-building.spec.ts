import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { openBuiltInIssuer } from '@jejak/access';
import type { BuildReply } from '@jejak/client';
import type { JejakEvent } from '@jejak/domain';

import { startStores, type Stores } from '../projection/stores';
import { runApp, type ServiceProcess } from './processes';

// Every process compiles its sources when it starts.
jest.setTimeout(120_000);

const events = 3_000;
/** Events a second: the build takes a minute, unless it is told to go on as fast as it can. */
const throttle = 50;

const region = (index: number): JejakEvent => ({
  type: 'RegionRegistered',
  data: {
    code: String(10 + (index % 80)),
    name: `Provinsi ${index}`,
    level: 'province',
    parent: null,
    validFrom: null,
    validUntil: null,
    subdivisions: null,
    source: null,
  },
});

let stores: Stores;
let directory: string;
let projector: ServiceProcess | undefined;
let url: string;
let token: string;
let environment: Record<string, string>;

async function start(): Promise<void> {
  projector = runApp('projector', environment);
  url = (await projector.started).url;
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jejak-building-'));
  const issuer = await openBuiltInIssuer({ directory });
  token = await issuer.issueToken({ as: 'maintainer', regions: ['*'] });
  stores = await startStores();
  for (let first = 0; first < events; first += 500) {
    const indexes = Array.from({ length: 500 }, (_, index) => first + index);
    await stores.record(...indexes.map(region));
  }
  environment = {
    EVENTSTORE_URL: stores.eventStore.connectionString,
    MONGODB_URL: stores.readStore.connectionString,
    MONGODB_DATABASE: stores.database().databaseName,
    JEJAK_DATA: directory,
  };
  await start();
});

afterAll(async () => {
  await projector?.kill('SIGKILL');
  await stores.stop();
  await rm(directory, { recursive: true, force: true });
});

async function build(body?: object): Promise<BuildReply | null> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const asked = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(`${url}/v1/projections/audit-trail/build`, { headers, ...asked });
  return response.ok ? ((await response.json()) as BuildReply) : null;
}

/** Asks until it is as it should be. */
async function until<Thing>(
  what: string,
  ask: () => Promise<Thing>,
  isIt: (thing: Thing) => boolean,
): Promise<Thing> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const thing = await ask();
    if (isIt(thing)) return thing;
    if (performance.now() > deadline) throw new Error(`${what}: ${JSON.stringify(thing)}`);
    await sleep(50);
  }
}

const isReady = async (): Promise<boolean> => (await fetch(`${url}/health/ready`)).ok;

it('SIGTERM ends a projector within 5 s also while a build is filling, and the build goes on', async () => {
  await until('ready', isReady, Boolean);
  const asked = await build({ purpose: 'rebuild', throttle });
  await until('filling', build, (status) => status?.state === 'filling' && status.events > 0);
  const metrics = await (await fetch(`${url}/metrics`)).text();
  expect(metrics).toMatch(
    /jejak_view_build_state\{view="audit-trail",[^}]*purpose="rebuild",state="filling"\} 1/,
  );
  const begun = performance.now();
  expect(await projector?.kill('SIGTERM')).toEqual({ code: 0, standardError: '' });
  expect(performance.now() - begun).toBeLessThan(5_000);

  await start();
  const goesOn = await until('goes on', build, (status) => status !== null);
  expect(goesOn).toMatchObject({ build: asked?.build, purpose: 'rebuild', state: 'filling' });
  await until(
    'unthrottled',
    () => build({ purpose: 'rebuild' }),
    (status) => status?.throttle === null,
  );
  const ready = await until('built', build, (status) => status?.state === 'ready');
  expect(ready).toMatchObject({ events, difference: { changed: 0, onlyLive: 0, onlyNext: 0 } });
});

it('SIGTERM ends a projector within 5 s also while every view is being built as fast as it goes', async () => {
  const names = ['ranking', 'region-directory', 'pact-register', 'plan-progress'];
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const asked = await Promise.all(
    names.map((name) =>
      fetch(`${url}/v1/projections/${name}/build`, {
        method: 'POST',
        headers,
        body: '{"purpose":"rebuild"}',
      }),
    ),
  );
  expect(asked.map(({ status }) => status)).toEqual(names.map(() => 202));
  const begun = performance.now();
  expect((await projector?.kill('SIGTERM'))?.code).toBe(0);
  expect(performance.now() - begun).toBeLessThan(5_000);
});
