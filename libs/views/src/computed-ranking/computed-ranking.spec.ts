import type { ScorecardFinalised } from '@jejak/domain/scorecard/events';
import fc from 'fast-check';

import { regionDirectory } from '../region-directory/region-directory';
import { regionFact } from '../testing/banten';
import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { computedRanking, type ComputedRankingQuestion } from './computed-ranking';
import { computedScores, computedScoresId, computedScoresOfCountry } from './computed-scores';

const mcp = { instrument: 'MCP', year: 2025 };
const finalised = (region: string, computed: string | null): ScorecardFinalised => ({
  type: 'ScorecardFinalised',
  data: {
    region,
    ...mcp,
    computed,
    areas: [],
    countedAsZero: [],
    subIndicators: [],
    band: computed === null ? null : 'green',
  },
});
const regions = [
  regionFact('36', 'Provinsi Banten', 'province'),
  regionFact('36.01', 'Kabupaten Pandeglang', 'regency'),
  regionFact('36.73', 'Kota Serang', 'city'),
  regionFact('32', 'Provinsi Jawa Barat', 'province'),
  regionFact('32.01', 'Kabupaten Bogor', 'regency'),
];
type Fact = Parameters<typeof recorded>[0][number];
const score = (region: string, value: string | null, recordedAt?: string): Fact => ({
  stream: `scorecard-${region}-mcp-2025`,
  event: finalised(region, value),
  ...(recordedAt === undefined ? {} : { recordedAt }),
});

const isThere = <Document>(document: Document | undefined): document is Document =>
  document !== undefined;

function ask(facts: readonly Fact[], question: Partial<ComputedRankingQuestion> = {}) {
  const log = twice(recorded([...regions, ...facts]));
  const { province } = question;
  const scores = fold(computedScores, log);
  const regionsBy = fold(regionDirectory, log);
  const [documents, directories] =
    province === undefined
      ? [[...scores.values()], [...regionsBy.values()]]
      : [
          [scores.get(computedScoresId({ ...mcp, province }))].filter(isThere),
          [regionsBy.get(province)].filter(isThere),
        ];
  return computedRanking(documents, directories, { ...mcp, ...question });
}
const all = [
  score('36', '90'),
  score('36.01', '82.5'),
  score('36.73', '82.50'),
  score('32', '82.49'),
  score('32.01', '99'),
];

describe('a ranking of computed scores', () => {
  it('is of every government of the country, equal scores sharing a rank', () => {
    const { rows, complete, unitsTotal } = ask(all);
    expect(rows.map(({ region, rankLabel }) => [region.code, rankLabel])).toEqual([
      ['32.01', '1'],
      ['36', '2'],
      ['36.01', '3='],
      ['36.73', '3='],
      ['32', '5'],
    ]);
    expect([complete, unitsTotal]).toEqual([true, 5]);
  });

  it('is of the regencies and cities of a province, or of one level', () => {
    expect(ask(all, { province: '36' }).rows.map(({ region }) => region.name)).toEqual([
      'Kabupaten Pandeglang',
      'Kota Serang',
    ]);
    expect(ask(all, { level: 'province' }).rows.map(({ region }) => region.code)).toEqual([
      '36',
      '32',
    ]);
  });

  it('gives no rank while somebody is not finalised, and says which remain possible', () => {
    const { rows, notRanked, complete } = ask(all.slice(0, 3), { province: '36', level: 'city' });
    expect([complete, rows[0]?.rank]).toEqual([true, 1]);
    const country = ask(all.slice(0, 3));
    expect(country.complete).toBe(false);
    expect(country.rows[0]).toMatchObject({ rank: null, rankLabel: null, rankBetween: [1, 3] });
    expect(country.notRanked.map(({ region }) => region.code)).toEqual(['32', '32.01']);
    expect(notRanked).toEqual([]);
    expect(ask([]).rows).toEqual([]);
    expect(ask([score('36.01', null)], { province: '36' }).notRanked).toHaveLength(2);
  });

  it('keeps the scores of each province apart, and finds those of the country by identifier', () => {
    const ids = [...fold(computedScores, twice(recorded([...regions, ...all]))).keys()];
    expect(ids).toEqual(['MCP/2025/36', 'MCP/2025/32']);
    const { _id } = computedScoresOfCountry(mcp);
    expect(_id).toEqual({ $gt: 'MCP/2025/', $lt: 'MCP/20250' });
    const others = ['MCP/2024/36', 'MCP/2026/36', 'MCPX/2025/36', 'ITKP/2025/36'];
    const isFound = (id: string): boolean => id > 'MCP/2025/' && id < 'MCP/20250';
    expect([...ids, ...others].filter(isFound)).toEqual(ids);
  });

  it('goes by what was known, corrections included', () => {
    const amended: Fact = {
      stream: 'scorecard-36.01-mcp-2025',
      event: {
        type: 'ScoreAmended',
        data: {
          region: '36.01',
          ...mcp,
          subject: 'finalised',
          from: '82.5',
          to: '95',
          reason: 'late evidence',
          decision: 'BA-1',
        },
      },
      recordedAt: '2026-03-01T00:00:00.000Z',
    };
    const first = ask([...all, amended], { province: '36' }).rows[0];
    expect(first).toMatchObject({ value: '95', amendedBy: 'BA-1', rank: 1 });
    const before = ask([...all, amended], { province: '36', knownAt: '2026-02-01T00:00:00.000Z' });
    expect(before.rows[0]).toMatchObject({ value: '82.5', amendedBy: null, rankLabel: '1=' });
    const earlier = ask(all, { knownAt: '2025-01-01T00:00:00.000Z' });
    expect([earlier.rows, earlier.unitsTotal]).toEqual([[], 0]);
  });

  it('ranks in the same way whatever the order of finalising', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 5 });
    const codes = ['36', '36.01', '36.73', '32', '32.01'];
    fc.assert(
      fc.property(scores, fc.shuffledSubarray(codes, { minLength: 5 }), (values, order) => {
        const valueOf = (code: string): number => values[codes.indexOf(code)] ?? 0;
        const { rows } = ask(order.map((code) => score(code, String(valueOf(code)))));
        for (const { region, rank } of rows) {
          const higher = values.filter((value) => value > valueOf(region.code)).length;
          expect(rank).toBe(higher + 1);
        }
        expect(rows.map(({ region }) => region.code)).toEqual(
          ask(codes.map((code) => score(code, String(valueOf(code))))).rows.map(
            ({ region }) => region.code,
          ),
        );
      }),
      { numRuns: 40 },
    );
  });
});
