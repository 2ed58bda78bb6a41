import { mcp2019 } from '../testing/frameworks';
import { givenFor } from '../testing/given';
import { b1, context, kotaSerang, kotaSerang2019, openKotaSerang2019 } from '../testing/scorecards';
import {
  type RecordAreaScores,
  type RecordPublishedScore,
  scorecard,
  type ScorecardEvent,
  type ScorecardOpened,
  type ScoreIndicator,
} from '.';

const given = givenFor(scorecard);
const key = { region: '36.73', instrument: 'MCP', year: 2019 };

const opened: ScorecardOpened = {
  type: 'ScorecardOpened',
  data: {
    ...key,
    level: 'city',
    frameworkVersion: 1,
    scale: { minimum: '0', maximum: '100' },
    decimalPlaces: 2,
    areas: kotaSerang2019.map(({ area }) => ({ id: area, weight: '1', indicators: null })),
  },
};
const listed: ScorecardOpened = {
  type: 'ScorecardOpened',
  data: {
    ...opened.data,
    areas: [
      { id: 'procurement', weight: '1', indicators: [{ id: 'plan', name: 'Plan', weight: '1' }] },
    ],
  },
};
const points = (change: Partial<ScoreIndicator> = {}): ScoreIndicator => ({
  type: 'ScoreIndicator',
  ...context,
  area: 'procurement',
  indicator: 'plan',
  points: '50',
  maximumPoints: '100',
  evidence: [{ sha256: 'cd'.repeat(32), title: 'Procurement plan' }],
  note: null,
  ...change,
});
const scored = (change: Partial<ScoreIndicator> = {}): ScorecardEvent => {
  const { area, indicator, points: given, maximumPoints, evidence, note } = points(change);
  return {
    type: 'IndicatorScored',
    data: { ...key, area, indicator, points: given, maximumPoints, evidence, note },
  };
};
const areas = (change: Partial<RecordAreaScores> = {}): RecordAreaScores => ({
  type: 'RecordAreaScores',
  ...context,
  scores: kotaSerang2019,
  asOf: null,
  source: b1,
  ...change,
});
const areasRecorded: ScorecardEvent = {
  type: 'AreaScoresRecorded',
  data: { ...key, scores: kotaSerang2019, asOf: null, source: b1 },
};
const publish = (change: Partial<RecordPublishedScore> = {}): RecordPublishedScore => ({
  type: 'RecordPublishedScore',
  ...context,
  value: '63',
  status: 'final',
  asOf: null,
  source: b1,
  publishedRank: null,
  ...change,
});
const published = (
  publication: number,
  computed: string | null,
  change: Partial<RecordPublishedScore> = {},
): ScorecardEvent => {
  const { value, status, asOf, source, publishedRank } = publish(change);
  return {
    type: 'PublishedScoreRecorded',
    data: { ...key, publication, value, status, asOf, source, publishedRank, computed },
  };
};
const finalise = { type: 'FinaliseScorecard', ...context } as const;
const finalised: ScorecardEvent = {
  type: 'ScorecardFinalised',
  data: { ...key, computed: '62.86', areas: kotaSerang2019, countedAsZero: [] },
};
const amend = (subject: 'finalised' | number, to: string) =>
  ({
    type: 'AmendScore',
    ...context,
    subject,
    to,
    reason: 'the letter of the province was misread',
    decision: '700/12/2021',
  }) as const;

describe('opening a scorecard', () => {
  it('copies the areas that apply to the level: a city has no village funds', () => {
    given().when(openKotaSerang2019).then(opened);
  });

  it('happens once, for a registered region and a published framework', () => {
    given(opened).when(openKotaSerang2019).refused('scorecard.already-open');
    given()
      .when({ ...openKotaSerang2019, regionState: null })
      .refused('scorecard.region-unknown');
    given()
      .when({ ...openKotaSerang2019, regionState: { ...kotaSerang, code: '36.04' } })
      .refused('scorecard.region-unknown');
    given()
      .when({ ...openKotaSerang2019, framework: null })
      .refused('scorecard.framework-unpublished');
  });

  it('comes before everything else', () => {
    for (const command of [points(), areas(), publish(), finalise, amend(1, '60')]) {
      given().when(command).refused('scorecard.not-found');
    }
  });
});

