import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

import { runApp } from './processes';

// Every process compiles its sources when it starts.
jest.setTimeout(60_000);

/** Where nobody listens: port 1 needs rights that no test has. */
const nowhere = {
  EVENTSTORE_URL: 'esdb://admin:hunter2@127.0.0.1:1',
  MONGODB_URL: 'mongodb://admin:hunter2@127.0.0.1:1',
};

it('In production a service refuses to start and lists every missing name', async () => {
  expect(await runApp('command-api', { NODE_ENV: 'production' }).ended).toEqual({
    code: 1,
    standardError:
      'These settings are missing: ' +
      'EVENTSTORE_URL, JEJAK_JWKS_URL, JEJAK_TOKEN_ISSUER, JEJAK_TOKEN_AUDIENCE.\n',
  });
});

it('A busy port is an error that names the port and the setting', async () => {
  const occupied = createServer().listen(0, '127.0.0.1');
  await once(occupied, 'listening');
  const { port } = occupied.address() as AddressInfo;
  try {
    const ended = await runApp('projector', { ...nowhere, JEJAK_PORT: String(port) }).ended;
    expect(ended.code).toBe(1);
    expect(ended.standardError).toContain(`Port ${port} on 127.0.0.1 is in use`);
    expect(ended.standardError).toContain('JEJAK_PORT');
    expect(ended.standardError.trim().split('\n')).toHaveLength(1);
  } finally {
    occupied.close();
  }
});

it('A service whose stores are away is alive, not ready, shows no password, stops with 0', async () => {
  const service = runApp('query-api', { ...nowhere, JEJAK_LOG_LEVEL: 'trace' });
  const started = await service.started;
  expect(started).toMatchObject({
    eventStore: 'esdb://127.0.0.1:1',
    readStore: 'mongodb://127.0.0.1:1',
  });
  expect((await fetch(`${started.url}/health/live`)).status).toBe(200);
  const ready = await fetch(`${started.url}/health/ready`);
  const said = await ready.text();
  expect(ready.status).toBe(503);
  expect(JSON.parse(said)).toMatchObject({
    ready: false,
    parts: { 'read store': { ready: false }, views: { ready: false } },
  });
  const { code, standardError } = await service.kill('SIGINT');
  expect(code).toBe(0);
  expect(standardError).not.toBe('');
  expect(JSON.stringify(started) + said + standardError).not.toContain('hunter2');
});
