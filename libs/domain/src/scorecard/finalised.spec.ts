import { mcp2019 } from '../testing/frameworks';
import { givenFor } from '../testing/given';
import {
  openKotaSerang2019,
  kotaSerang2019,
  b1,
  key,
  opened,
  points,
  areas,
  areasRecorded,
  publish,
  published,
  finalise,
  finalised,
  amend,
} from '../testing/scorecards';
import { scorecard, type ScorecardEvent, type ScorecardOpened } from '.';

const given = givenFor(scorecard);

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
          subIndicators: [],
          band: 'red',
        },
      });
  });

  it('computes nothing for an instrument without areas', () => {
    const bare: ScorecardOpened = { ...opened, data: { ...opened.data, areas: [] } };
    given()
      .when({
        ...openKotaSerang2019,
        frameworks: [{ version: 1, content: { ...mcp2019, areas: [] } }],
      })
      .then(bare);
    given(bare)
      .when(finalise)
      .then({
        type: 'ScorecardFinalised',
        data: {
          ...key,
          computed: null,
          areas: [],
          countedAsZero: [],
          subIndicators: [],
          band: null,
        },
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
