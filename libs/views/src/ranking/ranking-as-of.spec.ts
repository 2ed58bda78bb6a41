import fc from 'fast-check';

import { bantenLog, bantenRegions, scoreFacts } from '../testing/banten';
import { fold } from '../testing/fold';
import { importedAt, recorded } from '../testing/recorded';
import { regionDirectory } from '../region-directory/region-directory';
import { ranking, rankingId } from './ranking';
import { rankingAsOf, type RankingQuestion } from './ranking-as-of';

const log = bantenLog();
const documents = fold(ranking, log);
const directory = fold(regionDirectory, log).get('36') ?? null;

const ask = (
  question: Omit<RankingQuestion, 'instrument' | 'province'> & { instrument?: string },
) => {
  const key = { instrument: 'MCP', province: '36', ...question };
  return rankingAsOf(documents.get(rankingId(key)) ?? null, directory, key);
};
const ranksOf = ({ rows }: ReturnType<typeof ask>) =>
  rows.map(({ region, rank, rankLabel }) => [region.code, rank, rankLabel]);
const remarksOf = ({ statement }: ReturnType<typeof ask>) => statement.map(({ code }) => code);

const august = [
  ['36.03', 1, '1'],
  ['36.02', 2, '2'],
  ['36.72', 3, '3='],
  ['36.74', 3, '3='],
  ['36.71', 5, '5'],
  ['36.04', 6, '6'],
  ['36.73', 7, '7'],
  ['36.01', 8, '8'],
];

