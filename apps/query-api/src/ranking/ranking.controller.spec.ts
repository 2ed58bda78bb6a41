import type { ScorecardFinalised } from '@jejak/domain/scorecard/events';
import { bantenLog, regionFact } from '@jejak/views/testing/banten';
import { recorded } from '@jejak/views/testing/recorded';

import { standingsOf } from '../testing/fakes';
import { queryApiOver, type QueryApi } from '../testing/query-api';

const banten2019 = '/v1/rankings?instrument=MCP&year=2019&province=36';
const head = '3000/3000';

describe('GET /v1/rankings', () => {
  let api: QueryApi;
  beforeAll(async () => {
    api = await queryApiOver(bantenLog());
  });
  afterAll(() => api.close());

  it('answers with the ranking as of a day, and where it stands', async () => {
    const { status, headers, body } = await api.get(`${banten2019}&validAt=2019-08-21`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      position: head,
      validAt: '2019-08-21',
      basis: { complete: true },
    });
    expect(body['rows']).toHaveLength(8);
    expect(headers).toMatchObject({ 'jejak-position': head, 'cache-control': 'no-store' });
  });

  it('is a row for each unit as CSV, decimals as they were published', async () => {
    const { text } = await api.get(`${banten2019}&validAt=2019-08-21`, { accept: 'text/csv' });
    const [header, ...rows] = text.trimEnd().split('\r\n');
    expect(header).toMatch(/^rank,rankLabel,tie,/);
    expect(rows).toHaveLength(8);
    expect(rows[0]).toMatch(
      /^1,1,false,,36\.03,Kabupaten Tangerang,regency,83,provisional,2019-08-21/,
    );
  });

  it('takes an instrument in any case and restricts to a publication', async () => {
    const url = banten2019.replace('MCP', 'mcp');
    const { body } = await api.get(`${url}&publication=B3&status=provisional`);
    expect(body).toMatchObject({ restrictedTo: { status: 'provisional', publication: 'B3' } });
    expect(body['rows']).toHaveLength(3);
  });

  it('reads a day of knowledge to its end, and any offset as the instant it is', async () => {
    const day = await api.get(`${banten2019}&knownAt=2026-01-05`);
    expect(day.body).toMatchObject({ knownAt: '2026-01-05T23:59:59.999Z' });
    const instant = await api.get(`${banten2019}&knownAt=2026-01-05T08:59:59%2B07:00`);
    expect(instant.body).toMatchObject({ knownAt: '2026-01-05T01:59:59.000Z', rows: [] });
  });

  it.each([
    [`${banten2019}&validAt=2019-02-30`, 'validAt'],
    [`${banten2019}&validAt=`, 'validAt'],
    [`${banten2019}&knownAt=yesterday`, 'knownAt'],
    [`${banten2019}&validAt=2019-08-21&validAt=2019-08-22`, 'validAt'],
    [`${banten2019}&publication[$ne]=B5`, 'publication[$ne]'],
    [`${banten2019}&status=interim`, 'status'],
    ['/v1/rankings?instrument=MCP&year=2019', 'province'],
    ['/v1/rankings?instrument=MCP&year=19&province=36', 'year'],
  ])('refuses %s and names %s', async (url, field) => {
    const { status, body } = await api.get(url);
    expect(status).toBe(400);
    expect(body).toMatchObject({ field, status: 400 });
  });

  it('refuses a parameter it does not know, with the nearest name', async () => {
    const { status, body } = await api.get(`${banten2019}&validat=2019-08-21`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'request.unknown-field', fix: 'Did you mean validAt?' });
  });

  it('ranks computed scores of a province or of the country when that is asked for', async () => {
    const url = '/v1/rankings?instrument=MCP&year=2019&basis=computed';
    const { body } = await api.get(url);
    expect(body).toMatchObject({ basis: 'computed', province: null, rows: [], unitsTotal: 9 });
    const banten = await api.get(`${url}&province=36&level=city`);
    expect(banten.body).toMatchObject({ province: '36', level: 'city', unitsTotal: 4 });
    expect((await api.get(`${url}&status=final`)).body).toMatchObject({ field: 'status' });
    expect((await api.get(`${url}&province=banten`)).body).toMatchObject({ field: 'province' });
    expect((await api.get(`${banten2019}&level=city`)).body).toMatchObject({ field: 'level' });
  });

  it('waits for the position it is asked to contain', async () => {
    const reached = await api.get(banten2019, { 'Jejak-After': head });
    expect(reached.status).toBe(200);
    const { status, headers, body } = await api.get(banten2019, { 'Jejak-After': '3001/3001' });
    expect(status).toBe(503);
    expect(headers).toMatchObject({ 'retry-after': '1', 'jejak-position': head });
    expect(body).toMatchObject({
      code: 'view.not-there-yet',
      detail:
        'The view ranking stands at 3000/3000, region-directory at 3000/3000, region-codes at 3000/3000; 3001/3001 was asked for.',
    });
  });

  it('is empty, and says so, while nothing has been projected', async () => {
    const empty = await queryApiOver([]);
    const { status, headers, body } = await empty.get(banten2019);
    expect(status).toBe(200);
    expect(body).toMatchObject({ position: null, rows: [], province: null });
    expect(headers).not.toHaveProperty('jejak-position');
    await empty.close();
  });
});

