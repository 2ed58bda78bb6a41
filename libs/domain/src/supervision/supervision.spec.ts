import type { PolicyInForce } from '../policy';
import { givenFor } from '../testing/given';
import { mustBeUnsound } from '../testing/policies';
import { supervision, type SupervisionCommand, type SupervisionEvent } from '.';

const given = givenFor(supervision);
const at = '2018-06-01T02:00:00.000Z';
const by = (id: string) => ({ actor: { kind: 'person', id }, at }) as const;
const source = { id: 'S1,S2', citation: 'lBC Serang and Yan Cikal, 2017' };
const key = { meeting: 'banten-2017-10-18', region: '36' };
const facts = {
  ...{ ...key, title: 'Coordination meeting', date: '2017-10-18', organiser: 'KPK', source },
  ...{ place: 'Aula DPRD Kota Cilegon', participants: ['regents and mayors'] },
};
const terms: PolicyInForce<'supervision-terms'> = {
  ...{ kind: 'supervision-terms', version: 2, title: 'Terms', effectiveFrom: '2015-01-01' },
  ...{ legalBasis: 'none found', source, unconfirmed: ['followUpDays'] },
  content: { followUpDays: 60 },
};
const evidence = [{ sha256: 'ab'.repeat(32), title: 'Letter' }];

const meet = (change: object = {}): SupervisionCommand => ({
  ...{ type: 'RecordMeeting', ...facts, regionRegistered: true, ...by('operator') },
  ...change,
});
const met: SupervisionEvent = { type: 'MeetingRecorded', data: facts };
const claim = (value: string): SupervisionCommand => ({
  ...{ type: 'ClaimMeetingDetail', detail: 'speaker of KPK', value, source, ...by('operator') },
});
const claimed = (value: string): SupervisionEvent => ({
  type: 'MeetingDetailClaimed',
  data: { ...key, detail: 'speaker of KPK', value, source },
});
const made = { recommendation: 'r1', text: 'Publish the budget', addressee: null };
const recommend = (change: object = {}): SupervisionCommand => ({
  ...{ type: 'MakeRecommendation', ...made, madeOn: '2017-10-18', policy: terms },
  ...by('operator'),
  ...change,
});
const recommended: SupervisionEvent = {
  type: 'RecommendationMade',
  data: { ...key, ...made, madeOn: '2017-10-18', dueOn: '2017-12-17', policyVersion: 2 },
};
const report = (change: object = {}, who = 'operator'): SupervisionCommand => ({
  ...{ type: 'ReportFollowUp', recommendation: 'r1', reportedOn: '2017-12-17' },
  ...{ evidence, note: null, ...by(who) },
  ...change,
});
const reported = (change: object = {}): SupervisionEvent => ({
  type: 'FollowUpReported',
  data: {
    ...{ ...key, recommendation: 'r1', reportedOn: '2017-12-17', evidence, note: null },
    ...{ reportedBy: 'operator', late: false },
    ...change,
  },
});
const verify = (who: string): SupervisionCommand => ({
  ...{ type: 'VerifyFollowUp', recommendation: 'r1', note: null, ...by(who) },
});
const verified: SupervisionEvent = {
  type: 'FollowUpVerified',
  data: { ...key, recommendation: 'r1', verifiedBy: 'inspector', note: null },
};
const sendBack = (who: string, reason = 'no date'): SupervisionCommand => ({
  ...{ type: 'ReturnFollowUp', recommendation: 'r1', reason, ...by(who) },
});
const returned: SupervisionEvent = {
  type: 'FollowUpReturned',
  data: { ...key, recommendation: 'r1', returnedBy: 'inspector', reason: 'no date' },
};

describe('a meeting', () => {
  it('is recorded once', () => {
    given().when(meet()).then(met);
    given(met).when(meet()).refused('supervision.already-recorded');
    given().when(claim('x')).refused('supervision.not-found');
  });

  it.each<[string, object]>([
    ['supervision.invalid-identifier', { meeting: 'A B' }],
    ['supervision.region-unknown', { regionRegistered: false }],
    ['supervision.invalid-date', { date: '2017-10-32' }],
    ['supervision.future-date', { date: '2018-06-02' }],
    ['supervision.blank-text', { organiser: ' ' }],
    ['supervision.blank-text', { participants: [''] }],
  ])('is refused with %s', (code, change) => {
    given().when(meet(change)).refused(code);
  });

  it('keeps what two articles say of one detail, each once', () => {
    given(met, claimed('Said Situmorang'))
      .when(claim('Saut Situmorang'))
      .then(claimed('Saut Situmorang'));
    given(met, claimed('Saut Situmorang'))
      .when(claim('SAUT  Situmorang'))
      .refused('supervision.claim-known');
  });
});

describe('a recommendation', () => {
  it('is due by the term in force on its day', () => {
    given(met).when(recommend()).then(recommended);
    given(met)
      .when(recommend({ policy: null }))
      .refused('supervision.policy-missing');
    given(met, recommended).when(recommend()).refused('supervision.recommendation-known');
    given(met)
      .when(recommend({ madeOn: '2017-10-17' }))
      .refused('supervision.made-before-meeting');
  });

  it('is followed up with evidence, in time or late', () => {
    given(met, recommended).when(report()).then(reported());
    given(met, recommended)
      .when(report({ reportedOn: '2017-12-18' }))
      .then(reported({ reportedOn: '2017-12-18', late: true }));
    given(met, recommended)
      .when(report({ evidence: [] }))
      .refused('supervision.evidence-missing');
    given(met, recommended)
      .when(report({ evidence: [{ sha256: 'x', title: 'y' }] }))
      .refused('supervision.invalid-evidence');
    given(met, recommended)
      .when(report({ reportedOn: '2017-10-17' }))
      .refused('supervision.reported-before-made');
    given(met).when(report()).refused('supervision.recommendation-unknown');
    given(met, recommended, reported()).when(report()).refused('supervision.already-reported');
    given(met, recommended, reported(), verified)
      .when(report())
      .refused('supervision.already-verified');
    given(met, recommended, reported(), returned).when(report()).then(reported());
  });

  it('is verified or returned, never by the reporter', () => {
    given(met, recommended, reported()).when(verify('inspector')).then(verified);
    given(met, recommended, reported()).when(sendBack('inspector')).then(returned);
    given(met, recommended, reported())
      .when(verify('operator'))
      .refused('supervision.verifier-is-reporter');
    given(met, recommended, reported(), returned)
      .when(sendBack('operator'))
      .refused('supervision.verifier-is-reporter');
    given(met, recommended).when(verify('inspector')).refused('supervision.not-reported');
    given(met, recommended, reported())
      .when(sendBack('inspector', ''))
      .refused('supervision.blank-text');
  });
});

describe('the terms of supervision', () => {
  it.each([0, 1.5, 3_661])('of %s days are refused', (followUpDays) => {
    mustBeUnsound({ kind: 'supervision-terms', content: { followUpDays } });
  });
});