describe('the ranking of Banten', () => {
  it('on 21 August 2019 is complete, provisional and has a shared third rank', () => {
    const reply = ask({ year: 2019, validAt: '2019-08-21' });
    expect(ranksOf(reply)).toEqual(august);
    expect(reply.rows.filter(({ tie }) => tie)).toHaveLength(2);
    expect(reply.basis).toMatchObject({
      statuses: ['provisional'],
      days: ['2019-08-21'],
      complete: true,
      mixedStatus: false,
      mixedDays: false,
      unitsAssessed: 8,
      unitsTotal: 8,
    });
    expect(reply.title).toBe('Provisional ranking: MCP 2019, Provinsi Banten as of 21 August 2019');
    expect(reply.titleId).toBe(
      'Peringkat sementara: MCP 2019, Provinsi Banten per 21 Agustus 2019',
    );
    expect(reply.dates).toEqual(['2019-08-21', '2019-10-30', '2019-12-19', '2019-12-31']);
  });

  it('at the end of 2019 mixes statuses, so no unit has a rank', () => {
    const reply = ask({ year: 2019, validAt: '2019-12-31' });
    expect(reply.rows.map(({ region, value, status }) => [region.code, value, status])).toEqual([
      ['36.01', '32', 'provisional'],
      ['36.02', '67', 'provisional'],
      ['36.03', '83', 'provisional'],
      ['36.04', '69', 'provisional'],
      ['36.71', '51', 'provisional'],
      ['36.72', '65', 'provisional'],
      ['36.73', '63', 'final'],
      ['36.74', '65', 'provisional'],
    ]);
    for (const row of reply.rows)
      expect(row).toMatchObject({ rank: null, tie: false, rankWithheld: 'mixed-status' });
    expect(reply.rows[6]).toMatchObject({ asOf: null, asOfKnown: false });
    expect(remarksOf(reply)).toEqual(['mixed-status', 'mixed-days', 'provisional', 'day-unknown']);
    expect(reply.title).toContain('not ranked, final for 1 of 8 units only');
  });

  it('without a day is what holds last', () => {
    const { rows } = ask({ year: 2019 });
    expect(rows).toEqual(ask({ year: 2019, validAt: '2019-12-31' }).rows);
  });

  it('restricted to provisional scores at the end of 2019 is an interim ranking', () => {
    const reply = ask({ year: 2019, validAt: '2019-12-31', status: 'provisional' });
    expect(ranksOf(reply)).toEqual([
      ['36.03', 1, '1'],
      ['36.04', 2, '2'],
      ['36.02', 3, '3'],
      ['36.72', 4, '4='],
      ['36.74', 4, '4='],
      ['36.71', 6, '6'],
      ['36.73', 7, '7'],
      ['36.01', 8, '8'],
    ]);
    expect(reply.basis.mixedDays).toBe(true);
    expect(reply.title).toContain('Interim ranking');
    expect(reply.rows[7]).toMatchObject({ region: { code: '36.01' }, publishedRank: 8 });
  });

  it('restricted to one publication is that publication, whenever one asks', () => {
    const reply = ask({ year: 2019, validAt: '2019-12-31', publication: 'B5' });
    expect(ranksOf(reply)).toEqual(august);
    expect(reply.publications).toMatchObject([
      { source: { id: 'B5' }, asOf: '2019-08-21', status: 'provisional', units: 8 },
      { source: { id: 'B6' }, asOf: '2019-10-30', status: 'provisional', units: 1 },
      { source: { id: 'B3' }, asOf: '2019-12-19', status: 'provisional', units: 3 },
      { source: { id: 'B1' }, asOf: null, status: 'final', units: 1 },
    ]);
  });

  it('in 2022 knows one unit: its published rank is shown, its own is a range', () => {
    const reply = ask({ year: 2022 });
    expect(reply.rows).toMatchObject([
      {
        region: { code: '36.73', name: 'Kota Serang', level: 'city' },
        value: '91',
        publishedRank: 4,
        rank: null,
        rankBetween: [1, 8],
        rankWithheld: 'incomplete',
      },
    ]);
    expect(reply.notRanked).toHaveLength(7);
    expect(reply.notRanked[0]).toEqual({
      region: { code: '36.01', name: 'Kabupaten Pandeglang', level: 'regency' },
      reason: 'no-data',
    });
    expect(reply.title).toContain('not ranked, 1 of 8 units known');
  });

  it('on 8 November 2023 says 64 is provisional and not to be compared with a final score', () => {
    const reply = ask({ year: 2023, validAt: '2023-11-08' });
    expect(reply.rows).toMatchObject([{ value: '64', status: 'provisional', rank: null }]);
    expect(remarksOf(reply)).toEqual(['incomplete', 'provisional']);
  });

  it('keeps the score of the province itself out of the ranking', () => {
    const reply = ask({ instrument: 'SPI', year: 2024 });
    expect(reply.provinceScore).toMatchObject({
      region: { name: 'Provinsi Banten' },
      value: '71.21',
    });
    expect(reply.rows.map(({ region, rankBetween }) => [region.code, rankBetween])).toEqual([
      ['36.74', [1, 5]],
      ['36.71', [2, 6]],
      ['36.72', [3, 7]],
      ['36.73', [4, 8]],
    ]);
    expect(reply.publications).toMatchObject([{ units: 4 }]);
  });

  it('before anything was recorded is empty and says so', () => {
    const reply = ask({ year: 2019, knownAt: '2025-12-31T23:59:59.999Z' });
    expect(reply).toMatchObject({ rows: [], notRanked: [], dates: [], province: null });
    expect(remarksOf(reply)).toEqual(['nothing-recorded']);
    expect(reply.title).toBe(
      'MCP 2019, province 36: nothing had been recorded by 31 December 2025 23:59:59.999 UTC',
    );
    expect(ask({ year: 2019, knownAt: importedAt }).rows).toHaveLength(8);
  });

  it('on a day before the first score lists every unit as not ranked', () => {
    const reply = ask({ year: 2019, validAt: '2019-08-20' });
    expect(reply).toMatchObject({ rows: [], basis: { complete: false, unitsTotal: 8 } });
    expect(reply.notRanked).toHaveLength(8);
    expect(remarksOf(reply)).toEqual(['nothing-holds-yet']);
  });
});

