import { ConsoleLogger } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';

import { createApplication } from '../create-application';
import { HealthModule } from './health.module';
import { type Readiness, readinessOf } from './readiness';

const contentType = 'text/plain; version=0.0.4; charset=utf-8';
const text = '# HELP up Up\n# TYPE up gauge\nup 1\n';

let app: NestFastifyApplication;
let readiness: Promise<Readiness>;
let seen = 0;

beforeAll(async () => {
  const metrics = (): Promise<{ contentType: string; text: string }> => {
    seen += 1;
    return Promise.resolve({ contentType, text });
  };
  app = await createApplication(
    HealthModule.with(() => readiness, metrics),
    { logger: new ConsoleLogger({ logLevels: [] }) },
  );
  await app.init();
});
afterAll(() => app.close());

const get = (url: string) => app.inject({ method: 'GET', url });

describe('A process', () => {
  it('is alive while it answers, even when no store ever does', async () => {
    readiness = new Promise(() => undefined);
    const { statusCode, body } = await get('/health/live');
    expect([statusCode, body]).toEqual([200, '{"status":"alive"}']);
  });

  it('is ready with 200 when every part is, otherwise not with 503', async () => {
    readiness = Promise.resolve(readinessOf({ a: { ready: true }, b: { ready: true } }));
    const ready = await get('/health/ready');
    expect([ready.statusCode, ready.json()]).toMatchObject([200, { ready: true, degraded: false }]);
    readiness = Promise.resolve(readinessOf({ a: { ready: true }, b: { ready: false } }));
    const unready = await get('/health/ready');
    expect([unready.statusCode, unready.json()]).toMatchObject([503, { ready: false }]);
  });

  it('stays ready when a part is degraded, and says so', async () => {
    readiness = Promise.resolve(readinessOf({ a: { ready: true, degraded: true } }));
    const { statusCode, body } = await get('/health/ready');
    expect([statusCode, JSON.parse(body)]).toMatchObject([200, { ready: true, degraded: true }]);
  });

  it('tells its metrics as text that no cache keeps, read afresh each time', async () => {
    const before = seen;
    await get('/metrics');
    const { statusCode, headers, body } = await get('/metrics');
    expect([statusCode, body, seen - before]).toEqual([200, text, 2]);
    expect(headers).toMatchObject({ 'content-type': contentType, 'cache-control': 'no-store' });
  });
});
