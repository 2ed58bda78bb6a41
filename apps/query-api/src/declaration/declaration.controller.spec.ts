import type { JejakEvent } from '@jejak/domain';
import type { WealthReportFiled } from '@jejak/domain/declaration/events';
import { recorded } from '@jejak/views/testing/recorded';

import { missingIndexes } from '../testing/list-indexes';
import { queryApiOver, type QueryApi } from '../testing/query-api';
import { declarationList, statisticList } from './declaration.list';

const person = '0b9f6c1e-7d52-4c55-9f2a-3c7f5a1e9d04';
const key = { person, position: 'camat', region: '36.73', field: 'executive' } as const;
const basis = { policyVersion: 2, unconfirmed: ['completion'] };
const stream = `declaration-${person}_camat`;

const registered: JejakEvent = {
  type: 'ObligorRegistered',
  data: {
    ...key,
    ...basis,
    title: 'Camat',
    since: '2015-01-01',
    firstYear: 2023,
    expects: { filing: 'periodic-2023', dueOn: '2024-03-31' },
  },
};
const filed: WealthReportFiled = {
  type: 'WealthReportFiled',
  data: {
    ...key,
    ...basis,
    filing: 'periodic-2023',
    year: 2023,
    kind: 'periodic',
    occasionOn: '2023-12-31',
    filedOn: '2024-04-02',
    receipt: 'TT-1',
    dueOn: '2024-03-31',
    late: true,
    expects: null,
    recordedBy: 'operator-1',
  },
};
const earlier: WealthReportFiled = {
  ...filed,
  data: {
    ...filed.data,
    filing: 'special-start-2015-01-01',
    kind: 'special-start',
    year: null,
    occasionOn: '2015-01-01',
    filedOn: '2015-02-02',
    dueOn: '2015-03-31',
    late: false,
  },
};
const published: JejakEvent = {
  type: 'ComplianceStatisticRecorded',
  data: {
    year: 2023,
    asOf: '2024-04',
    field: null,
    obligors: 407_290,
    submitted: 391_705,
    complete: 208_288,
    submittedPercent: '96.17',
    completePercent: '51.14',
    source: { id: 'L6', citation: 'databoks' },
  },
};

let api: QueryApi;
beforeAll(async () => {
  api = await queryApiOver(
    recorded([
      { stream, event: registered },
      { stream, event: filed },
      { stream, event: earlier },
      { stream: 'declarationstatistic-2023', event: published },
    ]),
  );
});
afterAll(() => api.close());

describe('GET /v1/declarations', () => {
  it('lists who must report, by region, field and whether they still must', async () => {
    const { body } = await api.get('/v1/declarations?region=36.73&obliged=true&field=executive');
    expect(body).toMatchObject({
      items: [{ person, filings: [{ late: false }, { late: true }] }],
      next: null,
    });
    expect((await api.get('/v1/declarations?obliged=false')).body).toMatchObject({ items: [] });
    const inProvince = await api.get('/v1/declarations?province=36&obliged=true&field=executive');
    expect(inProvince.body['items']).toEqual(body['items']);
    expect((await api.get('/v1/declarations?province=32')).body).toMatchObject({ items: [] });
  });

  it('gives the latest report by its day, though an earlier one was recorded after it', async () => {
    const { text } = await api.get('/v1/declarations?format=csv');
    expect(text).toContain(',periodic-2023,2024-04-02,true,filed,');
  });

  it('shows one duty, and knows none but its own', async () => {
    const { body } = await api.get(`/v1/declarations/${person}/camat`);
    expect(body).toMatchObject({ person, expected: [], position: expect.any(String) });
    expect((await api.get(`/v1/declarations/${person}/lurah`)).status).toBe(404);
  });

  it('has an index for every filter and order', () => {
    expect([...missingIndexes(declarationList), ...missingIndexes(statisticList)]).toEqual([]);
  });
});

describe('GET /v1/declarations/compliance', () => {
  it('counts a province with the regions in it, as of a day', async () => {
    const { body } = await api.get(
      '/v1/declarations/compliance?year=2023&region=36&asOf=2024-04-01',
    );
    expect(body).toMatchObject({
      total: { obligors: 1, submitted: 0, outstanding: 1, submittedPercent: '0' },
      byRegion: [{ region: '36.73' }],
    });
    const later = await api.get('/v1/declarations/compliance?year=2023&region=36.73');
    expect(later.body).toMatchObject({ total: { submitted: 1, late: 1, submittedPercent: '100' } });
    const elsewhere = await api.get('/v1/declarations/compliance?year=2023&region=32');
    expect(elsewhere.body).toMatchObject({ total: { obligors: 0, submittedPercent: null } });
  });

  it('needs a year', async () => {
    expect((await api.get('/v1/declarations/compliance')).body).toMatchObject({ field: 'year' });
  });
});

describe('GET /v1/declarations/statistics', () => {
  it('gives published figures with both ratios and their source', async () => {
    const { body } = await api.get('/v1/declarations/statistics?year=2023&source=L6');
    expect(body).toMatchObject({
      items: [{ submittedPercent: '96.17', completePercent: '51.14', asOf: '2024-04' }],
    });
  });
});
