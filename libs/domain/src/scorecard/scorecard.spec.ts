import { mcp2019 } from '../testing/frameworks';
import { givenFor } from '../testing/given';
import {
  kotaSerang,
  openKotaSerang2019,
  kotaSerang2019,
  opened,
  listed,
  points,
  scored,
  areas,
  areasRecorded,
  publish,
  finalise,
  amend,
} from '../testing/scorecards';
import { scorecard, type ScoreIndicator } from '.';

const given = givenFor(scorecard);

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
      .when({ ...openKotaSerang2019, frameworks: [] })
      .refused('scorecard.framework-unpublished');
  });

  const from = (version: number, effectiveFrom: string) => ({
    version,
    content: { ...mcp2019, effectiveFrom },
  });

  it('takes the version the year began with, not the latest', () => {
    const frameworks = [from(1, '2018-10-01'), from(2, '2019-01-01'), from(3, '2019-07-01')];
    given()
      .when({ ...openKotaSerang2019, frameworks })
      .then({ type: 'ScorecardOpened', data: { ...opened.data, frameworkVersion: 2 } });
  });

  it('waits until a version is in force, on the first day of which it may happen', () => {
    const frameworks = [from(1, '2019-02-01')];
    const at = (instant: string) => ({ ...openKotaSerang2019, frameworks, at: instant });
    given().when(at('2019-01-31T14:59:59.999Z')).refused('scorecard.framework-not-in-force');
    given().when(at('2019-01-31T15:00:00.000Z')).then(opened);
    given()
      .when({ ...openKotaSerang2019, frameworks: [from(1, '2020-01-01')] })
      .refused('scorecard.framework-not-in-force');
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
    ['scorecard.invalid-decimal', { maximumPoints: 'all' }],
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
