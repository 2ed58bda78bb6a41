import type { ActionPlanAdopted } from '@jejak/domain/plan/events';
import type { PactDrafted } from '@jejak/domain/pact/events';
import { ViewBeingBuilt, type ParkedNotice } from '@jejak/projection';
import { trailId } from '@jejak/views';
import { bantenLog } from '@jejak/views/testing/banten';
import { recorded } from '@jejak/views/testing/recorded';

import { standingsOf } from '../testing/fakes';
import { queryApiOver, type QueryApi } from '../testing/query-api';

const drafted = (pact: string): { stream: string; event: PactDrafted } => ({
  stream: `pact-${pact}`,
  event: {
    type: 'PactDrafted',
    data: {
      ...{ pact, region: '36.04', textVersion: '2011', occasion: 'Zona Integritas' },
      ...{ date: '2022-06-23', place: null, symbolicSigners: [], source: null },
    },
  },
});
const adopted: ActionPlanAdopted = {
  type: 'ActionPlanAdopted',
  data: {
    ...{ plan: 'p', region: '36', period: '2017', decree: null, source: null },
    ...{ announcedItemCount: 0, items: [], checkpoints: [], checkpointPolicy: null },
  },
};

const notice = (kind: ParkedNotice['kind'], key: string, revision = 2n): ParkedNotice => ({
  ...{ kind, key, stream: `pact-${key}`, revision, type: 'PactSigned' },
  since: '2026-01-06T00:00:00.000Z',
});
const shown = (kind: ParkedNotice['kind'], key: string, revision = '2') => ({
  ...{ kind, stream: `pact-${key}`, revision, type: 'PactSigned' },
  since: '2026-01-06T00:00:00.000Z',
});

describe('A reply that leaves out parked events', () => {
  const log = recorded([...['a', 'b', 'd'].map(drafted), { stream: 'plan-p', event: adopted }]);
  const parked = {
    'pact-register': [notice('document', 'b', 2n ** 60n), notice('document', 'c')],
    'plan-progress': [notice('stream', 'x')],
    'audit-trail': [notice('event', trailId({ commit: 250n, prepare: 250n }))],
    ranking: [notice('document', 'MCP/2019/36'), notice('stream', 'y')],
    'region-directory': [notice('stream', 'y'), notice('document', '36')],
  };
  let api: QueryApi;
  beforeAll(async () => {
    api = await queryApiOver(log, standingsOf(log, parked));
  });
  afterAll(() => api.close());

  const parkedIn = async (url: string) => (await api.get(url)).body['parked'];

  it('names them, for one document', async () => {
    const { status, body } = await api.get('/v1/pacts/b');
    expect(status).toBe(200);
    expect(body['parked']).toEqual([shown('document', 'b', (2n ** 60n).toString())]);
  });

  it('says nothing where no document of it is concerned', async () => {
    expect((await api.get('/v1/pacts/a')).body).not.toHaveProperty('parked');
  });

  it('is a problem, and no 404, when the document is not there because of one', async () => {
    const { status, headers, body } = await api.get('/v1/pacts/c');
    expect([status, headers['retry-after']]).toEqual([503, '60']);
    expect(body).toMatchObject({
      code: 'view.parked',
      detail:
        'The pact c cannot be shown: event 2 of pact-c (PactSigned) is parked since 2026-01-06T00:00:00.000Z.',
    });
    expect((await api.get('/v1/pacts/e')).status).toBe(404);
  });

  it('names them on the page where they belong, missing documents included', async () => {
    const pages: unknown[] = [];
    for (let next: unknown = '/v1/pacts?limit=1'; typeof next === 'string';) {
      const { body } = await api.get(next);
      pages.push([(body['items'] as { pact: string }[])[0]?.pact, body['parked']]);
      next = body['next'];
    }
    expect(pages).toEqual([
      ['a', undefined],
      ['b', [shown('document', 'b', (2n ** 60n).toString())]],
      ['d', [shown('document', 'c')]],
    ]);
  });

  it('names the rows that the trail lacks, in either order', async () => {
    const row = [shown('event', trailId({ commit: 250n, prepare: 250n }))];
    expect(await parkedIn('/v1/audit/trail')).toEqual(row);
    expect(await parkedIn('/v1/audit/trail?order=asc&limit=1')).toBeUndefined();
    expect(await parkedIn('/v1/audit/trail?order=asc&limit=2')).toBeUndefined();
    expect(await parkedIn('/v1/audit/trail?order=asc&limit=3')).toEqual(row);
    expect(await parkedIn('/v1/audit/trail?limit=2')).toBeUndefined();
    expect(await parkedIn('/v1/audit/trail?limit=3')).toEqual(row);
  });

  it('names a parked stream in every reply of the view', async () => {
    expect(await parkedIn('/v1/plans')).toEqual([shown('stream', 'x')]);
    expect(await parkedIn('/v1/plans/p')).toEqual([shown('stream', 'x')]);
  });

  it('names each once, from all the views it was made of', async () => {
    const url = '/v1/rankings?instrument=MCP&year=2019&province=36';
    expect(await parkedIn(url)).toEqual([
      shown('stream', 'y'),
      shown('document', '36'),
      shown('document', 'MCP/2019/36'),
    ]);
    expect(await parkedIn('/v1/regions?province=12')).toEqual([shown('stream', 'y')]);
  });
});

describe('A view that cannot be read yet', () => {
  const log = bantenLog();
  const standings = standingsOf(log);
  const of = (events: number | null): Promise<QueryApi> => {
    const standing: typeof standings.standing = (view) =>
      view.name === 'ranking'
        ? Promise.reject(new ViewBeingBuilt({ name: 'ranking', version: 2 }, events))
        : standings.standing(view);
    return queryApiOver(log, { ...standings, standing, waitFor: standing });
  };
  const url = '/v1/rankings?instrument=MCP&year=2019&province=36';

  it('is a problem that says how far it is, and other views answer', async () => {
    const api = await of(70);
    for (const headersSent of [undefined, { 'jejak-after': '1/1' }]) {
      const { status, headers, body } = await api.get(url, headersSent);
      expect([status, headers['retry-after']]).toEqual([503, '10']);
      expect(body).toMatchObject({
        code: 'view.being-built',
        detail:
          'Version 2 of the view ranking is not there to be read: its build has handled 70 events so far.',
      });
    }
    expect((await api.get('/v1/regions')).status).toBe(200);
    await api.close();
  });

  it('says so when nobody has begun to build it', async () => {
    const api = await of(null);
    expect((await api.get(url)).body).toMatchObject({
      detail: 'Version 2 of the view ranking is not there to be read: its build has not begun.',
    });
    await api.close();
  });
});
