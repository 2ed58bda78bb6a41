import fc from 'fast-check';
import { b1, kotaSerang2019 } from '../testing/scorecards';
import { isWithin } from '../values/decimal';
import {
  areaScores,
  type AssessedArea,
  computedScore,
  scorecard,
  type ScorecardEvent,
  type ScorecardOpened,
  type ScorecardState,
  standingScore,
  unscoredAreas,
} from '.';

const key = { region: '36.73', instrument: 'MCP', year: 2019 };

const open = (
  areas: AssessedArea[],
  change: Partial<ScorecardOpened['data']> = {},
): ScorecardEvent => ({
  type: 'ScorecardOpened',
  data: {
    ...key,
    level: 'city',
    frameworkVersion: 1,
    scale: { minimum: '0', maximum: '100' },
    decimalPlaces: 2,
    areas,
    bands: null,
    closesAt: null,
    ...change,
  },
});
const area = (id: string, weight = '1', indicators: AssessedArea['indicators'] = null) => ({
  id,
  weight,
  indicators,
});
const indicator = (id: string, weight = '1') => ({ id, name: id, weight, subIndicators: null });
const scored = (of: string, id: string, points: string, maximumPoints = '100'): ScorecardEvent => ({
  type: 'IndicatorScored',
  data: { ...key, area: of, indicator: id, points, maximumPoints, evidence: [], note: null },
});
const recorded = (...scores: { area: string; score: string }[]): ScorecardEvent => ({
  type: 'AreaScoresRecorded',
  data: { ...key, scores, asOf: null, source: b1 },
});
const after = (...events: ScorecardEvent[]): ScorecardState =>
  events.reduce((state, event) => scorecard.evolve(state, event), scorecard.initialState());

describe('the computed score', () => {
  it('of Kota Serang 2019 is 62.86 over its seven areas; 63 was published', () => {
    const areas = kotaSerang2019.map((known) => area(known.area));
    const state = after(open(areas), recorded(...kotaSerang2019));
    expect(computedScore(state)).toBe('62.86');
    expect(areaScores(state)).toEqual(kotaSerang2019);
    expect(
      computedScore(after(open(areas, { decimalPlaces: 0 }), recorded(...kotaSerang2019))),
    ).toBe('63');
  });

  it.each([
    ['Kota Serang 2020', '69.55', '69.14', ['76', '63', '84', '78', '71', '61', '51']],
    ['Kota Cilegon 2024', '83', '83.25', ['98', '92', '87', '83', '83', '81', '77', '65']],
  ])(
    'of %s was published as %s and computes to %s with equal weights',
    (_region, _value, total, scores) => {
      const facts = scores.map((score, index) => ({ area: `area-${index}`, score }));
      const areas = facts.map((known) => area(known.area));
      expect(computedScore(after(open(areas), recorded(...facts)))).toBe(total);
    },
  );

  it('is null without areas, while nothing is scored and before the scorecard exists', () => {
    expect(computedScore(after())).toBeNull();
    expect(computedScore(after(open([])))).toBeNull();
    expect(computedScore(after(open([area('a')])))).toBeNull();
    expect(standingScore(after(open([area('a')])))).toBeNull();
  });

  it('weighs areas, an unscored one counting as zero', () => {
    const state = after(
      open([area('a', '75'), area('b', '25')]),
      recorded({ area: 'a', score: '80' }),
    );
    expect(computedScore(state)).toBe('60');
    expect(unscoredAreas(state)).toEqual(['b']);
  });

  it('weighs listed indicators, an unscored one counting as zero', () => {
    const indicators = [indicator('i', '3'), indicator('j', '1')];
    const state = after(open([area('a', '1', indicators)]), scored('a', 'i', '5', '10'));
    expect(areaScores(state)).toEqual([{ area: 'a', score: '37.5' }]);
  });

  it('weighs unlisted indicators equally, each by its share of the maximum', () => {
    const state = after(open([area('a')]), scored('a', 'i', '1', '3'), scored('a', 'j', '100'));
    expect(areaScores(state)).toEqual([{ area: 'a', score: '66.666667' }]);
    expect(computedScore(state)).toBe('66.67');
  });

  it('goes by the latest fact about an area', () => {
    const start = open([area('a')]);
    const whole = recorded({ area: 'a', score: '90' });
    expect(computedScore(after(start, scored('a', 'i', '50'), whole))).toBe('90');
    expect(computedScore(after(start, whole, scored('a', 'i', '50')))).toBe('50');
    expect(computedScore(after(start, scored('a', 'i', '50'), scored('a', 'i', '70')))).toBe('70');
  });

  it('lies on the scale of the instrument, where zero points are the minimum', () => {
    const scale = { minimum: '1', maximum: '4' };
    const start = open([area('a'), area('b')], { scale });
    expect(computedScore(after(start, scored('a', 'i', '50')))).toBe('1.75');
  });

  it('rounds once: thirds of three areas make a whole again', () => {
    const areas = ['a', 'b', 'c'].map((id) => area(id));
    const thirds = areas.map(({ id }) => scored(id, 'i', '1', '3'));
    const half = scored('a', 'j', '2', '3');
    expect(computedScore(after(open(areas, { decimalPlaces: 4 }), ...thirds))).toBe('33.3333');
    expect(computedScore(after(open([area('a')]), thirds[0]!, half))).toBe('50');
  });

  it('always lies within the scale, for the same facts the same', () => {
    const fact = fc
      .record({
        of: fc.constantFrom('a', 'b', 'c'),
        id: fc.constantFrom('i', 'j'),
        points: fc.integer({ min: 0, max: 37 }),
        whole: fc.boolean(),
      })
      .map(({ of, id, points, whole }) =>
        whole
          ? recorded({ area: of, score: String(points) })
          : scored(of, id, String(points), '37'),
      );
    const start = open([
      area('a', '50'),
      area('b', '30', [indicator('i', '2'), indicator('j')]),
      area('c', '20'),
    ]);
    fc.assert(
      fc.property(fc.array(fact, { minLength: 1, maxLength: 20 }), (facts) => {
        const state = after(start, ...facts);
        const score = computedScore(state);
        expect(after(start, ...facts)).toEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        return score !== null && isWithin(score, '0', '100');
      }),
    );
  });
});
