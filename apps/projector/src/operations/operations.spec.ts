import { mostWaitingCounted } from '@jejak/client';
import { type OperationCode, type ParkedEntry, mostCounted } from '@jejak/projection';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import {
  type FakeProjection,
  build,
  createFakeProjection,
  parkedAt,
} from './testing/fake-projection';
import { operationsApiOver } from './testing/operations-api';

type Method = 'GET' | 'POST' | 'DELETE';

let projection: FakeProjection;
let app: NestFastifyApplication;

beforeEach(async () => {
  projection = createFakeProjection();
  app = await operationsApiOver(projection);
});
afterEach(() => app.close());

async function call(
  method: Method,
  url: string,
  payload?: object,
  token: string | null = 'maintainer',
) {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  const reply = await app.inject({ method, url, headers, ...(payload && { payload }) });
  const body: Record<string, unknown> = reply.body === '' ? {} : reply.json();
  return { status: reply.statusCode, headers: reply.headers, body };
}

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
    projection.under = build;
    expect(await call(method, url, undefined, token)).toMatchObject({ status, body: { code } });
    expect(projection.asked).toEqual([]);
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
    projection.under = build;
    projection.entries = [parkedAt('36', 1n), parkedAt('32', 2n)];
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

describe('the event at which a build has stopped', () => {
  const generation = { name: 'ranking', version: 3, build: 3 };
  const stopped = (): ParkedEntry => ({ ...parkedAt('36', 1n), generation, holdsUp: 'build' });

  it('is not counted among the parked ones of its view', async () => {
    projection.under = { ...build, state: 'failed' };
    projection.entries = [parkedAt('36', 1n), stopped()];
    expect((await call('GET', '/v1/projections')).body).toMatchObject({
      items: [{ view: 'pact-register' }, { view: 'ranking', parked: 1 }],
    });
  });

  it('is listed beside the same event parked, told apart, however short the pages are', async () => {
    projection.entries = [stopped(), parkedAt('36', 1n)];
    const first = await call('GET', '/v1/projections/parked?limit=1');
    expect(first.body).toMatchObject({ items: [{ key: '36', holdsUp: 'live', build: 2 }] });
    const second = await call('GET', String(first.body['next']));
    expect(second.body).toMatchObject({ items: [{ key: '36', holdsUp: 'build', build: 3 }] });
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
    expect(projection.asked).toEqual([
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
    expect(projection.asked).toEqual([]);
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
    projection.under = build;
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
    expect(projection.asked).toEqual([['cancel', 'ranking']]);
  });
});

describe.each<[Method, string]>([
  ['POST', `${page}/switch`],
  ['DELETE', page],
  ['POST', '/v1/projections/ranking/parked/document/36/retry'],
])('%s %s takes no body', (method, url) => {
  const json = { 'content-type': 'application/json', authorization: 'Bearer maintainer' };
  const sent = (payload: string) => app.inject({ method, url, headers: json, payload });

  it.each([
    [{ throttle: 5 }, 'request.unknown-field', 'throttle'],
    [{ purpose: 'rollback', force: true }, 'request.unknown-field', undefined],
    [[], 'request.invalid', undefined],
    [null, 'request.invalid', undefined],
  ])('and does nothing when it gets %j', async (body, code, field) => {
    const reply = await sent(JSON.stringify(body));
    expect([reply.statusCode, reply.json()]).toMatchObject([400, { code }]);
    expect(reply.json<{ field?: string }>().field).toBe(field);
    expect(projection.asked).toEqual([]);
  });

  it.each(['', '{}'])('nor minds one without fields: %j', async (payload) => {
    expect((await sent(payload)).statusCode).toBeLessThan(300);
    expect(projection.asked).toHaveLength(1);
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
    projection.refuse(code);
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

describe('parked events', () => {
  it.each(['MCP/2019/36', '..//36.73', 'a b?c#d&e=%2F', 'Désa/Ñ', '0001/0002', 'x'.repeat(450)])(
    'are found by any key, percent-encoded: %s',
    async (key) => {
      projection.entries = [parkedAt(key, far)];
      const url = `/v1/projections/ranking/parked/document/${encodeURIComponent(key)}`;
      expect(await call('GET', url)).toMatchObject({
        status: 200,
        body: {
          view: 'ranking',
          kind: 'document',
          key,
          event: {
            id: '0d8f6a3c-5c1e-5b7a-9a43-7f0f5a4c2e11',
            stream: 'pact-serang-2025',
            revision: String(far),
            position: `${far}/${far}`,
            type: 'PactSigned',
          },
          error: 'the pact is not drafted',
          attempts: 3,
          waiting: 2,
        },
      });
      await call('POST', `${url}/retry`);
      expect(projection.asked).toEqual([['retry', 'ranking', { kind: 'document', key }]]);
    },
  );

  it('that hold up a stream say how many wait, and null where nobody knows', async () => {
    const entry = { ...parkedAt('pact-x', 1n), waiting: null };
    projection.entries = [
      { ...entry, kind: 'stream' },
      { ...entry, kind: 'document', key: 'zones' },
    ];
    expect((await call('GET', '/v1/projections/parked')).body).toMatchObject({
      items: [
        { key: 'zones', waiting: null },
        { key: 'pact-x', waiting: 7 },
      ],
    });
    const url = '/v1/projections/ranking/parked/stream/pact-x';
    expect((await call('GET', url)).body).toMatchObject({ waiting: 7 });
    expect((await call('POST', `${url}/retry`)).body).toMatchObject({ parked: { waiting: 7 } });
  });

  it('are counted as far as readers of the count are told', () => {
    expect(mostWaitingCounted).toBe(mostCounted);
  });

  it('say after a retry whether they are released, and what is parked if not', async () => {
    const url = '/v1/projections/ranking/parked/document/MCP%2F2019%2F36/retry';
    projection.entries = [parkedAt('MCP/2019/36', 1n)];
    expect(await call('POST', url)).toMatchObject({
      status: 200,
      body: { released: false, parked: { key: 'MCP/2019/36', event: { position: '1/1' } } },
    });
    projection.entries = [];
    expect((await call('POST', url)).body).toEqual({ released: true, parked: null });
  });

  it('can be seen as they are stored, while the event store has them', async () => {
    const url = '/v1/projections/ranking/parked/document/MCP%2F2019%2F36/stored';
    expect((await call('GET', url)).body).toMatchObject({ code: 'projection.not-parked' });
    projection.entries = [parkedAt('MCP/2019/36', 1n)];
    expect(await call('GET', url)).toMatchObject({
      status: 404,
      body: { code: 'resource.not-found', detail: expect.stringContaining('MCP/2019/36') },
    });
    const { id, stream, revision, position } = projection.entries[0]!.event;
    const place = { id, stream, revision, position, type: 'MoonLanded' };
    const [data, metadata] = [{ on: 'the moon' }, { schemaVersion: 2 }];
    projection.stored = { ...place, isJson: true, data, metadata, unreadable: 'unknown type' };
    expect(await call('GET', url)).toMatchObject({
      status: 200,
      body: {
        type: 'MoonLanded',
        schemaVersion: 2,
        data: { content: '{"on":"the moon"}' },
        unreadable: 'unknown type',
      },
    });
  });

  it('that are none are 404, and kinds there are not 400', async () => {
    const kind = (name: string) => call('GET', `/v1/projections/ranking/parked/${name}/36`);
    expect(await kind('stream')).toMatchObject({
      status: 404,
      body: { code: 'projection.not-parked' },
    });
    expect(await kind('row')).toMatchObject({ status: 400, body: { field: 'kind' } });
  });

  it('are paged by view and position, each once although others are released meanwhile', async () => {
    const keys = ['a', 'b', 'c', 'd', 'e'];
    projection.entries = [
      parkedAt('z', 1n, 'pact-register'),
      ...keys.map((key, index) => parkedAt(key, index < 2 ? 2n : BigInt(index * 10))),
    ].reverse();
    const seen: unknown[] = [];
    for (let next: unknown = '/v1/projections/parked?limit=2'; typeof next === 'string';) {
      const { body } = await call('GET', next);
      const items = body['items'] as readonly { readonly key: string }[];
      seen.push(...items.map(({ key }) => key));
      projection.entries = projection.entries.filter(({ key }) => key !== items[0]?.key);
      next = body['next'];
    }
    expect(seen).toEqual(['z', ...keys]);
  });

  it('are listed for one view, from page to page', async () => {
    projection.entries = [parkedAt('z', 1n, 'pact-register'), parkedAt('a', 2n), parkedAt('b', 3n)];
    const first = await call('GET', '/v1/projections/parked?view=ranking&limit=1');
    expect(first.body).toMatchObject({ items: [{ key: 'a' }] });
    const second = await call('GET', String(first.body['next']));
    expect(second.body).toMatchObject({ items: [{ key: 'b' }], next: null });
  });

  it.each(['limit=0', 'cursor=WzFd', 'cursor=WyJ4IiwiMSIsImEiLCJiIiwxXQ', 'views=ranking'])(
    'are not listed by %s',
    async (query) => {
      const { status, body } = await call('GET', `/v1/projections/parked?${query}`);
      expect([status, body['field']]).toEqual([400, query.split('=')[0]]);
    },
  );
});
