import { openSampleApi, type SampleApi } from './sample-api';

let api: SampleApi;

beforeAll(async () => {
  api = await openSampleApi();
});

afterAll(() => api.app.close());

describe('what goes wrong', () => {
  it('logs an error nobody foresaw with its correlation id, and tells nothing of it', async () => {
    const logged: unknown[] = [];
    const ignore = (): void => undefined;
    const error = (entry: unknown): number => logged.push(entry);
    const listening = await openSampleApi({ log: ignore, warn: ignore, error });
    const { status, body } = await listening.get('/crash?token=t', {
      'x-correlation-id': 'audit-2026-0001',
    });
    await listening.app.close();
    expect(status).toBe(500);
    expect(body).toMatchObject({ code: 'server.unexpected', correlationId: 'audit-2026-0001' });
    expect(JSON.stringify(body)).not.toMatch(/hunter2|secret|stack/);
    expect(logged).toEqual([
      {
        message: 'GET /crash was answered with server.unexpected',
        code: 'server.unexpected',
        correlationId: 'audit-2026-0001',
        err: expect.objectContaining({ message: expect.stringContaining('hunter2') }),
      },
    ]);
  });

  it('answers a refusal with the reason, the remedy and the field', async () => {
    expect(await api.get('/refused')).toMatchObject({
      status: 409,
      body: {
        type: '/problems/pact.witness-is-signer',
        title: 'Pact: witness is signer',
        detail: 'The witness has signed the pact.',
        fix: 'Name another witness.',
        field: 'witness',
      },
    });
  });

  it.each([
    ['/store', 503, 'store.unavailable', '2'],
    ['/unknown', 503, 'store.unknown-outcome', '1'],
  ])('says when to come back: %s', async (url, status, code, seconds) => {
    const reply = await api.get(url);
    expect(reply).toMatchObject({ status, body: { code }, headers: { 'retry-after': seconds } });
    expect(JSON.stringify(reply.body)).not.toContain('10.0.0.7');
  });

  it('sends the headers that belong to a problem', async () => {
    expect((await api.get('/token')).headers['www-authenticate']).toBe('Bearer');
  });

  it.each([
    ['/nowhere', 404, 'request.not-found'],
    ['/plans/%zz', 400, 'request.malformed-url'],
    ['/teapot', 400, 'request.invalid'],
  ])('answers %s with %i', async (url, status, code) => {
    const reply = await api.get(url);
    expect(reply).toMatchObject({ status, body: { code } });
    expect(reply.headers['x-content-type-options']).toBe('nosniff');
    expect(reply.headers['x-correlation-id']).toBe(reply.body.correlationId);
  });

  it('tells a wrong method from a wrong path', async () => {
    const reply = await api.call('DELETE', '/plans?x=1');
    expect(reply).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD, POST' },
      body: { code: 'request.method-not-allowed' },
    });
    expect((await api.call('PUT', '/problems/x')).status).toBe(405);
  });
});

describe('headers', () => {
  it('gives every reply the safe defaults', async () => {
    expect((await api.get('/plans')).headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    });
  });

  it('leaves alone what a route set itself', async () => {
    expect((await api.get('/page')).headers).toMatchObject({
      'content-security-policy': "default-src 'self'",
      'cache-control': 'max-age=60',
    });
  });

  it.each(['short', 'with space in it', 'x'.repeat(129), 'új-azonosító'])(
    'draws a fresh correlation id instead of %s',
    async (sent) => {
      const { headers } = await api.get('/plans', { 'x-correlation-id': sent });
      expect(headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});

describe('the catalogue', () => {
  it('explains the code of a problem, the domain’s among them', async () => {
    expect((await api.get('/problems/request.too-deep')).body).toMatchObject({
      code: 'request.too-deep',
      status: 400,
    });
    expect((await api.get('/problems/pact.witness-is-signer')).body).toMatchObject({ status: 409 });
    expect((await api.get('/problems')).body.problems.length).toBeGreaterThan(30);
  });

  it.each(['nonsense', 'constructor', '__proto__'])('knows no %s', async (code) => {
    expect(await api.get(`/problems/${code}`)).toMatchObject({
      status: 404,
      body: { code: 'resource.not-found' },
    });
  });
});
