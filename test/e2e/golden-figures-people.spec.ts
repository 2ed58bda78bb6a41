import { type ComplianceStatisticRow } from '@jejak/views';

import { regionPageExample } from '../../apps/query-api/src/region-page/region-page.example';
import { facts, startWithFacts } from './support/facts';
import { get } from './support/http';
import { type Service, cleanUp } from './support/service';

let service: Service;
let position: string | null;

beforeAll(async () => {
  ({ service, position } = await startWithFacts());
});
afterAll(cleanUp);

const ask = async <Body>(path: string): Promise<Body> => {
  const headers = position === null ? undefined : { 'jejak-after': position };
  const answer = await get<Body>(service, path, headers);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.body;
};

describe('the national compliance with wealth reports for 2023', () => {
  it('is 96.17 and 51.14 per cent of the obligors in April 2024, as the sources and the facts say', async () => {
    const path = '/v1/declarations/statistics?year=2023';
    const { items } = await ask<{ items: readonly ComplianceStatisticRow[] }>(path);
    expect(facts.wealthReports).toHaveLength(2);
    for (const { asOf, expected, obligors } of facts.wealthReports) {
      const found = items.find((one) => one.asOf === asOf);
      expect(found).toMatchObject({
        obligors,
        submittedPercent: expected.submittedPercent.toFixed(2),
        completePercent: expected.completePercent.toFixed(2),
      });
    }
    expect(items.map(({ source }) => source.id).sort()).toEqual(['L6', 'L7']);
  });

  it('is nowhere the share of the reports handed in, which two papers printed', async () => {
    const path = '/v1/declarations/statistics?year=2023&format=csv';
    const headers = { 'jejak-after': position ?? '' };
    expect((await get(service, path, headers)).text).not.toContain('53.17');
  });
});

describe('the page of Kota Serang', () => {
  const recordedNow = { recordedAt: expect.any(String) as unknown };

  it('answers every section as of today, with what the facts tell and an address of all of it', async () => {
    const { sections } = await ask<RegionPage>('/v1/regions/36.73/page');
    expect(Object.keys(sections)).toEqual(Object.keys(regionPageExample.sections));
    for (const { status, more } of Object.values(sections)) {
      expect([more, status]).toEqual([more, 'answered']);
      await ask(more);
    }
    expect(sections).toMatchObject({
      scores: { items: [{ year: 2019 }, { year: 2020 }, { year: 2022 }, { year: 2023 }, {}] },
      evidence: {
        items: [
          { year: 2019, scoredAreas: 7 },
          { year: 2020, scoredAreas: 7 },
          { year: 2022, scoredAreas: 0 },
          { year: 2023, scoredAreas: 0 },
        ],
      },
      indices: { items: [{ kind: 'SPI', publications: [{ value: '64.86' }] }] },
      disputes: { items: [{ instrument: 'MCP', year: 2024, claims: [{}, {}, {}] }] },
      trainings: { items: [{ sessions: [{ place: 'Ledian Hotel' }] }] },
    });
  });

  it('is on a past day what is described as an example', async () => {
    const { region } = regionPageExample;
    expect(await ask('/v1/regions/36.73/page?asOf=2022-12-31')).toEqual({
      ...regionPageExample,
      region: { ...region, ...recordedNow },
      position: expect.any(String) as unknown,
    });
  });

  it('of the province and of Kabupaten Serang have what is their own', async () => {
    expect((await ask<RegionPage>('/v1/regions/36/page')).sections).toMatchObject({
      pacts: { items: [{ date: '2022-06-24' }] },
      plans: { items: [{ plan: '36-2016' }, { plan: '36-2017' }] },
      supervision: { items: [{ date: '2017-10-18' }, { date: '2016-04-12' }] },
      trainings: { items: [{ participants: 222 }] },
    });
    const serang = await ask<RegionPage>('/v1/regions/36.04/page?asOf=2022-12-31');
    expect(serang.sections['zones']?.items).toHaveLength(4);
  });
});

interface RegionPage {
  readonly sections: Readonly<
    Record<string, { readonly status: string; readonly more: string; readonly items?: object[] }>
  >;
}
