import type { OperationCode } from '@jejak/projection';

import { build, createFakeProjection, parkedAt } from './testing/fake-projection';
import { operationsApiOver } from './testing/operations-api';
import { type Method, useOperationsApi } from './testing/use-operations-api';

const { api, call } = useOperationsApi();

const far = 2n ** 62n;
const at = `${far + 9n}/${far + 8n}`;
const page = '/v1/projections/ranking/build';

const routes: (readonly [Method, string])[] = [
  ['GET', '/v1/projections'],
  ['POST', page],
  ['GET', page],
  ['POST', `${page}/switch`],
  ['DELETE', page],
  ['GET', '/v1/projections/parked'],
  ['GET', '/v1/projections/ranking/parked/document/36'],
  ['GET', '/v1/projections/ranking/parked/document/36/stored'],
  ['POST', '/v1/projections/ranking/parked/document/36/retry'],
];

describe.each(routes)('%s %s', (method, url) => {
  it.each([
    [null, 401, 'access.token-missing'],
    ['forged', 401, 'access.token-invalid'],
    ['operator', 403, 'access.not-permitted'],
    ['local', 403, 'access.outside-jurisdiction'],
  ])('is closed to %s: %i %s', async (token, status, code) => {
    api.projection.under = build;
    expect(await call(method, url, undefined, token)).toMatchObject({ status, body: { code } });
    expect(api.projection.asked).toEqual([]);
  });

  it('is closed to everybody in an application that guards nothing', async () => {
    const open = await operationsApiOver(createFakeProjection(), { guarded: false });
    const headers = { authorization: 'Bearer maintainer' };
    expect((await open.inject({ method, url, headers })).statusCode).toBe(401);
    await open.close();
  });
});

describe('the list of views', () => {
  it('says of each where it stands, what is parked and what is built beside it', async () => {
    api.projection.under = build;
    api.projection.entries = [parkedAt('36', 1n), parkedAt('32', 2n)];
    const { status, body } = await call('GET', '/v1/projections');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      items: [
        { view: 'pact-register', position: null, parked: 0, next: null },
        { view: 'ranking', version: 3, state: 'live', position: at, parked: 2, next: { build: 2 } },
      ],
    });
  });
});

describe('a build', () => {
  it('is started with the throttle asked for and answered with 202', async () => {
    const reply = await call('POST', page, { purpose: 'rebuild', throttle: 500 });
    expect(reply).toMatchObject({
      status: 202,
      body: {
        view: 'ranking',
        version: 3,
        build: 2,
        state: 'ready',
        position: at,
        difference: { position: at, same: 11, examples: [{ id: '36.73', kind: 'changed' }] },
        error: { event: { revision: String(far), position: at } },
      },
    });
    await call('POST', page, { purpose: 'rebuild' });
    await call('POST', page, { purpose: 'rollback' });
    expect(api.projection.asked).toEqual([
      ['rebuild', 'ranking', { throttle: 500 }],
      ['rebuild', 'ranking', { throttle: null }],
      ['rollback', 'ranking'],
    ]);
  });

  it.each([
    [undefined, 'purpose'],
    [{}, 'purpose'],
    [{ purpose: 'new-version' }, 'purpose'],
    [{ purpose: 'rebuild', throttle: 0 }, 'throttle'],
    [{ purpose: 'rebuild', throttle: 1_000_001 }, 'throttle'],
    [{ purpose: 'rebuild', throttle: '5' }, 'throttle'],
    [{ purpose: 'rebuild', throttle: 1.5 }, 'throttle'],
    [{ purpose: 'rollback', throttle: 5 }, 'throttle'],
  ])('is not started by %j: %s is named', async (body, field) => {
    expect(await call('POST', page, body)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', field },
    });
    expect(api.projection.asked).toEqual([]);
  });

  it('is not started by an unknown field, and the nearest one is named', async () => {
    expect(await call('POST', page, { purpose: 'rebuild', throtle: 5 })).toMatchObject({
      status: 400,
      body: { code: 'request.unknown-field', errors: [{ field: 'throtle', nearest: 'throttle' }] },
    });
  });

  it('is read while there is one', async () => {
    expect(await call('GET', page)).toMatchObject({
      status: 404,
      body: { code: 'projection.no-build', detail: expect.stringContaining('ranking') },
    });
    api.projection.under = build;
    expect(await call('GET', page)).toMatchObject({ status: 200, body: { state: 'ready' } });
  });

  it('is switched to, which names what is live from then on', async () => {
    expect(await call('POST', `${page}/switch`)).toMatchObject({
      status: 200,
      body: { generation: { view: 'ranking', version: 3, build: 3 } },
    });
  });

  it('is cancelled with 204', async () => {
    expect((await call('DELETE', page)).status).toBe(204);
    expect(api.projection.asked).toEqual([['cancel', 'ranking']]);
  });
});

describe.each<[Method, string]>([
  ['POST', `${page}/switch`],
  ['DELETE', page],
  ['POST', '/v1/projections/ranking/parked/document/36/retry'],
])('%s %s takes no body', (method, url) => {
  const json = { 'content-type': 'application/json', authorization: 'Bearer maintainer' };
  const sent = (payload: string) => api.app.inject({ method, url, headers: json, payload });

  it.each([
    [{ throttle: 5 }, 'request.unknown-field', 'throttle'],
    [{ purpose: 'rollback', force: true }, 'request.unknown-field', undefined],
    [[], 'request.invalid', undefined],
    [null, 'request.invalid', undefined],
  ])('and does nothing when it gets %j', async (body, code, field) => {
    const reply = await sent(JSON.stringify(body));
    expect([reply.statusCode, reply.json()]).toMatchObject([400, { code }]);
    expect(reply.json<{ field?: string }>().field).toBe(field);
    expect(api.projection.asked).toEqual([]);
  });

  it.each(['', '{}'])('nor minds one without fields: %j', async (payload) => {
    expect((await sent(payload)).statusCode).toBeLessThan(300);
    expect(api.projection.asked).toHaveLength(1);
  });

  it('says who may ask before it says what is wrong', async () => {
    expect((await call(method, url, { x: 1 }, 'operator')).status).toBe(403);
  });
});

describe('a refusal', () => {
  const codes: (readonly [OperationCode, number])[] = [
    ['projection.unknown-view', 404],
    ['projection.no-build', 404],
    ['projection.not-parked', 404],
    ['projection.written-elsewhere', 409],
    ['projection.build-under-way', 409],
    ['projection.build-not-ready', 409],
    ['projection.nothing-to-roll-back-to', 409],
  ];

  it.each(codes)('%s is answered with %i, what was said and a way out', async (code, status) => {
    api.projection.refuse(code);
    const reply = await call('POST', `${page}/switch`);
    expect(reply).toMatchObject({
      status,
      body: {
        type: `/problems/${code}`,
        code,
        detail: 'That cannot be done now.',
        fix: expect.stringMatching(/^[A-Z].+\.$/),
      },
    });
    const mayWait = ['projection.build-not-ready', 'projection.not-following'].includes(code);
    expect('retry-after' in reply.headers).toBe(mayWait);
  });

  it.each<[Method, string]>([
    ['GET', '/v1/projections/unheard-of/build'],
    ['GET', '/v1/projections/parked?view=unheard-of'],
    ['GET', '/v1/projections/unheard-of/parked/document/36'],
  ])('of a view that is not projected, also where nothing is changed: %s %s', async (...asked) => {
    expect(await call(...asked)).toMatchObject({
      status: 404,
      body: { code: 'projection.unknown-view' },
    });
  });
});
