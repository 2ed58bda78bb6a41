import { evidenceFacts, finalisedFacts, sha } from '@jejak/views/testing/evidence-log';
import { recorded } from '@jejak/views/testing/recorded';

import { comparisonList } from '../scorecard/comparison.list';
import { missingIndexes } from '../testing/list-indexes';
import { queryApiOver, type QueryApi } from '../testing/query-api';
import { evidenceList, repeatedList } from './evidence.list';

let api: QueryApi;
beforeAll(async () => {
  api = await queryApiOver(recorded([...evidenceFacts, ...finalisedFacts]));
});
afterAll(() => api.close());

const scorecard = '/v1/scorecards/36.01/mcp/2018';

describe('GET /v1/evidence', () => {
  it('lists uploads by when they were recorded, and only the late ones when asked', async () => {
    const { body } = await api.get('/v1/evidence?region=36.01');
    expect(body['items']).toMatchObject([
      { state: 'replaced' },
      { state: 'verified' },
      { state: 'late' },
    ]);
    const late = await api.get('/v1/evidence?late=true');
    expect(late.body['items']).toMatchObject([{ document: 'certificates', late: true }]);
    const waiting = await api.get('/v1/evidence?state=waiting');
    expect(waiting.body['items']).toEqual([]);
    const found = async (query: string) =>
      ((await api.get(`/v1/evidence?${query}`)).body['items'] as unknown[]).length;
    expect(await found('instrument=mcp&year=2018')).toBe(3);
    expect(await found('year=2019')).toBe(0);
    expect(await found('province=36')).toBe(3);
    expect(await found('province=32')).toBe(0);
    expect(await found('instrument=SPI')).toBe(0);
    expect((await api.get('/v1/evidence?late=maybe')).body).toMatchObject({ field: 'late' });
  });

  it('names files that were handed in twice', async () => {
    const { body } = await api.get('/v1/evidence/repeated?region=36.01');
    expect(body['items']).toMatchObject([{ sha256: sha.inventory, uses: [{}, {}] }]);
    const inProvince = await api.get('/v1/evidence/repeated?province=36');
    expect(inProvince.body['items']).toEqual(body['items']);
  });

  it('reads every filter and order from an index', () => {
    expect(missingIndexes(evidenceList)).toEqual([]);
    expect(missingIndexes(repeatedList)).toEqual([]);
    expect(missingIndexes(comparisonList)).toEqual([]);
  });
});

describe('GET /v1/receipts/{receipt}', () => {
  it('vouches for an upload, also a late one, and says where the file was seen before', async () => {
    const late = await api.get('/v1/receipts/36.01-mcp-2018-assets.1.1-3');
    expect(late.body).toMatchObject({
      late: true,
      submittedAt: '2018-11-02T00:00:00.000Z',
      closesAt: '2018-10-31T16:59:59.999Z',
      seenBefore: [],
    });
    const again = await api.get('/v1/receipts/36.01-mcp-2018-assets.1.1-2');
    expect(again.body).toMatchObject({
      state: 'verified',
      seenBefore: [{ receipt: '36.01-mcp-2018-assets.1.1-0' }],
    });
    expect((await api.get('/v1/receipts/36.01-mcp-2018-assets.1.1-9')).status).toBe(404);
  });
});

describe('what a scorecard comes to', () => {
  it('is a tree, a backlog and a row of the heat map', async () => {
    expect((await api.get(`${scorecard}/tree`)).body).toMatchObject({
      computed: '4.5',
      provisional: false,
      areas: [{ id: 'assets', score: '9' }, { id: 'procurement' }],
    });
    const backlog = await api.get(`${scorecard}/backlog?at=2018-10-22`);
    expect(backlog.body).toMatchObject({ daysToClose: 8, notUploaded: 2, verified: 1 });
    expect((await api.get(`${scorecard}/backlog?at=soon`)).body).toMatchObject({ field: 'at' });
    const map = await api.get('/v1/scorecards/heatmap?instrument=mcp&year=2018&province=36');
    expect(map.body).toMatchObject({ rows: [{ region: '36.01', cells: [{ band: 'red' }, {}] }] });
    expect((await api.get('/v1/scorecards/36.02/MCP/2018/tree')).status).toBe(404);
  });

  it('is compared with what was published, as JSON and as CSV', async () => {
    const path = '/v1/scorecards/published-vs-computed';
    const { body } = await api.get(`${path}?region=36.01&instrument=mcp&year=2018`);
    expect(body['items']).toMatchObject([
      { computed: '4.5', comparisons: [{ difference: '-0.5', claimedBand: 'yellow' }] },
    ]);
    expect((await api.get(`${path}?year=2019`)).body['items']).toEqual([]);
  });
});
