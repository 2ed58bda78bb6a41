import { recorded } from '@jejak/views/testing/recorded';
import { frameworkFacts, scoreLog } from '@jejak/views/testing/score-log';

import { frameworkList } from '../framework/framework.list';
import { missingIndexes } from '../testing/list-indexes';
import { queryApiOver, type QueryApi } from '../testing/query-api';

let api: QueryApi;
beforeAll(async () => {
  api = await queryApiOver(scoreLog());
});
afterAll(() => api.close());

describe('GET /v1/scores/comparison', () => {
  const url = '/v1/scores/comparison?regions=36.72,36.73&instrument=mcp&year=2024';

  it('puts regions side by side in the order they were asked for', async () => {
    const { status, body } = await api.get(url);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      instrument: 'MCP',
      year: 2024,
      framework: { version: 1 },
      regions: [
        { code: '36.72', name: 'Kota Cilegon', score: { value: '83' } },
        { code: '36.73', name: 'Kota Serang', score: null },
      ],
      position: expect.stringContaining('/'),
    });
  });

  it('is a row for each area and region as CSV', async () => {
    const { text } = await api.get(`${url}&format=csv`);
    const [header, first] = text.split('\r\n');
    expect(header).toBe('area,name,region,status,score,gap,asOf,source');
    expect(first).toBe('planning,planning,36.72,recorded,83,,,B7');
  });

  it.each(['regions=36.72;36.73', 'regions=', 'regions=$ne', `regions=${'36,'.repeat(21)}36`])(
    'refuses %s',
    async (regions) => {
      const refused = await api.get(`/v1/scores/comparison?instrument=MCP&year=2024&${regions}`);
      expect([refused.status, refused.body['field']]).toEqual([400, 'regions']);
    },
  );
});

describe('GET /v1/scores/series', () => {
  it('has the years with the breaks between them', async () => {
    const { body } = await api.get('/v1/scores/series?region=36.72&instrument=MCP');
    expect(body).toMatchObject({
      region: { code: '36.72', name: 'Kota Cilegon' },
      years: [{ year: 2023 }, { year: 2024 }],
      breaks: [{ from: 2023, to: 2024, areas: { split: [{}] } }],
    });
  });

  it('is empty for an instrument nobody recorded', async () => {
    const { body } = await api.get('/v1/scores/series?region=36.72&instrument=XYZ');
    expect(body).toMatchObject({ years: [], breaks: [] });
  });
});

describe('GET /v1/frameworks', () => {
  it('lists the versions of every instrument and year', async () => {
    const { body } = await api.get('/v1/frameworks?instrument=mcp&sort=-year');
    expect(body).toMatchObject({ items: [{ year: 2024 }, { year: 2023 }] });
    expect(missingIndexes(frameworkList)).toEqual([]);
    const one = await api.get('/v1/frameworks/MCP/2024');
    expect(one.body).toMatchObject({ published: [{ version: 1, approvedBy: 'verifier-1' }] });
    expect((await api.get('/v1/frameworks/MCP/1999')).status).toBe(404);
  });

  it('shows a second person all of the draft that waits, and by what to publish it', async () => {
    const [draft] = frameworkFacts(2026, ['planning']);
    const drafted = await queryApiOver(recorded([draft!]));
    const { body } = await drafted.get('/v1/frameworks/mcp/2026/draft');
    await drafted.close();
    expect(body).toMatchObject({
      ...{ instrument: 'MCP', year: 2026 },
      draft: {
        ...{ version: 1, draftedBy: 'operator-1', contentSha256: 'ab'.repeat(32) },
        content: { title: 'MCP 2026', areas: [{ id: 'planning', indicators: null }] },
      },
    });
    expect((await api.get('/v1/frameworks/MCP/2024/draft')).body).toMatchObject({ draft: null });
    expect((await api.get('/v1/frameworks/MCP/1999/draft')).status).toBe(404);
    expect((await api.get('/v1/frameworks/MCP/2024/draft?on=x')).status).toBe(400);
  });
});
