import { areaScores } from '../area-scores/area-scores';
import { frameworkRegister, type PublishedVersion } from '../framework-register/framework-register';
import { ranking } from '../ranking/ranking';
import { fold } from '../testing/fold';
import { scoreLog } from '../testing/score-log';
import { scoreSeries } from './score-series';
import { breakBetween } from './series-break';

const log = scoreLog();
const of = (region: string) => ({
  region,
  level: 'city' as const,
  frameworks: [...fold(frameworkRegister, log).values()],
  rankings: [...fold(ranking, log).values()],
  scorecards: [...fold(areaScores, log).values()].filter((one) => one.region === region),
});

describe('A series of scores', () => {
  const { years, breaks } = scoreSeries(of('36.72'));

  it('has each year with its total, its areas, and what is not known of them', () => {
    expect(years.map(({ year, score }) => [year, score?.value])).toEqual([
      [2023, '87'],
      [2024, '83'],
    ]);
    expect(years[0]?.areas.map(({ id, status }) => [id, status])).toEqual([
      ['planning-and-budgeting', 'unknown'],
      ['procurement', 'unknown'],
      ['licensing', 'unknown'],
      ['village-funds', 'not-applicable'],
    ]);
    expect(years[1]).toMatchObject({
      framework: { version: 1, weightsBasis: 'assumed-equal' },
      publications: 1,
      computed: null,
    });
    expect(years[1]?.areas).toContainEqual(
      expect.objectContaining({ id: 'budgeting', status: 'recorded', score: '92' }),
    );
  });

  it('shows where it breaks: which areas go on, are split, end and begin', () => {
    expect(breaks).toMatchObject([
      {
        from: 2023,
        to: 2024,
        kinds: ['areas-changed', 'weights-assumed'],
        areas: {
          continued: [{ id: 'procurement' }],
          split: [
            {
              from: { id: 'planning-and-budgeting' },
              into: [{ id: 'planning' }, { id: 'budgeting' }],
            },
          ],
          merged: [],
          disappeared: [{ id: 'licensing' }],
          appeared: [{ id: 'public-services' }],
        },
      },
    ]);
  });

  it('has the years of the frameworks for a region nobody scored, without a score', () => {
    const unknown = scoreSeries(of('36.73'));
    expect(unknown.years.map(({ year, score }) => [year, score])).toEqual([
      [2023, null],
      [2024, null],
    ]);
  });
});

describe('Two years of a series', () => {
  const [document] = [...fold(frameworkRegister, log).values()];
  const version: PublishedVersion = { ...document!.published[0]!, weightsBasis: 'published' };
  const years = { from: 2023, to: 2024 };
  const kinds = (after: Partial<PublishedVersion> | null) =>
    breakBetween(years, [version, after && { ...version, ...after }], 'city')?.kinds;

  it('compare when nothing of the framework changed', () => {
    expect(kinds({})).toBeUndefined();
    expect(breakBetween(years, [null, null], 'city')).toBeNull();
  });

  it('do not for each of these reasons', () => {
    expect(kinds(null)).toEqual(['framework-unknown']);
    expect(kinds({ version: 2 })).toEqual(['framework-version-changed']);
    expect(kinds({ weightsBasis: 'assumed-equal' })).toEqual(['weights-assumed']);
    expect(kinds({ scale: { minimum: '0', maximum: '10' } })).toEqual(['scale-changed']);
    expect(kinds({ bands: null })).toEqual(['bands-changed']);
    const areas = version.areas.map((area) => ({ ...area, weight: '2' }));
    expect(kinds({ areas })).toEqual(['weights-changed']);
  });

  it('compare for a city when only an area of regencies ended', () => {
    const areas = version.areas.filter(({ id }) => id !== 'village-funds');
    expect(kinds({ areas })).toBeUndefined();
    const forRegency = breakBetween(years, [version, { ...version, areas }], 'regency');
    expect(forRegency?.areas?.disappeared).toMatchObject([{ id: 'village-funds' }]);
  });
});