describe('scoring an indicator', () => {
  it('may score any indicator of an area without a published list, again and again', () => {
    given(opened).when(points()).then(scored());
    given(opened, scored())
      .when(points({ points: '60.0' }))
      .then(scored({ points: '60' }));
  });

  it.each<[string, Partial<ScoreIndicator>]>([
    ['scorecard.area-not-applicable', { area: 'village-funds' }],
    ['scorecard.invalid-identifier', { indicator: 'Plan A' }],
    ['scorecard.invalid-decimal', { points: '5e1' }],
    ['scorecard.maximum-not-positive', { maximumPoints: '0', points: '0' }],
    ['scorecard.points-out-of-range', { points: '100.01' }],
    ['scorecard.points-out-of-range', { points: '-1' }],
    ['scorecard.invalid-evidence', { evidence: [{ sha256: 'file.pdf', title: 'Plan' }] }],
    ['scorecard.invalid-evidence', { evidence: [{ sha256: 'cd'.repeat(32), title: '' }] }],
    ['scorecard.blank-text', { note: '' }],
  ])('is refused with %s', (code, change) => {
    given(opened).when(points(change)).refused(code);
  });

  it('keeps to the list where there is one', () => {
    given(listed).when(points()).then(scored());
    given(listed)
      .when(points({ indicator: 'tender' }))
      .refused('scorecard.indicator-not-listed');
  });
});

describe('recording area scores', () => {
  it('takes each applicable area at most once, on the scale', () => {
    given(opened).when(areas()).then(areasRecorded);
    given(opened)
      .when(areas({ scores: [] }))
      .refused('scorecard.no-area-scores');
    const [first] = kotaSerang2019;
    given(opened)
      .when(areas({ scores: [first!, first!] }))
      .refused('scorecard.area-repeated');
    given(opened)
      .when(areas({ scores: [{ area: 'village-funds', score: '1' }] }))
      .refused('scorecard.area-not-applicable');
    given(opened)
      .when(areas({ scores: [{ ...first!, score: '100.5' }] }))
      .refused('scorecard.score-out-of-scale');
    given(opened)
      .when(areas({ asOf: '2021-04-02' }))
      .refused('scorecard.future-date');
    given(opened)
      .when(areas({ source: { id: '', citation: '' } }))
      .refused('scorecard.blank-text');
  });
});

describe('recording a published score', () => {
  it('keeps it beside the computed one, before and after finalisation', () => {
    given(opened).when(publish()).then(published(1, null));
    given(opened, areasRecorded).when(publish()).then(published(1, '62.86'));
    given(opened, areasRecorded, finalised).when(publish()).then(published(1, '62.86'));
  });

  it('numbers the publications in their order', () => {
    const { source } = publish();
    const series: Partial<RecordPublishedScore>[] = [
      { value: '29', status: 'provisional', asOf: '2019-08-21', source: { ...source, id: 'B5' } },
      { value: '29', status: 'provisional', asOf: '2019-10-30', source: { ...source, id: 'B6' } },
      {
        value: '44',
        status: 'provisional',
        asOf: '2019-12-19',
        source: { ...source, id: 'B3' },
        publishedRank: 7,
      },
      { value: '63' },
    ];
    const events = series.map((change, index) => published(index + 1, null, change));
    series.forEach((change, index) => {
      given(opened, ...events.slice(0, index))
        .when(publish(change))
        .then(events[index]!);
    });
    const state = [opened, ...events].reduce(
      (before, event) => scorecard.evolve(before, event),
      scorecard.initialState(),
    );
    expect(state).toMatchObject({
      publications: [{ value: '29' }, { value: '29' }, { value: '44' }, { value: '63' }],
    });
  });

  it('takes the same fact from the same source once', () => {
    const history = [opened, published(1, null)];
    given(...history)
      .when(publish({ value: '63.00', publishedRank: 3 }))
      .refused('scorecard.publication-already-recorded');
    const later = { asOf: '2021-03-04' };
    given(...history)
      .when(publish(later))
      .then(published(2, null, later));
  });

  it.each<[string, Partial<RecordPublishedScore>]>([
    ['scorecard.invalid-decimal', { value: 'A' }],
    ['scorecard.score-out-of-scale', { value: '101' }],
    ['scorecard.invalid-date', { asOf: '2019' }],
    ['scorecard.future-date', { asOf: '2021-04-02' }],
    ['scorecard.invalid-rank', { publishedRank: 0 }],
    ['scorecard.invalid-rank', { publishedRank: 1.5 }],
    ['scorecard.blank-text', { source: { id: 'B1', citation: ' ' } }],
  ])('is refused with %s', (code, change) => {
    given(opened).when(publish(change)).refused(code);
  });
});

