import fc from 'fast-check';

import type { SupervisionCommand } from '../../supervision';
import { people, sequencesOf } from '../histories';
import { inForce } from '../policies';

const at = '2018-06-01T02:00:00.000Z';
const source = { id: 'S1,S2', citation: 'lBC Serang and Yan Cikal, 2017' };
const terms = inForce('supervision-terms', { followUpDays: 60 });
const evidence = [{ sha256: 'ab'.repeat(32), title: 'Letter' }];

const day = fc.constantFrom('2017-10-17', '2017-10-18', '2017-12-17', '2017-12-18', '2019-01-01');
const ofOne = fc.record({
  actor: people,
  at: fc.constant(at),
  recommendation: fc.constantFrom('r1', 'r2'),
});

const command: fc.Arbitrary<SupervisionCommand> = fc.oneof(
  fc
    .record({ actor: people, value: fc.constantFrom('Said Situmorang', 'Saut Situmorang') })
    .map<SupervisionCommand>((fields) => ({
      ...{ type: 'ClaimMeetingDetail', at, detail: 'speaker of KPK', source },
      ...fields,
    })),
  fc
    .record({ one: ofOne, madeOn: day, policy: fc.constantFrom(terms, terms, null) })
    .map<SupervisionCommand>(({ one, ...fields }) => ({
      ...{ type: 'MakeRecommendation', ...one, text: 'Publish the budget', addressee: null },
      ...fields,
    })),
  fc.tuple(ofOne, day).map<SupervisionCommand>(([one, reportedOn]) => ({
    ...{ type: 'ReportFollowUp', ...one, reportedOn, evidence, note: null },
  })),
  ofOne.map<SupervisionCommand>((one) => ({ type: 'VerifyFollowUp', ...one, note: null })),
  ofOne.map<SupervisionCommand>((one) => ({ type: 'ReturnFollowUp', ...one, reason: 'unsigned' })),
);

export const supervisionCommands = sequencesOf<SupervisionCommand>(command, 30, {
  ...{ type: 'RecordMeeting', meeting: 'banten-2017-10-18', region: '36', regionRegistered: true },
  ...{ title: 'Coordination meeting', date: '2017-10-18', place: 'Aula DPRD Kota Cilegon' },
  ...{ organiser: 'KPK', participants: ['regents and mayors'], source },
  ...{ actor: { kind: 'person', id: 'operator' }, at },
});
