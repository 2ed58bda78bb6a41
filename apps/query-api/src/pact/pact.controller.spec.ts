import type { PactDrafted } from '@jejak/domain/pact/events';
import { recorded } from '@jejak/views/testing/recorded';

import { queryApiOver, type QueryApi } from '../testing/query-api';

const drafted = (pact: string, region: string): { stream: string; event: PactDrafted } => ({
  stream: `pact-${pact}`,
  event: {
    type: 'PactDrafted',
    data: {
      pact,
      region,
      textVersion: '2011',
      occasion: 'Zona Integritas',
      date: '2022-06-23',
      place: null,
      symbolicSigners: [],
      source: null,
    },
  },
});

const log = recorded([
  drafted('banten-2022-06-24', '36'),
  drafted('serang-2022-06-23', '36.04'),
  drafted('serang-2023-06-23', '36.04'),
]);

describe('GET /v1/pacts', () => {
  let api: QueryApi;
  beforeAll(async () => {
    api = await queryApiOver(log);
  });
  afterAll(() => api.close());

  const idsOf = (body: Record<string, unknown>) =>
    (body['items'] as { pact: string }[]).map(({ pact }) => pact);

  it('lists the pacts of a region', async () => {
    const { body } = await api.get('/v1/pacts?region=36.04');
    expect(idsOf(body)).toEqual(['serang-2022-06-23', 'serang-2023-06-23']);
    expect(body).toMatchObject({ next: null, position: '300/300' });
  });

  it('pages through all of them by the links it gives', async () => {
    const seen: string[] = [];
    let next: unknown = '/v1/pacts?limit=1';
    while (typeof next === 'string') {
      const { status, body } = await api.get(next);
      expect(status).toBe(200);
      seen.push(...idsOf(body));
      next = body['next'];
    }
    expect(seen).toEqual(['banten-2022-06-24', 'serang-2022-06-23', 'serang-2023-06-23']);
  });

  it.each(['limit=0', 'limit=501', 'cursor=x', 'region=Serang'])('refuses %s', async (part) => {
    const { status, body } = await api.get(`/v1/pacts?${part}`);
    expect([status, body['field']]).toEqual([400, part.split('=')[0]]);
  });

  it('shows one pact, and 404 for one that is not there', async () => {
    const found = await api.get('/v1/pacts/serang-2022-06-23');
    expect(found.body).toMatchObject({ pact: 'serang-2022-06-23', state: 'drafted' });
    expect((await api.get('/v1/pacts/lebak-1999')).body).toMatchObject({
      status: 404,
      code: 'resource.not-found',
      detail: 'There is no pact lebak-1999.',
    });
  });

  it('refuses query parameters on one pact', async () => {
    const { status, body } = await api.get('/v1/pacts/serang-2022-06-23?verbose=1');
    expect([status, body['field']]).toEqual([400, 'verbose']);
  });
});
