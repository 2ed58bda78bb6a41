import type { JejakEvent } from '@jejak/domain';
import type { RegionRecoded } from '@jejak/domain/region/events';
import type { ScorecardFinalised, ScorecardOpened } from '@jejak/domain/scorecard/events';
import { regionFact, scoreFacts } from '@jejak/views/testing/banten';
import { recorded } from '@jejak/views/testing/recorded';

import { queryApiOver, type QueryApi } from '../testing/query-api';

const source = { id: 'S1', citation: 'Report' };
const recoded = (region: string, code: string, name: string, parent: string | null) => {
  const data: RegionRecoded['data'] = {
    ...{ region, code, validFrom: '2022-12-09', previous: region, name, source: null },
    ...{ level: parent === null ? 'province' : 'city', parent, legalBasis: 'UU 29/2022' },
  };
  return { stream: `region-${region}`, event: { type: 'RegionRecoded', data } as RegionRecoded };
};
const finalised = (region: string, computed: string) => {
  const data: ScorecardFinalised['data'] = {
    ...{ region, instrument: 'MCP', year: 2024, computed, band: null },
    ...{ areas: [], countedAsZero: [], subIndicators: [] },
  };
  return {
    stream: `scorecard-${region}-mcp-2024`,
    event: { type: 'ScorecardFinalised', data } as const,
  };
};
const office: JejakEvent = {
  type: 'UnitRegistered',
  data: {
    ...{ region: '92.71', unit: 'bappeda', kind: 'office', name: 'Bappeda', code: null },
    ...{ parent: null, validFrom: null, source: null },
  },
};
const planned: JejakEvent = {
  type: 'RolloutPlanned',
  data: {
    ...{ region: '92.71', system: 'simral', name: 'SIMRAL', aliases: [], modules: ['e-planning'] },
    ...{ partner: null, promotedBy: null, announcedOn: null, source },
  },
};
const opened = (region: string, year: number) => {
  const data: ScorecardOpened['data'] = {
    ...{ region, year, instrument: 'MCP', level: 'city', frameworkVersion: 1, decimalPlaces: 2 },
    ...{ scale: { minimum: '0', maximum: '100' }, areas: [], bands: null, closesAt: null },
  };
  const event: ScorecardOpened = { type: 'ScorecardOpened', data };
  return { stream: `scorecard-${region}-mcp-${year}`, event };
};
const scores = (year: number, by: Readonly<Record<string, string>>) => [
  ...Object.keys(by).map((region) => opened(region, year)),
  ...scoreFacts({ year, status: 'final', asOf: null, source: 'S1', scores: by }),
];

/** The city 92.71 became 96.71 in another province; the whole province 11 became 12. */
const facts = [
  regionFact('92', 'Papua Barat', 'province'),
  regionFact('92.02', 'Manokwari', 'regency'),
  regionFact('92.71', 'Kota Sorong', 'city'),
  regionFact('96', 'Papua Barat Daya', 'province'),
  regionFact('11', 'Provinsi Lama', 'province'),
  regionFact('11.01', 'Kabupaten Lama', 'regency'),
  recoded('92.71', '96.71', 'Kota Sorong', '96'),
  recoded('11', '12', 'Provinsi Lama', null),
  recoded('11.01', '12.01', 'Kabupaten Lama', '12'),
  { stream: 'units-92.71', event: office },
  { stream: 'rollout-92.71', event: planned },
  ...scores(2019, { '92.02': '40', '92.71': '50' }),
  ...scores(2024, { '92.02': '60', '92.71': '70', '11.01': '80' }),
];

let api: QueryApi;
let computed: QueryApi;
beforeAll(async () => {
  api = await queryApiOver(recorded(facts));
  const both = [finalised('92.02', '61'), finalised('92.71', '71')];
  computed = await queryApiOver(recorded([...facts, ...both]));
});
afterAll(() => Promise.all([api.close(), computed.close()]));

it.each([
  '/v1/units/@96.71/bappeda',
  '/v1/rollouts/@96.71/simral',
  '/v1/scores/series?instrument=MCP&region=@96.71',
  '/v1/scores/comparison?instrument=MCP&year=2024&regions=@96.71,92.02',
  '/v1/scorecards/@96.71/MCP/2024',
  '/v1/scorecards/heatmap?instrument=MCP&year=2024&province=@12',
  '/v1/rollouts/map?province=@12',
  '/v1/zones/funnel?year=2022&region=@96.71',
  '/v1/complaints/board?region=@96.71',
  '/v1/declarations/compliance?year=2023&region=@96.71',
  '/v1/information-requests/board?region=@96.71',
  '/v1/rankings?instrument=MCP&year=2019&province=@12',
  '/v1/rankings?instrument=MCP&year=2024&province=@12',
  '/v1/rankings?instrument=MCP&year=2024&province=@12&basis=computed',
  '/v1/regions?province=@12',
])('%s is answered as when it names the id', async (address) => {
  const byCode = await api.get(address.replace('@', ''));
  const byId = await api.get(address.replace('@96.71', '92.71').replace('@12', '11'));
  expect(byCode.status).toBe(200);
  expect(byCode.body).toEqual(byId.body);
});

it('says that there is nothing under a code that nobody has', async () => {
  for (const path of ['units/96.72/bappeda', 'rollouts/96.72/simral', 'scorecards/96.72/MCP/2024'])
    expect((await api.get(`/v1/${path}`)).status).toBe(404);
});

it('refuses names that are no codes wherever a region is asked for', async () => {
  for (const address of ['rollouts/map?province=Banten', 'units/Sorong/bappeda'])
    expect((await api.get(`/v1/${address}`)).status).toBe(400);
});

describe('a ranking', () => {
  const codesIn = async (address: string, from = api) => {
    const { body } = await from.get(`/v1/rankings?instrument=MCP&${address}`);
    const [rows, others] = ['rows', 'notRanked'].map((part) =>
      (body[part] as { region: { code: string } }[]).map(({ region }) => region.code),
    );
    return { rows, others };
  };

  it('has a city in the province that it lay in at the end of the year', async () => {
    expect(await codesIn('year=2019&province=92')).toEqual({
      rows: ['92.71', '92.02'],
      others: [],
    });
    expect(await codesIn('year=2019&province=96')).toEqual({ rows: [], others: [] });
    expect(await codesIn('year=2024&province=92')).toEqual({ rows: ['92.02'], others: [] });
    expect(await codesIn('year=2024&province=96')).toEqual({ rows: ['96.71'], others: [] });
  });

  it('has the regions of a province under the codes of the day, whichever it is named by', async () => {
    expect(await codesIn('year=2024&province=12')).toEqual({ rows: ['12.01'], others: [] });
    expect(await codesIn('year=2019&province=12')).toEqual({ rows: [], others: ['11.01'] });
    const { body } = await api.get('/v1/rankings?instrument=MCP&year=2024&province=11');
    expect(body['province']).toEqual({ code: '12', name: 'Provinsi Lama' });
  });

  it('of computed scores counts a region once, under its code, in one province', async () => {
    const ranked = (more: string) => codesIn(`year=2024&basis=computed${more}`, computed);
    expect(await ranked('&province=92')).toEqual({ rows: ['92.02'], others: [] });
    expect(await ranked('&province=96')).toEqual({ rows: ['96.71'], others: [] });
    expect(await ranked('')).toEqual({
      rows: ['96.71', '92.02'],
      others: ['12', '12.01', '92', '96'],
    });
  });
});
