import { type PactDocument, type PlanProgressOn, type RankingRow } from '@jejak/views';

import { facts, importFacts, rankingOf } from './support/facts';
import { get } from './support/http';
import { type Service, cleanUp, startService } from './support/service';

let service: Service;
let position: string | null;

beforeAll(async () => {
  service = await startService();
  ({ position } = await importFacts(service));
});
afterAll(cleanUp);

const ranking = (question: Readonly<Record<string, string>>) =>
  rankingOf(service, question, position);

const codes = (rows: readonly { readonly region: { readonly code: string } }[]): string[] =>
  rows.map(({ region }) => region.code);

const byRegion = <Value>(rows: readonly RankingRow[], value: (row: RankingRow) => Value) =>
  Object.fromEntries(rows.map((row) => [row.region.code, value(row)]));

const mcp2019 = facts.publishedScores[0]!;

describe('MCP 2019 as of 21 August 2019', () => {
  const question = { year: '2019', validAt: '2019-08-21' };

  it('gives the published scores the ranks that the facts file expects', async () => {
    const { rows, basis } = await ranking(question);
    expect(byRegion(rows, ({ rank }) => rank)).toEqual(mcp2019.expectedRanks);
    const published = Object.entries(mcp2019.scores).map(([code, score]) => [code, String(score)]);
    expect(byRegion(rows, ({ value }) => value)).toEqual(Object.fromEntries(published));
    expect(basis).toMatchObject({ complete: true, mixedStatus: false, days: ['2019-08-21'] });
  });

  it('labels a shared rank 3= twice and goes on with 5', async () => {
    const { rows } = await ranking(question);
    expect(rows.map(({ rankLabel }) => rankLabel)).toEqual([
      '1',
      '2',
      '3=',
      '3=',
      '5',
      '6',
      '7',
      '8',
    ]);
    expect(codes(rows.filter(({ tie }) => tie))).toEqual(['36.72', '36.74']);
  });

  it('says that the scores are provisional, with the source of each', async () => {
    const { rows, statement, title } = await ranking(question);
    expect(new Set(rows.map(({ source }) => source.id))).toEqual(new Set(['B5']));
    expect(statement.map(({ code }) => code)).toEqual(['provisional']);
    expect(title).toBe('Provisional ranking: MCP 2019, Provinsi Banten as of 21 August 2019');
  });
});

describe('MCP 2019 as of 31 December 2019, when one score was final', () => {
  const question = { year: '2019', validAt: '2019-12-31' };

  it('shows each row with the status, day and source of its own score', async () => {
    const { rows } = await ranking(question);
    expect(
      rows.map(({ region, value, status, asOf, source }) => [
        region.code,
        value,
        status,
        asOf,
        source.id,
      ]),
    ).toEqual([
      ['36.01', '32', 'provisional', '2019-12-19', 'B3'],
      ['36.02', '67', 'provisional', '2019-08-21', 'B5'],
      ['36.03', '83', 'provisional', '2019-08-21', 'B5'],
      ['36.04', '69', 'provisional', '2019-12-19', 'B3'],
      ['36.71', '51', 'provisional', '2019-08-21', 'B5'],
      ['36.72', '65', 'provisional', '2019-08-21', 'B5'],
      ['36.73', '63', 'final', null, 'B1'],
      ['36.74', '65', 'provisional', '2019-08-21', 'B5'],
    ]);
  });

  it('says as a whole that statuses and days are mixed', async () => {
    const { basis, statement, title } = await ranking(question);
    expect(basis).toMatchObject({ mixedStatus: true, mixedDays: true, withoutDay: 1 });
    expect(basis.statuses).toEqual(['final', 'provisional']);
    expect(statement.map(({ code }) => code)).toEqual([
      'mixed-status',
      'mixed-days',
      'provisional',
      'day-unknown',
    ]);
    expect(title).toContain('not ranked, final for 1 of 8 units only');
  });

  it('withholds every rank while statuses are mixed', async () => {
    const { rows } = await ranking(question);
    expect(rows.map(({ rank, rankLabel }) => [rank, rankLabel])).toEqual(
      Array.from({ length: 8 }, () => [null, null]),
    );
    expect(new Set(rows.map(({ rankWithheld }) => rankWithheld))).toEqual(
      new Set(['mixed-status']),
    );
  });

  it('ranks again once restricted to provisional scores, and says they speak of several days', async () => {
    const { rows, title, restrictedTo } = await ranking({ ...question, status: 'provisional' });
    expect(restrictedTo).toEqual({ status: 'provisional', publication: null });
    expect(byRegion(rows, ({ rankLabel }) => rankLabel)).toEqual({
      '36.03': '1',
      '36.04': '2',
      '36.02': '3',
      '36.72': '4=',
      '36.74': '4=',
      '36.71': '6',
      '36.73': '7',
      '36.01': '8',
    });
    expect(title).toContain('Interim ranking');
  });

  it('shows the table of one source alone when restricted to publication B5', async () => {
    const { rows, restrictedTo } = await ranking({ ...question, publication: 'B5' });
    expect(restrictedTo).toEqual({ status: null, publication: 'B5' });
    expect(byRegion(rows, ({ rank }) => rank)).toEqual(mcp2019.expectedRanks);
  });
});

