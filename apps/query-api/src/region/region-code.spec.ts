import type { RegionRecoded } from '@jejak/domain/region/events';
import { regionFact } from '@jejak/views/testing/banten';
import { recorded } from '@jejak/views/testing/recorded';

import { queryApiOver, type QueryApi } from '../testing/query-api';

const recoded: RegionRecoded = {
  type: 'RegionRecoded',
  data: {
    ...{ region: '92.01', code: '96.01', validFrom: '2022-12-09', previous: '92.01' },
    ...{ name: 'Kabupaten Sorong', level: 'regency', parent: '96' },
    ...{ legalBasis: 'UU 29/2022', source: null },
  },
};

describe('GET /v1/regions/{code}', () => {
  let api: QueryApi;
  beforeAll(async () => {
    api = await queryApiOver(
      recorded([
        regionFact('92', 'Provinsi Papua Barat', 'province'),
        regionFact('92.01', 'Kabupaten Sorong', 'regency'),
        regionFact('96', 'Provinsi Papua Barat Daya', 'province'),
        { stream: 'region-92.01', event: recoded },
      ]),
    );
  });
  afterAll(() => api.close());

  it('resolves a code as of a day to the id, and shows every code', async () => {
    const before = await api.get('/v1/regions/92.01?asOf=2022-12-08');
    expect(before.body).toMatchObject({
      ...{ id: '92.01', code: '92.01', parent: '92', validUntil: '2022-12-09' },
      asOf: '2022-12-08',
    });
    const after = await api.get('/v1/regions/96.01?asOf=2022-12-09');
    expect(after.body).toMatchObject({
      ...{ id: '92.01', code: '96.01', parent: '96', name: 'Kabupaten Sorong' },
      codes: [{ code: '92.01' }, { code: '96.01', legalBasis: 'UU 29/2022' }],
    });
    expect((await api.get('/v1/regions/96.01')).body).toMatchObject({ id: '92.01' });
  });

  it('says under which code the region is when it had this one on another day', async () => {
    const { status, body } = await api.get('/v1/regions/92.01?asOf=2023-01-01');
    expect([status, body['detail']]).toEqual([
      404,
      'No region has the code 92.01 on 2023-01-01. Kabupaten Sorong (id 92.01) had it on another day and has the code 96.01 then.',
    ]);
    expect((await api.get('/v1/regions/99')).status).toBe(404);
    expect((await api.get('/v1/regions/Sorong')).status).toBe(400);
  });

  it('shows both id and code in the list and on the page', async () => {
    const items = async (query: string) => (await api.get(`/v1/regions?${query}`)).body['items'];
    const recodedOne = { id: '92.01', code: '96.01' };
    expect(await items('province=96')).toMatchObject([{ code: '96' }, recodedOne]);
    expect(await items('region=96.01')).toMatchObject([recodedOne]);
    expect(await items('region=92.01')).toMatchObject([recodedOne]);
    expect(await items('region=92.01&validAt=2022-12-08')).toMatchObject([{ code: '92.01' }]);
    const page = await api.get('/v1/regions/96.01/page');
    expect(page.body).toMatchObject({ region: { id: '92.01', code: '96.01' }, isValid: true });
    const old = await api.get('/v1/regions/92.01/page');
    expect(old.body).toMatchObject({ region: { validUntil: '2022-12-09' }, isValid: false });
  });
});