describe('finalising', () => {
  it('computes once', () => {
    given(opened, areasRecorded).when(finalise).then(finalised);
    given(opened, areasRecorded, finalised).when(finalise).refused('scorecard.already-finalised');
  });

  it('names the areas that count as zero', () => {
    const [first, ...others] = kotaSerang2019;
    given(opened, {
      type: 'AreaScoresRecorded',
      data: { ...key, scores: [first!], asOf: null, source: b1 },
    })
      .when(finalise)
      .then({
        type: 'ScorecardFinalised',
        data: {
          ...key,
          computed: '10',
          areas: [first!],
          countedAsZero: others.map(({ area }) => area),
        },
      });
  });

  it('computes nothing for an instrument without areas', () => {
    const bare: ScorecardOpened = { ...opened, data: { ...opened.data, areas: [] } };
    given()
      .when({
        ...openKotaSerang2019,
        framework: { version: 1, content: { ...mcp2019, areas: [] } },
      })
      .then(bare);
    given(bare)
      .when(finalise)
      .then({
        type: 'ScorecardFinalised',
        data: { ...key, computed: null, areas: [], countedAsZero: [] },
      });
  });

  it('ends scoring', () => {
    const history = [opened, areasRecorded, finalised];
    given(...history)
      .when(points())
      .refused('scorecard.finalised');
    given(...history)
      .when(areas())
      .refused('scorecard.finalised');
  });
});

describe('amending', () => {
  const history = [opened, areasRecorded, published(1, '62.86'), finalised];
  const amended = (subject: 'finalised' | number, from: string, to: string): ScorecardEvent => {
    const { reason, decision } = amend(subject, to);
    return { type: 'ScoreAmended', data: { ...key, subject, from, to, reason, decision } };
  };

  it('corrects the finalised score or a publication, from what it stands at', () => {
    given(...history)
      .when(amend('finalised', '62.9'))
      .then(amended('finalised', '62.86', '62.9'));
    given(...history)
      .when(amend(1, '62'))
      .then(amended(1, '63', '62'));
    given(...history, amended(1, '63', '62'))
      .when(amend(1, '63'))
      .then(amended(1, '62', '63'));
    given(...history, amended('finalised', '62.86', '62.9'))
      .when(publish({ status: 'provisional' }))
      .then(published(2, '62.9', { status: 'provisional' }));
  });

  it('needs something to correct', () => {
    given(opened).when(amend('finalised', '60')).refused('scorecard.amendment-subject-unknown');
    given(...history)
      .when(amend(2, '60'))
      .refused('scorecard.amendment-subject-unknown');
    given(...history)
      .when(amend(1, '63.0'))
      .refused('scorecard.amendment-changes-nothing');
    given(...history)
      .when(amend(1, '163'))
      .refused('scorecard.score-out-of-scale');
  });

  it('needs a reason and a decision', () => {
    given(...history)
      .when({ ...amend(1, '60'), reason: ' ' })
      .refused('scorecard.blank-text');
    given(...history)
      .when({ ...amend(1, '60'), decision: '' })
      .refused('scorecard.blank-text');
  });
});
