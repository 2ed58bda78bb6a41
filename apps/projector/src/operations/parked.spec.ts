import { mostWaitingCounted } from '@jejak/client';
import { type ParkedEntry, mostCounted } from '@jejak/projection';

import { build, parkedAt } from './testing/fake-projection';
import { useOperationsApi } from './testing/use-operations-api';

const { api, call } = useOperationsApi();

const far = 2n ** 62n;

describe('the event at which a build has stopped', () => {
  const generation = { name: 'ranking', version: 3, build: 3 };
  const stopped = (): ParkedEntry => ({ ...parkedAt('36', 1n), generation, holdsUp: 'build' });

  it('is not counted among the parked ones of its view', async () => {
    api.projection.under = { ...build, state: 'failed' };
    api.projection.entries = [parkedAt('36', 1n), stopped()];
    expect((await call('GET', '/v1/projections')).body).toMatchObject({
      items: [{ view: 'pact-register' }, { view: 'ranking', parked: 1 }],
    });
  });

  it('is listed beside the same event parked, told apart, however short the pages are', async () => {
    api.projection.entries = [stopped(), parkedAt('36', 1n)];
    const first = await call('GET', '/v1/projections/parked?limit=1');
    expect(first.body).toMatchObject({ items: [{ key: '36', holdsUp: 'live', build: 2 }] });
    const second = await call('GET', String(first.body['next']));
    expect(second.body).toMatchObject({ items: [{ key: '36', holdsUp: 'build', build: 3 }] });
  });
});

describe('parked events', () => {
  it.each(['MCP/2019/36', '..//36.73', 'a b?c#d&e=%2F', 'Désa/Ñ', '0001/0002', 'x'.repeat(450)])(
    'are found by any key, percent-encoded: %s',
    async (key) => {
      api.projection.entries = [parkedAt(key, far)];
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
      expect(api.projection.asked).toEqual([['retry', 'ranking', { kind: 'document', key }]]);
    },
  );

  it('that hold up a stream say how many wait, and null where nobody knows', async () => {
    const entry = { ...parkedAt('pact-x', 1n), waiting: null };
    api.projection.entries = [
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
    api.projection.entries = [parkedAt('MCP/2019/36', 1n)];
    expect(await call('POST', url)).toMatchObject({
      status: 200,
      body: { released: false, parked: { key: 'MCP/2019/36', event: { position: '1/1' } } },
    });
    api.projection.entries = [];
    expect((await call('POST', url)).body).toEqual({ released: true, parked: null });
  });

  it('can be seen as they are stored, while the event store has them', async () => {
    const url = '/v1/projections/ranking/parked/document/MCP%2F2019%2F36/stored';
    expect((await call('GET', url)).body).toMatchObject({ code: 'projection.not-parked' });
    api.projection.entries = [parkedAt('MCP/2019/36', 1n)];
    expect(await call('GET', url)).toMatchObject({
      status: 404,
      body: { code: 'resource.not-found', detail: expect.stringContaining('MCP/2019/36') },
    });
    const { id, stream, revision, position } = api.projection.entries[0]!.event;
    const place = { id, stream, revision, position, type: 'MoonLanded' };
    const [data, metadata] = [{ on: 'the moon' }, { schemaVersion: 2 }];
    api.projection.stored = { ...place, isJson: true, data, metadata, unreadable: 'unknown type' };
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
    api.projection.entries = [
      parkedAt('z', 1n, 'pact-register'),
      ...keys.map((key, index) => parkedAt(key, index < 2 ? 2n : BigInt(index * 10))),
    ].reverse();
    const seen: unknown[] = [];
    for (let next: unknown = '/v1/projections/parked?limit=2'; typeof next === 'string';) {
      const { body } = await call('GET', next);
      const items = body['items'] as readonly { readonly key: string }[];
      seen.push(...items.map(({ key }) => key));
      api.projection.entries = api.projection.entries.filter(({ key }) => key !== items[0]?.key);
      next = body['next'];
    }
    expect(seen).toEqual(['z', ...keys]);
  });

  it('are listed for one view, from page to page', async () => {
    api.projection.entries = [
      parkedAt('z', 1n, 'pact-register'),
      parkedAt('a', 2n),
      parkedAt('b', 3n),
    ];
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
