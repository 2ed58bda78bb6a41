import type { JejakEvent } from '@jejak/domain';
import type { PactDrafted } from '@jejak/domain/pact/events';
import type { RegionRecoded } from '@jejak/domain/region/events';
import type { ParkedNotice } from '@jejak/projection';
import { regionFact } from '@jejak/views/testing/banten';
import { recorded } from '@jejak/views/testing/recorded';

import { standingsOf } from '../testing/fakes';
import { queryApiOver, type QueryApi } from '../testing/query-api';

const recoded = (region: string, code: string, name: string, validFrom: string) => {
  const level = code.length === 2 ? 'province' : 'city';
  const data: RegionRecoded['data'] = {
    ...{ region, code, validFrom, previous: region, name, level, source: null },
    ...{ parent: level === 'province' ? null : code.slice(0, 2), legalBasis: 'UU 29/2022' },
  };
  return { stream: `region-${region}`, event: { type: 'RegionRecoded', data } as RegionRecoded };
};
const drafted = (pact: string, region: string): { stream: string; event: PactDrafted } => ({
  stream: `pact-${pact}`,
  event: {
    type: 'PactDrafted',
    data: {
      ...{ pact, region, textVersion: '2011', occasion: 'Zona Integritas' },
      ...{ date: '2022-06-01', place: null, symbolicSigners: [], source: null },
    },
  },
});
const office = (region: string): { stream: string; event: JejakEvent } => ({
  stream: `units-${region}`,
  event: {
    type: 'UnitRegistered',
    data: {
      ...{ region, unit: 'bappeda', kind: 'office', name: 'Bappeda', code: null, parent: null },
      ...{ validFrom: null, source: null },
    },
  },
});
const planned = (region: string): { stream: string; event: JejakEvent } => ({
  stream: `rollout-${region}`,
  event: {
    type: 'RolloutPlanned',
    data: {
      ...{ region, system: 'simral', name: 'SIMRAL', aliases: [], modules: ['e-planning'] },
      ...{ partner: null, promotedBy: null, announcedOn: null },
      source: { id: 'S1', citation: 'Report' },
    },
  },
});

/** 92.71 became 96.71, and another city has been 92.71 since; province 11 became 12. */
const log = recorded([
  regionFact('92', 'Provinsi Papua Barat', 'province'),
  regionFact('92.71', 'Kota Sorong', 'city'),
  regionFact('92.72', 'Kota Lain', 'city'),
  regionFact('11', 'Provinsi Lama', 'province'),
  recoded('92.71', '96.71', 'Kota Sorong', '2022-12-09'),
  recoded('92.72', '92.71', 'Kota Lain', '2023-06-01'),
  recoded('11', '12', 'Provinsi Lama', '2020-01-01'),
  drafted('p1', '92.71'),
  drafted('p2', '92.71'),
  drafted('p3', '92.72'),
  office('92.71'),
  planned('11'),
]);

describe('A list narrowed to a region', () => {
  let api: QueryApi;
  beforeAll(async () => {
    api = await queryApiOver(log);
  });
  afterAll(() => api.close());

  const regionsOf = async (url: string) => {
    const { status, body } = await api.get(url);
    expect(status).toBe(200);
    return (body['items'] as { region: string }[]).map(({ region }) => region);
  };

  it('has what is recorded under its id, asked for by the code it has today', async () => {
    expect(await regionsOf('/v1/pacts?region=96.71')).toEqual(['92.71', '92.71']);
    expect(await regionsOf('/v1/rollouts?province=12')).toEqual(['11']);
    expect(await regionsOf('/v1/pacts?province=12')).toEqual([]);
    expect(await regionsOf('/v1/pacts?province=92')).toEqual(['92.71', '92.71', '92.72']);
  });

  it('takes an id for that region, also where its code has passed to another', async () => {
    expect(await regionsOf('/v1/pacts?region=92.71')).toEqual(['92.71', '92.71']);
    expect(await regionsOf('/v1/pacts?region=92.72')).toEqual(['92.72']);
  });

  it('has nothing under a code that nobody has', async () => {
    expect(await regionsOf('/v1/pacts?region=96.72')).toEqual([]);
  });

  it('goes by the code of the day it is asked about', async () => {
    expect(await regionsOf('/v1/units?region=96.71&asOf=2022-12-09')).toEqual(['92.71']);
    expect(await regionsOf('/v1/units?region=96.71&asOf=2022-12-08')).toEqual([]);
  });

  it('is paged and written out by the code that was asked', async () => {
    const { body } = await api.get('/v1/pacts?region=96.71&limit=1');
    expect(body['next']).toContain('region=96.71');
    expect(await regionsOf(String(body['next']))).toEqual(['92.71']);
    const { text } = await api.get('/v1/pacts?region=96.71&format=ndjson');
    expect(text.trimEnd().split('\n')).toHaveLength(2);
  });
});

it('a region asked for by its id is looked up once', async () => {
  const standings = standingsOf(log);
  const standing = jest.spyOn(standings, 'standing');
  const opened = () => standing.mock.calls.map(([{ name }]) => name);
  const api = await queryApiOver(log, standings);
  await api.get('/v1/pacts?region=92.71');
  expect(opened()).toEqual(['pact-register', 'region-codes']);
  standing.mockClear();
  await api.get('/v1/pacts?region=92.71');
  await api.get('/v1/pacts');
  expect(opened()).toEqual(['pact-register', 'pact-register']);
  await api.close();
});

it('a list that may be empty for want of a parked recoding says so', async () => {
  const parked: ParkedNotice = {
    ...{ kind: 'document', key: '92.71', stream: 'region-92.71', revision: 1n },
    ...{ type: 'RegionRecoded', since: '2026-01-06T00:00:00.000Z' },
  };
  const api = await queryApiOver(log, standingsOf(log, { 'region-codes': [parked] }));
  const leftOut = async (code: string) =>
    ((await api.get(`/v1/pacts?region=${code}`)).body['parked'] as unknown[] | undefined)?.length;
  expect(await leftOut('96.99')).toBe(1);
  expect(await leftOut('92.71')).toBeUndefined();
  await api.close();
});
