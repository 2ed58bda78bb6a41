import { areaScores } from '../area-scores/area-scores';
import { frameworkRegister } from '../framework-register/framework-register';
import { ranking } from '../ranking/ranking';
import { scoresHolding, scoresKnown } from '../ranking/standing-score';
import { fold } from '../testing/fold';
import { scoreLog } from '../testing/score-log';
import { scoreComparison } from './score-comparison';

const log = scoreLog();
const framework = fold(frameworkRegister, log).get('MCP/2024');
const holding = scoresHolding(
  scoresKnown(fold(ranking, log).get('MCP/2024/36')!, undefined),
  undefined,
);
const compared = (...codes: readonly string[]) =>
  scoreComparison(
    framework?.published ?? [],
    codes.map((code) => ({
      region: { code, name: null, level: code === '36.04' ? 'regency' : 'city' },
      score: holding.get(code) ?? null,
      scorecard: fold(areaScores, log).get(`MCP/2024/${code}`) ?? null,
    })),
  );
const area = (comparison: ReturnType<typeof compared>, id: string) =>
  comparison.areas.find((one) => one.id === id)?.regions;

describe('A comparison of regions', () => {
  it('says how far each is behind the best of them, in every area that is known', () => {
    const both = compared('36.72', '36.71');
    expect(area(both, 'planning')).toMatchObject([
      { region: '36.72', score: '83', gap: '7.5' },
      { region: '36.71', score: '90.5', gap: '0' },
    ]);
    expect(area(both, 'procurement')).toMatchObject([{ gap: '0' }, { gap: '5' }]);
  });

  it('keeps what nobody recorded as a gap with its status, never as zero', () => {
    const three = compared('36.72', '36.73', '36.04');
    expect(area(three, 'budgeting')).toMatchObject([
      { status: 'recorded', score: '92', gap: null },
      { status: 'unknown', score: null, gap: null },
      { status: 'unknown', score: null, gap: null },
    ]);
    expect(area(three, 'village-funds')?.map(({ status }) => status)).toEqual([
      'not-applicable',
      'not-applicable',
      'unknown',
    ]);
    expect(three.regions).toMatchObject([
      { code: '36.72', scorecard: 'open', score: { value: '83', publishedRank: 8 } },
      { code: '36.73', scorecard: 'none', score: null, frameworkVersion: null },
      { code: '36.04', scorecard: 'none' },
    ]);
    expect(three.remarks).toEqual(['weights-assumed', 'scores-missing', 'area-scores-missing']);
  });

  it('says so when there is no framework to compare by', () => {
    const none = scoreComparison(
      [],
      [{ region: { code: '36.72', name: null, level: 'city' }, score: null, scorecard: null }],
    );
    expect(none).toMatchObject({ framework: null, areas: [] });
    expect(none.remarks).toContain('framework-unknown');
  });
});