describe('GET /v1/rankings?basis=computed', () => {
  const finalised = (region: string, computed: string, year = 2025) => ({
    stream: `scorecard-${region}-mcp-${year}`,
    event: {
      type: 'ScorecardFinalised',
      data: {
        ...{ region, instrument: 'MCP', year, computed, areas: [], countedAsZero: [] },
        ...{ subIndicators: [], band: null },
      },
    } satisfies ScorecardFinalised,
  });
  const log = recorded([
    regionFact('36', 'Provinsi Banten', 'province'),
    regionFact('36.73', 'Kota Serang', 'city'),
    regionFact('32', 'Provinsi Jawa Barat', 'province'),
    regionFact('32.01', 'Kabupaten Bogor', 'regency'),
    ...[finalised('36', '90'), finalised('36.73', '82.5'), finalised('32.01', '95')],
    ...[finalised('32', '82.50'), finalised('36.73', '99', 2024)],
  ]);
  const parked = (key: string) => ({
    ...{ kind: 'document' as const, key, stream: `scorecard-${key}`, revision: 1n },
    ...{ type: 'ScorecardFinalised', since: '2026-01-06T00:00:00.000Z' },
  });
  const notices = ['MCP/2024/36', 'MCP/2025/33', 'MCP/2025/36', 'MCP/2026/36'].map(parked);
  const url = '/v1/rankings?instrument=MCP&year=2025&basis=computed';
  let api: QueryApi;
  beforeAll(async () => {
    api = await queryApiOver(log, standingsOf(log, { 'computed-scores': notices }));
  });
  afterAll(() => api.close());
  const ranksOf = (body: Record<string, unknown>) =>
    (body['rows'] as { region: { code: string }; rankLabel: string }[]).map(
      ({ region, rankLabel }) => `${region.code} ${rankLabel}`,
    );

  it('ranks the country over its provinces, again and again alike', async () => {
    for (let time = 0; time < 3; time += 1) {
      const { body } = await api.get(url);
      expect(ranksOf(body)).toEqual(['32.01 1', '36 2', '32 3=', '36.73 3=']);
    }
    expect(ranksOf((await api.get(`${url}&level=province`)).body)).toEqual(['36 1', '32 2']);
  });

  it('ranks a province by itself', async () => {
    expect(ranksOf((await api.get(`${url}&province=32`)).body)).toEqual(['32.01 1']);
  });

  it('names what is parked among the scores it asks for, and no other', async () => {
    const leftOut = async (address: string) =>
      ((await api.get(address)).body['parked'] as { stream: string }[] | undefined)?.map(
        ({ stream }) => stream,
      );
    expect(await leftOut(url)).toEqual(['scorecard-MCP/2025/33', 'scorecard-MCP/2025/36']);
    expect(await leftOut(`${url}&province=36`)).toEqual(['scorecard-MCP/2025/36']);
    expect(await leftOut(`${url}&province=32`)).toBeUndefined();
  });
});
