import { bantenLog } from '@jejak/views/testing/banten';

import { queryApiOver, type QueryApi } from '../testing/query-api';

describe('GET /v1/regions', () => {
  let api: QueryApi;
  beforeAll(async () => {
    api = await queryApiOver(bantenLog());
  });
  afterAll(() => api.close());

  it('lists a province followed by its regencies and cities', async () => {
    const { body } = await api.get('/v1/regions?province=36');
    const regions = body['regions'] as { code: string; level: string }[];
    expect(regions.map(({ code }) => code).join(' ')).toBe(
      '36 36.01 36.02 36.03 36.04 36.71 36.72 36.73 36.74',
    );
    expect(regions[0]).toMatchObject({ name: 'Provinsi Banten', level: 'province' });
    expect((await api.get('/v1/regions')).body).toEqual(body);
  });

  it('lists nothing before it was recorded and for a province nobody registered', async () => {
    expect((await api.get('/v1/regions?knownAt=2026-01-04')).body).toMatchObject({ regions: [] });
    expect((await api.get('/v1/regions?province=99')).body).toMatchObject({ regions: [] });
  });

  it('is a line for each region as CSV', async () => {
    const { headers, text } = await api.get('/v1/regions?format=csv');
    const [header, banten] = text.split('\r\n');
    expect(header).toBe('id,code,name,level,validFrom,validUntil,recordedAt');
    expect(banten).toBe('36,36,Provinsi Banten,province,,,2026-01-05T02:00:00.000Z');
    expect(headers).toMatchObject({
      'content-disposition': 'attachment; filename="regions.csv"',
      'jejak-position': expect.stringContaining('/'),
    });
  });

  it('refuses a province that is no code', async () => {
    const { status, body } = await api.get('/v1/regions?province=Banten');
    expect([status, body['field']]).toEqual([400, 'province']);
  });
});
