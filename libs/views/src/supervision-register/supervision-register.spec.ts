import type { SupervisionEvent } from '@jejak/domain/supervision/events';

import { deadlines } from '../deadlines/deadlines';
import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { supervisionRegister } from './supervision-register';

const key = { meeting: 'm', region: '36' };
const source = { id: 'S1,S2', citation: 'two articles of 2017' };
const claim = (value: string): SupervisionEvent => ({
  type: 'MeetingDetailClaimed',
  data: { ...key, detail: 'speaker', value, source },
});
const met: SupervisionEvent = {
  type: 'MeetingRecorded',
  data: {
    ...{ ...key, title: 'Meeting', date: '2017-10-18', place: null, organiser: 'KPK', source },
    participants: [],
  },
};
const made: SupervisionEvent = {
  type: 'RecommendationMade',
  data: {
    ...{ ...key, recommendation: 'r1', text: 'Publish', addressee: null },
    ...{ madeOn: '2017-10-18', dueOn: '2017-12-17', policyVersion: 1 },
  },
};
const reported: SupervisionEvent = {
  type: 'FollowUpReported',
  data: {
    ...{ ...key, recommendation: 'r1', reportedOn: '2017-12-18', evidence: [], note: null },
    ...{ reportedBy: 'operator-1', late: true },
  },
};
const returned: SupervisionEvent = {
  type: 'FollowUpReturned',
  data: { ...key, recommendation: 'r1', returnedBy: 'verifier-1', reason: 'no date' },
};
const log = (...events: SupervisionEvent[]) =>
  twice(recorded(events.map((event) => ({ stream: 'supervision-m', event }))));
const after = (...events: SupervisionEvent[]) =>
  fold(supervisionRegister, log(met, ...events)).get('m');

describe('the register of supervision', () => {
  it('keeps both values where sources disagree, and says so', () => {
    expect(after(claim('Said'))?.details).toMatchObject([{ disputed: false }]);
    expect(after(claim('Said'), claim('Saut'))?.details).toMatchObject([
      { detail: 'speaker', disputed: true, claims: [{ value: 'Said' }, { value: 'Saut' }] },
    ]);
  });

  it('follows a recommendation from report to return', () => {
    expect(after(made, reported, returned)?.recommendations).toMatchObject([
      { state: 'returned', report: { late: true }, review: { note: 'no date' } },
    ]);
    expect(() => after(reported)).toThrow('made no recommendation r1');
  });

  it('lets the clock watch every recommendation', () => {
    const found = fold(deadlines, log(met, made)).get('supervision.follow-up:m:r1');
    expect(found).toMatchObject({ dueOn: '2017-12-17', subject: 'supervision-m', state: 'open' });
  });
});
