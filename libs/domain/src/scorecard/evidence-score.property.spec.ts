import fc from 'fast-check';
import { compareDecimals } from '../values/decimal';
import { compareFractions, fractionOf } from '../values/fraction';
import {
  type AssessedArea,
  exactAreas,
  type OpenedScorecard,
  type PointsBySubIndicator,
  scorecard,
  total,
} from '.';

interface Part {
  readonly weight: number;
  readonly points: number;
  readonly maximum: number;
}
type Tree = readonly {
  readonly weight: number;
  readonly indicators: readonly { readonly weight: number; readonly parts: readonly Part[] }[];
}[];

const weight = fc.integer({ min: 1, max: 40 });
const part: fc.Arbitrary<Part> = fc
  .record({ weight, maximum: fc.integer({ min: 1, max: 120 }), share: fc.nat(100) })
  .map(({ weight: w, maximum, share }) => ({
    weight: w,
    maximum,
    points: Math.floor((maximum * share) / 100),
  }));
const tree: fc.Arbitrary<Tree> = fc.array(
  fc.record({
    weight,
    indicators: fc.array(
      fc.record({ weight, parts: fc.array(part, { minLength: 1, maxLength: 4 }) }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

interface Case {
  readonly state: OpenedScorecard;
  readonly points: PointsBySubIndicator;
}

function caseOf(given: Tree, decimalPlaces = 4): Case {
  const points = new Map<string, { points: string; maximumPoints: string }>();
  const areas: AssessedArea[] = given.map((area, a) => ({
    id: `a${a}`,
    weight: String(area.weight),
    indicators: area.indicators.map((indicator, i) => ({
      id: `a${a}.${i}`,
      name: 'x',
      weight: String(indicator.weight),
      subIndicators: indicator.parts.map((one, p) => {
        const id = `a${a}.${i}.${p}`;
        const maximumPoints = String(one.maximum);
        points.set(id, { points: String(one.points), maximumPoints });
        return {
          id,
          weight: String(one.weight),
          maximumPoints,
          documents: [{ id: 'd', points: maximumPoints }],
        };
      }),
    })),
  }));
  const state = scorecard.evolve(scorecard.initialState(), {
    type: 'ScorecardOpened',
    data: {
      region: '36.73',
      instrument: 'MCP',
      year: 2025,
      level: 'city',
      frameworkVersion: 1,
      scale: { minimum: '0', maximum: '100' },
      decimalPlaces,
      areas,
      bands: null,
      closesAt: null,
    },
  });
  return { state: state as OpenedScorecard, points };
}
const totalOf = (given: Tree, decimalPlaces?: number): string => {
  const { state, points } = caseOf(given, decimalPlaces);
  return total(state, points) ?? 'none';
};

const mean = (parts: readonly { value: number; weight: number }[]): number =>
  parts.reduce((sum, { value, weight: w }) => sum + value * w, 0) /
  parts.reduce((sum, { weight: w }) => sum + w, 0);
const plainly = (given: Tree): number =>
  mean(
    given.map((area) => ({
      weight: area.weight,
      value: mean(
        area.indicators.map((indicator) => ({
          weight: indicator.weight,
          value: mean(
            indicator.parts.map((one) => ({
              weight: one.weight,
              value: (one.points / one.maximum) * 100,
            })),
          ),
        })),
      ),
    })),
  );

describe('the score of a tree of evidence', () => {
  it('is what a plain computation in floating point comes to, but exact', () => {
    fc.assert(
      fc.property(tree, (given) => {
        expect(Math.abs(Number(totalOf(given)) - plainly(given))).toBeLessThan(0.0001);
      }),
    );
  });

  it('does not depend on the order of areas, indicators and sub-indicators', () => {
    fc.assert(
      fc.property(tree, (given) => {
        const reversed = [...given].reverse().map((area) => ({
          ...area,
          indicators: [...area.indicators]
            .reverse()
            .map((indicator) => ({ ...indicator, parts: [...indicator.parts].reverse() })),
        }));
        expect(totalOf(reversed)).toBe(totalOf(given));
      }),
    );
  });

  it('does not depend on the unit of the weights: what does not apply renormalises', () => {
    fc.assert(
      fc.property(tree, fc.integer({ min: 2, max: 9 }), (given, factor) => {
        const scaled = given.map((area) => ({ ...area, weight: area.weight * factor }));
        expect(totalOf(scaled)).toBe(totalOf(given));
        if (given.length === 1) return;
        const rest = given.slice(1);
        const value = Number(totalOf(rest));
        expect(Math.abs(value - plainly(rest))).toBeLessThan(0.0001);
      }),
    );
  });

  it('never falls when a point is added, and lies within the scale', () => {
    fc.assert(
      fc.property(tree, fc.nat(3), fc.nat(2), fc.nat(3), (given, a, i, p) => {
        const raised = given.map((area, x) => ({
          ...area,
          indicators: area.indicators.map((indicator, y) => ({
            ...indicator,
            parts: indicator.parts.map((one, z) =>
              x === a && y === i && z === p
                ? { ...one, points: Math.min(one.points + 1, one.maximum) }
                : one,
            ),
          })),
        }));
        const [before, after] = [totalOf(given), totalOf(raised)];
        expect(compareDecimals(after, before)).toBeGreaterThanOrEqual(0);
        expect(compareDecimals(after, '100')).toBeLessThanOrEqual(0);
        expect(compareDecimals(before, '0')).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('rounds once: the areas are exact', () => {
    const thirds: Tree = ['a', 'b', 'c'].map(() => ({
      weight: 1,
      indicators: [{ weight: 1, parts: [{ weight: 1, points: 1, maximum: 3 }] }],
    }));
    const { state, points } = caseOf(thirds, 2);
    expect(total(state, points)).toBe('33.33');
    for (const { score } of exactAreas(state, points)) {
      expect(compareFractions(score!, { numerator: 100n, denominator: 3n })).toBe(0);
      expect(compareFractions(score!, fractionOf('33.33'))).not.toBe(0);
    }
  });

  it('counts what is not known as zero points, and is no score at all when nothing is', () => {
    const { state, points } = caseOf([
      {
        weight: 1,
        indicators: [
          {
            weight: 1,
            parts: [
              { weight: 1, points: 1, maximum: 1 },
              { weight: 1, points: 1, maximum: 1 },
            ],
          },
        ],
      },
    ]);
    const [first] = points;
    expect(total(state, new Map([first!]))).toBe('50');
    expect(exactAreas(state, new Map())[0]!.score).toBeNull();
  });
});
