import { mcp2025, openOf2025, opened2025 } from '../testing/evidence-scorecards';
import { givenFor } from '../testing/given';
import {
  amend,
  context,
  finalise,
  jurisdiction,
  key,
  listed,
  opened,
  points,
} from '../testing/scorecards';
import { closingOf, isClosingCertain, scorecard, type ScorecardEvent } from '.';

const given = givenFor(scorecard);
const key2025 = { ...key, year: 2025 };
const at = '2025-11-01T00:00:00.000Z';
const close = (closesAt: string | null, decision: string | null = null) =>
  ({ type: 'CloseCycle', ...context, jurisdiction, at, closesAt, decision }) as const;
const closed = (closesAt: string, decision: string | null = null): ScorecardEvent => ({
  type: 'CycleClosed',
  data: { ...key2025, closesAt, decision, closedBy: 'operator' },
});
const results = [
  { subIndicator: 'assets.1.1', points: '75', maximumPoints: '100', zeroBecause: null },
  { subIndicator: 'assets.1.2', points: '0', maximumPoints: '10', zeroBecause: 'late' as const },
  { subIndicator: 'tax.1.1', points: '5', maximumPoints: '20', zeroBecause: null },
];

describe('opening the scorecard of a framework with sub-indicators', () => {
  it('copies what applies to the level, and drops what is left without parts', () => {
    given().when(openOf2025('city')).then(opened2025('city'));
    given().when(openOf2025('regency')).then(opened2025('regency'));
    expect(opened2025('city').data.areas.map(({ id }) => id)).toEqual(['assets', 'tax']);
    expect(opened2025('regency').data.areas.map(({ id }) => id)).toEqual([
      'assets',
      'tax',
      'villages',
    ]);
  });
});

describe('closing a cycle', () => {
  const open = opened2025('city', null);

  it('sets the end of the uploads once, at least ten seconds ahead', () => {
    given(open)
      .when(close('2025-11-15T16:59:59.999Z', 'B/7712'))
      .then(closed('2025-11-15T16:59:59.999Z', 'B/7712'));
    given(open).when(close(null)).then(closed('2025-11-01T00:00:10.000Z'));
    given(open).when(close('2025-11-01T00:00:09.999Z')).refused('scorecard.closing-too-soon');
    given(open, closed('2025-11-15T16:59:59.999Z'))
      .when(close('2025-11-20T16:59:59.999Z'))
      .refused('scorecard.already-closed');
  });

  it('goes before what the framework announced, until that has come', () => {
    const announced = opened2025('city', '2025-11-30T16:59:59.999Z');
    given(announced)
      .when(close('2025-12-05T16:59:59.999Z'))
      .then(closed('2025-12-05T16:59:59.999Z'));
    given(announced)
      .when({ ...close('2025-12-05T16:59:59.999Z'), at: '2025-12-01T00:00:00.000Z' })
      .refused('scorecard.already-closed');
  });

  it('is certain for others only once the notice has passed', () => {
    const state = [opened2025('city', '2025-11-30T16:59:59.999Z')].reduce(
      (before, event) => scorecard.evolve(before, event),
      scorecard.initialState(),
    );
    expect(isClosingCertain(state, '2025-11-30T17:00:09.999Z')).toBe(false);
    expect(isClosingCertain(state, '2025-11-30T17:00:10.000Z')).toBe(true);
    const decided = scorecard.evolve(state, closed('2025-12-05T16:59:59.999Z'));
    expect(isClosingCertain(decided, at)).toBe(true);
    expect(decided.status !== 'unopened' && closingOf(decided)).toBe('2025-12-05T16:59:59.999Z');
  });

  it('is refused where there is nothing to close, and with what is no instant or decision', () => {
    given(opened).when(close(null)).refused('scorecard.nothing-to-close');
    given(open).when(close('2025-11-31T00:00:00.000Z')).refused('scorecard.invalid-instant');
    given(open).when(close(null, ' ')).refused('scorecard.blank-text');
  });
});

describe('finalising what has evidence', () => {
  const closing = '2025-11-30T16:59:59.999Z';
  const start = opened2025('city', closing);
  const now = { at: '2025-12-01T02:00:00.000Z' };

  it('takes every sub-indicator as it was counted, zeros with their reason', () => {
    // assets: (75 % × 2 + 0 % × 1) / 3 = 50; tax: 25; assets weighs 3, tax 1.
    given(start)
      .when({ ...finalise, ...now, counted: results })
      .then({
        type: 'ScorecardFinalised',
        data: {
          ...key2025,
          computed: '43.75',
          areas: [
            { area: 'assets', score: '50' },
            { area: 'tax', score: '25' },
          ],
          countedAsZero: [],
          subIndicators: results,
          band: 'yellow',
        },
      });
  });

  it('waits for the end of the uploads and for the counting', () => {
    given(start)
      .when({ ...finalise, at: closing, counted: results })
      .refused('scorecard.cycle-open');
    given(opened2025('city', null))
      .when({ ...finalise, ...now, counted: results })
      .refused('scorecard.cycle-open');
    given(start)
      .when({ ...finalise, ...now, counted: results.slice(1) })
      .refused('scorecard.evidence-uncounted');
    given(opened).when(amend('finalised', '60')).refused('scorecard.amendment-subject-unknown');
  });

  it('leaves no other way to score what has sub-indicators', () => {
    given(start)
      .when(points({ area: 'assets', indicator: 'assets.1' }))
      .refused('scorecard.scored-by-evidence');
    given(start)
      .when({
        type: 'RecordAreaScores',
        ...context,
        scores: [{ area: 'assets', score: '98' }],
        asOf: null,
        source: mcp2025.source,
      })
      .refused('scorecard.scored-by-evidence');
    given(listed).when(points()).then(expectScored);
  });
});

const expectScored: ScorecardEvent = {
  type: 'IndicatorScored',
  data: {
    ...key,
    area: 'procurement',
    indicator: 'plan',
    points: '50',
    maximumPoints: '100',
    evidence: [{ sha256: 'cd'.repeat(32), title: 'Procurement plan' }],
    note: null,
  },
};
