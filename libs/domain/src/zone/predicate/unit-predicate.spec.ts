import { givenFor } from '../../testing/given';
import {
  cycleAfter,
  decision,
  grant,
  granted,
  recommended,
  revoked,
  told,
} from '../../testing/predicates';
import { by, designate, recordedBy, wholeCycle } from '../../testing/zones';
import { type PredicateEvent, type RecordPublishedPredicate, unitPredicate } from '..';

const given = givenFor(unitPredicate);

describe('granting a predicate', () => {
  it('follows the recommendation of the panel, with the decision and its validity', () => {
    given().when(grant()).then(granted());
    given()
      .when(grant({ validUntil: '2024-12-10' }))
      .then(granted({ validUntil: '2024-12-10' }));
  });

  it('is refused without a recommendation', () => {
    for (const steps of [wholeCycle.slice(0, -1), [designate()], []]) {
      given()
        .when(grant({ cycle: cycleAfter(recordedBy(steps)) }))
        .refused('zone.not-recommended');
    }
  });

  it('happens once in a cycle, by somebody else than who recommended', () => {
    given(granted()).when(grant()).refused('zone.already-granted');
    given()
      .when(grant(by('panel')))
      .refused('zone.granter-recommended');
  });

  it('has a decision that follows the panel, and ends after it begins', () => {
    const dated = (date: string) => grant({ decision: { ...decision, date } });
    given().when(dated('2024-10-31')).refused('zone.before-previous-step');
    given().when(dated('2026-01-01')).refused('zone.future-date');
    given()
      .when(grant({ decision: { ...decision, number: ' ' } }))
      .refused('zone.blank-text');
    given()
      .when(grant({ validUntil: '2024-12-09' }))
      .refused('zone.invalid-validity');
    given()
      .when(grant({ validUntil: '2024-12-32' }))
      .refused('zone.invalid-date');
  });

  it('of WBBM needs WBK on the day of the decision', () => {
    const forWbbm = recommended.status === 'recommended' && {
      ...recommended,
      designation: { ...recommended.designation, target: 'WBBM' as const },
    };
    if (!forWbbm) throw new Error('not recommended');
    given()
      .when(grant({ cycle: forWbbm }))
      .refused('zone.not-wbk');
    given(granted({ year: 2022 }))
      .when(grant({ cycle: forWbbm }))
      .then(granted({ predicate: 'WBBM', replaces: 2022 }));
    given(granted({ year: 2022 }), revokedIn(2022))
      .when(grant({ cycle: forWbbm }))
      .refused('zone.predicate-revoked');
  });
});

function revokedIn(year: number): PredicateEvent {
  return { ...revoked, data: { ...revoked.data, year } } as PredicateEvent;
}

describe('a grant that a publication tells of', () => {
  it('stands with its source', () => {
    const { type: _, actor: __, at: ___, regionRegistered: ____, ...data } = told();
    given()
      .when(told())
      .then({ type: 'PublishedPredicateRecorded', data: { ...data, replaces: null } });
  });

  it.each<[string, Partial<RecordPublishedPredicate>]>([
    ['zone.region-unknown', { regionRegistered: false }],
    ['zone.invalid-identifier', { unit: 'A B' }],
    ['zone.invalid-count', { year: 2000 }],
    ['zone.blank-text', { unitName: '' }],
    ['zone.blank-text', { decisionNumber: ' ' }],
    ['zone.blank-text', { source: { id: 'x', citation: '' } }],
    ['zone.future-date', { grantedOn: '2026-01-01' }],
    ['zone.invalid-validity', { validUntil: '2020-12-20' }],
  ])('is refused with %s', (code, change) => {
    given().when(told(change)).refused(code);
  });

  it('does not come before what is recorded already', () => {
    given(granted()).when(told()).refused('zone.before-previous-step');
    given(granted({ year: 2020 }))
      .when(told())
      .refused('zone.already-granted');
  });
});