describe('ranks that are certain', () => {
  const [pandeglang, lebak] = ['36.01', '36.02'];
  const publishedAs = (scores: Record<string, string>, status: 'provisional' | 'final' = 'final') =>
    scoreFacts({ year: 2030, status, asOf: '2030-12-31', source: 'X', scores });
  const replyTo = (facts: ReturnType<typeof publishedAs>, units = bantenRegions.slice(0, 3)) => {
    const events = recorded([...units, ...facts]);
    const key = { instrument: 'MCP', year: 2030, province: '36' };
    const found = fold(ranking, events).get('MCP/2030/36') ?? null;
    return rankingAsOf(found, fold(regionDirectory, events).get('36') ?? null, key);
  };

  it('withhold nothing when every unit has a final score of one day', () => {
    const reply = replyTo(publishedAs({ [pandeglang]: '80.10', [lebak]: '80.1' }));
    expect(ranksOf(reply)).toEqual([
      ['36.01', 1, '1='],
      ['36.02', 1, '1='],
    ]);
    expect(reply.title).toBe('Final ranking: MCP 2030, Provinsi Banten');
    expect(remarksOf(reply)).toEqual([]);
  });

  it('are none while a score belongs to a unit that nobody registered', () => {
    const reply = replyTo(publishedAs({ [pandeglang]: '1', [lebak]: '2', '36.74': '3' }));
    expect(reply.rows[0]).toMatchObject({
      region: { code: '36.74', name: null, level: 'city' },
      rank: null,
      rankBetween: null,
      rankWithheld: 'incomplete',
    });
    expect(remarksOf(reply)).toContain('units-unknown');
  });

  it('hold the rank that turns out in the end within the range given before', () => {
    const codes = bantenRegions.slice(1).map(({ stream }) => stream.slice('region-'.length));
    const values = fc.tuple(...codes.map(() => fc.integer({ min: 0, max: 9 }).map(String)));
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 7 }), (scores, known) => {
        const all = Object.fromEntries(codes.map((code, place) => [code, scores[place] ?? '0']));
        const some = Object.fromEntries(Object.entries(all).slice(0, known));
        const finally_ = replyTo(publishedAs(all), [...bantenRegions]);
        for (const { region, rankBetween } of replyTo(publishedAs(some), [...bantenRegions]).rows) {
          const rank = finally_.rows.find((row) => row.region.code === region.code)?.rank ?? NaN;
          const [best, worst] = rankBetween ?? [NaN, NaN];
          expect(best <= rank && rank <= worst).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('a corrected score', () => {
  const facts = [
    ...bantenRegions,
    ...scoreFacts({
      year: 2030,
      status: 'final',
      asOf: null,
      source: 'X',
      scores: { '36.73': '91' },
    }),
    {
      stream: 'scorecard-36.73-mcp-2030',
      recordedAt: '2026-03-01T00:00:00.000Z',
      event: {
        type: 'ScoreAmended' as const,
        data: {
          region: '36.73',
          instrument: 'MCP',
          year: 2030,
          subject: 1,
          from: '91',
          to: '90.5',
          reason: 'sum corrected',
          decision: 'KEP-1/2031',
        },
      },
    },
  ];
  const document = fold(ranking, recorded(facts)).get('MCP/2030/36') ?? null;
  const asked = (knownAt?: string) =>
    rankingAsOf(document, directory, {
      instrument: 'MCP',
      year: 2030,
      province: '36',
      ...(knownAt === undefined ? {} : { knownAt }),
    });

  it('has its old value for whoever asks what was known before the correction', () => {
    expect(asked('2026-02-28T23:59:59.999Z').rows).toMatchObject([{ value: '91', amended: null }]);
    expect(asked().rows).toMatchObject([
      { value: '90.5', amended: { from: '91', decision: 'KEP-1/2031' } },
    ]);
    expect(remarksOf(asked())).toContain('amended');
  });
});
