import { bantenLog } from '@jejak/views/testing/banten';

import { csvRecords, ndjsonItems, pagedItems } from '../testing/list-forms';
import { queryApiOver, type QueryApi } from '../testing/query-api';

const codes = ['36', '36.01', '36.02', '36.03', '36.04', '36.71', '36.72', '36.73', '36.74'];

describe('GET /v1/regions', () => {
  let api: QueryApi;
  beforeAll(async () => {
    api = await queryApiOver(bantenLog());
  });
  afterAll(() => api.close());

  it('lists a province followed by its regencies and cities', async () => {
    const { body } = await api.get('/v1/regions?province=36');
    const regions = body['items'] as { code: string; level: string }[];
    expect(regions.map(({ code }) => code)).toEqual(codes);
    expect(body['next']).toBeNull();
    expect(regions[0]).toMatchObject({ name: 'Provinsi Banten', level: 'province' });
    expect((await api.get('/v1/regions')).body).toEqual(body);
  });

  it('lists nothing before it was recorded and for a province nobody registered', async () => {
    expect((await api.get('/v1/regions?knownAt=2026-01-04')).body).toMatchObject({ items: [] });
    expect((await api.get('/v1/regions?province=99')).body).toMatchObject({ items: [] });
  });

  it('is narrowed to a level or a region', async () => {
    const codesOf = async (url: string) =>
      ((await api.get(url)).body['items'] as { code: string }[]).map(({ code }) => code);
    expect(await codesOf('/v1/regions?level=city')).toEqual(codes.slice(5));
    expect(await codesOf('/v1/regions?province=36&region=36.73')).toEqual(['36.73']);
  });

  it.each(['code', '-code', 'name', '-name'])(
    'is paged by %s without gap or repeat, in every form',
    async (sort) => {
      const url = `/v1/regions?sort=${sort}`;
      const name = sort.replace('-', '') as 'code' | 'name';
      const paged = await pagedItems<Record<typeof name, string>>(api, url);
      const keys = paged.map((one) => one[name]);
      expect(new Set(keys).size).toBe(codes.length);
      expect(keys).toEqual(name === sort ? keys.toSorted() : keys.toSorted().reverse());
      expect(await ndjsonItems(api, url)).toEqual(paged);
      expect(await csvRecords(api, url)).toHaveLength(codes.length + 1);
    },
  );

  it('gives a page of a file the link to the next, and refuses a cursor of another order', async () => {
    const { headers, text } = await api.get('/v1/regions?format=ndjson&limit=4');
    expect(text.trimEnd().split('\n')).toHaveLength(4);
    const next = /^<(.*)>; rel="next"$/.exec(String(headers['link']))?.[1] ?? '';
    expect((await api.get(next)).text.trimEnd().split('\n')).toHaveLength(4);
    const other = await api.get(`${next}&sort=name`);
    expect([other.status, other.body['field']]).toEqual([400, 'cursor']);
    expect((await api.get('/v1/regions?limit=0')).body['field']).toBe('limit');
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
