import type { ActionPlanAdopted } from '@jejak/domain/plan/events';
import type { PactDrafted, PactPublished } from '@jejak/domain/pact/events';
import type { RegionRecoded } from '@jejak/domain/region/events';
import { ViewBeingBuilt } from '@jejak/projection';
import { bantenRegions, bantenScores } from '@jejak/views/testing/banten';
import { recorded } from '@jejak/views/testing/recorded';

import { standingsOf } from '../testing/fakes';
import { queryApiOver, type QueryApi } from '../testing/query-api';
import { regionSections } from './sections';

const drafted: PactDrafted = {
  type: 'PactDrafted',
  data: {
    pact: 'kota-serang-2022',
    region: '36.73',
    textVersion: '2011',
    occasion: 'Zona Integritas',
    date: '2022-06-23',
    place: null,
    symbolicSigners: [],
    source: null,
  },
};
const published: PactPublished = {
  type: 'PactPublished',
  data: {
    pact: 'kota-serang-2022',
    publishedOn: '2022-07-01',
    publicationReference: 'https://serangkota.go.id',
  },
} as PactPublished;
const adopted: ActionPlanAdopted = {
  type: 'ActionPlanAdopted',
  data: {
    plan: '36.73-2022',
    region: '36.73',
    period: '2022',
    decree: null,
    source: null,
    announcedItemCount: null,
    checkpoints: [],
    checkpointPolicy: null,
    items: [],
  },
};
const log = recorded([
  ...bantenRegions,
  ...bantenScores,
  { stream: 'pact-kota-serang-2022', event: drafted },
  { stream: 'pact-kota-serang-2022', event: published },
  { stream: 'plan-36.73-2022', event: adopted },
]);

interface Section {
  readonly status: string;
  readonly items?: readonly Record<string, unknown>[];
  readonly reason?: string;
  readonly more: string;
}

describe('GET /v1/regions/{code}/page', () => {
  let api: QueryApi;
  beforeAll(async () => {
    api = await queryApiOver(log);
  });
  afterAll(() => api.close());

  const page = async (query = '') => {
    const { status, body } = await api.get(`/v1/regions/36.73/page${query}`);
    expect(status).toBe(200);
    return { ...body, sections: body['sections'] as Record<string, Section> };
  };

  it('shows the region with a section for each kind of record, as of today', async () => {
    const { sections, ...body } = await page();
    expect(body).toMatchObject({ region: { name: 'Kota Serang' }, isValid: true });
    expect(Object.keys(sections)).toEqual(expect.arrayContaining(['scores', 'pacts', 'plans']));
    expect(sections['scores']?.items).toContainEqual(
      expect.objectContaining({ instrument: 'MCP', year: 2019, value: '63', status: 'final' }),
    );
    expect(sections['pacts']).toMatchObject({
      status: 'answered',
      items: [{ state: 'published' }],
      more: '/v1/pacts?region=36.73',
    });
    expect(sections['plans']).toMatchObject({ items: [{ plan: '36.73-2022' }] });
  });

  it('shows the score that held and the pact as it stood on a past day', async () => {
    const { sections } = await page('?asOf=2022-06-25');
    const values = sections['scores']?.items?.map(({ year, value }) => [year, value]);
    expect(values).toEqual([[2019, '63']]);
    expect(sections['pacts']?.items).toMatchObject([{ state: 'drafted', publishedOn: null }]);
    expect((await page('?asOf=2019-11-01')).sections).toMatchObject({
      scores: { items: [{ value: '29', asOf: '2019-10-30' }] },
      pacts: { items: [] },
    });
  });

  it("says where a view cannot tell, and does not show today's records instead", async () => {
    const { plans } = (await page('?asOf=2022-06-25')).sections;
    expect(plans).toMatchObject({ status: 'unanswered', more: '/v1/plans?region=36.73' });
    expect(plans?.reason).toContain('changed after 2022-06-25');
    expect(plans).not.toHaveProperty('items');
  });

  it('gives with every section an address that answers', async () => {
    const { sections } = await page();
    expect(Object.keys(sections)).toHaveLength(regionSections.length);
    for (const { status, more } of Object.values(sections)) {
      expect([more, status, (await api.get(more)).status]).toEqual([more, 'answered', 200]);
    }
  });

  it('leaves a section unanswered while its view is built, and answers with the rest', async () => {
    const standings = standingsOf(log);
    const standing: typeof standings.standing = (view) =>
      view.name === 'pact-register'
        ? Promise.reject(new ViewBeingBuilt({ name: 'pact-register', version: 2 }, 7))
        : standings.standing(view);
    const building = await queryApiOver(log, { ...standings, standing });
    const { body } = await building.get('/v1/regions/36.73/page');
    expect(body['sections']).toMatchObject({
      pacts: { status: 'unanswered', reason: expect.stringContaining('Version 2') },
      scores: { status: 'answered' },
    });
    await building.close();
  });

  it('shows a province with what is its own, not with what is recorded of its regions', async () => {
    const { status, body } = await api.get('/v1/regions/36/page');
    expect([status, body['region']]).toEqual([200, expect.objectContaining({ code: '36' })]);
    expect(body['sections']).toMatchObject({
      scores: { items: [{ instrument: 'SPI', year: 2024, value: '71.21' }] },
      pacts: { items: [], more: '/v1/pacts?region=36' },
    });
  });

  it('shows a recoded region under its new code with everything recorded under the first', async () => {
    const recoded: RegionRecoded = {
      type: 'RegionRecoded',
      data: {
        ...{ region: '36.73', code: '36.75', validFrom: '2025-01-01', previous: '36.73' },
        ...{ name: 'Kota Serang', level: 'city', parent: '36', legalBasis: 'A decree' },
        source: null,
      },
    };
    const renamed = await queryApiOver(
      recorded([
        ...[...bantenRegions, ...bantenScores],
        { stream: 'region-36.73', event: recoded },
        { stream: 'pact-kota-serang-2022', event: drafted },
      ]),
    );
    for (const [code, asOf] of [
      ['36.75', '2026-01-06'],
      ['36.73', '2024-12-31'],
    ]) {
      const { body } = await renamed.get(`/v1/regions/${code}/page?asOf=${asOf}`);
      expect(body).toMatchObject({
        ...{ region: { id: '36.73', code }, isValid: true },
        sections: {
          scores: { items: expect.arrayContaining([expect.objectContaining({ year: 2022 })]) },
          pacts: { items: [{ pact: 'kota-serang-2022' }], more: '/v1/pacts?region=36.73' },
        },
      });
    }
    await renamed.close();
  });

  it('knows no region that nobody registered, and no day to come', async () => {
    expect((await api.get('/v1/regions/36.99/page')).status).toBe(404);
    const future = await api.get('/v1/regions/36.73/page?asOf=2999-01-01');
    expect([future.status, future.body['field']]).toEqual([400, 'asOf']);
    expect((await api.get('/v1/regions/serang/page')).body['field']).toBe('code');
  });
});