describe('years of which little is known', () => {
  it('lists the seven units without a 2022 score apart and gives no rank for Kota Serang, only a range', async () => {
    const { rows, notRanked, basis } = await ranking({ year: '2022' });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      region: { code: '36.73', name: 'Kota Serang' },
      value: '91',
      status: 'final',
      publishedRank: 4,
      rank: null,
      rankLabel: null,
      rankBetween: [1, 8],
      rankWithheld: 'incomplete',
    });
    expect(codes(notRanked)).toEqual([
      '36.01',
      '36.02',
      '36.03',
      '36.04',
      '36.71',
      '36.72',
      '36.74',
    ]);
    expect(basis).toMatchObject({ complete: false, unitsAssessed: 1, unitsTotal: 8 });
  });

  it('keeps Kota Serang at 64, provisional, on 8 November 2023', async () => {
    const { rows } = await ranking({ year: '2023', validAt: '2023-11-08' });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      region: { code: '36.73' },
      value: '64',
      status: 'provisional',
      asOf: '2023-11-08',
    });
  });

  it('ranks the survey of 2024 nowhere and keeps the province out of its own list', async () => {
    const { rows, provinceScore } = await ranking({ instrument: 'SPI', year: '2024' });
    expect(byRegion(rows, ({ value }) => value)).toEqual({
      '36.71': '75.22',
      '36.72': '66',
      '36.73': '64.86',
      '36.74': '76.25',
    });
    expect(byRegion(rows, ({ rankBetween }) => rankBetween)).toEqual({
      '36.74': [1, 5],
      '36.71': [2, 6],
      '36.72': [3, 7],
      '36.73': [4, 8],
    });
    expect(provinceScore).toMatchObject({ region: { code: '36' }, value: '71.21' });
  });
});

it('answers nothing for a moment of knowledge before the import, and says so', async () => {
  const reply = await ranking({ year: '2019', validAt: '2019-08-21', knownAt: '2020-01-01' });
  expect(reply.rows).toEqual([]);
  expect(reply.knownAt).toBe('2020-01-01T23:59:59.999Z');
  expect(reply.statement.map(({ code }) => code)).toEqual(['nothing-recorded']);
  expect(reply.title).toContain('nothing had been recorded by 1 January 2020');
});

describe('one scorecard', () => {
  interface Scorecard {
    readonly state: {
      readonly assessments: readonly { readonly area: string; readonly recorded: string | null }[];
      readonly publications: readonly Readonly<Record<string, unknown>>[];
    };
  }
  const scorecard = async (): Promise<Scorecard['state']> =>
    (await get<Scorecard>(service, '/v1/scorecards/36.73/MCP/2019')).body.state;

  it('keeps the computed 62.86 beside the published 63', async () => {
    const { publications, assessments } = await scorecard();
    expect(publications.at(-1)).toMatchObject({ value: '63', status: 'final', computed: '62.86' });
    const areas = Object.entries(facts.areaScores[0]!.areas);
    expect(Object.fromEntries(assessments.map(({ area, recorded }) => [area, recorded]))).toEqual(
      Object.fromEntries(areas.map(([area, score]) => [area, String(score)])),
    );
  });

  it('leaves absent what no source gives: the final score of 2019 has no day and no rank', async () => {
    const { publications } = await scorecard();
    expect(publications.at(-1)).toMatchObject({ asOf: null, publishedRank: null, amendedTo: null });
    const { rows } = await ranking({ year: '2019', status: 'final' });
    expect(rows[0]).toMatchObject({ asOf: null, asOfKnown: false, publishedRank: null });
  });
});

describe('the pact of Kabupaten Serang of 23 June 2022', () => {
  it('has seven signatories and three witnesses, none of them a signatory', async () => {
    const { body } = await get<PactDocument>(service, '/v1/pacts/serang-2022-06-23');
    expect(body).toMatchObject({ region: '36.04', date: '2022-06-23', state: 'published' });
    const recorded = facts.pacts[0]!;
    expect(body.signatories.map(({ position: office }) => office)).toEqual(
      recorded.signatories.map(({ position: office }) => office),
    );
    expect(body.signatories).toHaveLength(7);
    expect(body.witnesses.map(({ name }) => name)).toEqual([
      'Pandji Tirtayasa',
      'Bahrul Ulum',
      'Rudy Suhartanto',
    ]);
    expect(body.symbolicSigners).toEqual([
      { group: 'Kepala OPD', count: 3 },
      { group: 'Camat', count: 9 },
    ]);
  });

  it('names no signatory whom the source does not name', async () => {
    const { body } = await get<PactDocument>(service, '/v1/pacts/serang-2022-06-23');
    expect(body.signatories.filter(({ name }) => name === null)).toHaveLength(3);
  });
});

describe('the action plans of the province', () => {
  it('adopts the five items of 2016 without owner, due date or decree', async () => {
    const { body } = await get<PlanProgressOn>(service, '/v1/plans/36-2016');
    expect(body).toMatchObject({ decree: null, announcedItemCount: null, overdue: [] });
    expect(body.items.map(({ title }) => title)).toEqual(facts.actionPlans[0]!.items);
    expect(body.items.every(({ owner }) => owner === null)).toBe(true);
  });

  it('says of 2017 that four of six announced items are named', async () => {
    const { body } = await get<PlanProgressOn>(service, '/v1/plans/36-2017');
    expect(body.announcedItemCount).toBe(6);
    expect(body.items.map(({ title }) => title)).toEqual(facts.actionPlans[1]!.problemAreas);
    expect(body.counts).toMatchObject({ items: 4, open: 4, verified: 0 });
  });
});
