import { givenFor } from '../../testing/given';
import { by, designate, recordedBy, wholeCycle } from '../../testing/zones';
import {
  type CycleEvent,
  type GrantPredicate,
  heldOn,
  type MonitorPredicate,
  type PredicateEvent,
  type PredicateGranted,
  type RecordPublishedPredicate,
  type RetainPredicate,
  type RevokePredicate,
  unitPredicate,
  zoneCycle,
} from '..';
import { mustBeEligible } from '../predicate-rules';

const given = givenFor(unitPredicate);
const key = { region: '36.04', unit: 'disdukcapil', year: 2024 };
const unit = { region: '36.04', unit: 'disdukcapil' };
const decision = { number: 'KEP-1/2024', date: '2024-12-10' };
const cycleAfter = (events: readonly CycleEvent[]) =>
  events.reduce((state, event) => zoneCycle.evolve(state, event), zoneCycle.initialState());
const recommended = cycleAfter(recordedBy(wholeCycle));

const grant = (change: Partial<GrantPredicate> = {}): GrantPredicate => ({
  type: 'GrantPredicate',
  ...key,
  decision,
  validUntil: null,
  cycle: recommended,
  monitoring: null,
  ...by('minister'),
  ...change,
});
const granted = (change: Partial<PredicateGranted['data']> = {}): PredicateGranted => ({
  type: 'PredicateGranted',
  data: {
    ...key,
    unitName: 'Sample unit',
    predicate: 'WBK',
    decision,
    validUntil: null,
    replaces: null,
    grantedBy: 'minister',
    ...change,
  },
});
const told = (change: Partial<RecordPublishedPredicate> = {}): RecordPublishedPredicate => ({
  type: 'RecordPublishedPredicate',
  ...key,
  year: 2020,
  unitName: 'Sample unit',
  predicate: 'WBK',
  grantedOn: '2020-12-21',
  decisionNumber: null,
  validUntil: null,
  source: { id: 'x', citation: 'A paper' },
  regionRegistered: true,
  ...by('head'),
  ...change,
});
const monitor = (change: Partial<MonitorPredicate> = {}): MonitorPredicate => ({
  type: 'MonitorPredicate',
  ...unit,
  monitoredOn: '2025-05-01',
  team: 'TPN',
  meetsMinimum: true,
  total: '78.50',
  findings: 'In order',
  monitoring: null,
  ...by('tpn'),
  ...change,
});
const monitored = (meetsMinimum = true): PredicateEvent => ({
  type: 'PredicateMonitored',
  data: {
    ...key,
    predicate: 'WBK',
    monitoredOn: '2025-05-01',
    team: 'TPN',
    meetsMinimum,
    total: '78.5',
    findings: 'In order',
    monitoredBy: 'tpn',
  },
});
const later = { number: 'KEP-2/2025', date: '2025-06-01' };
const retain = (change: Partial<RetainPredicate> = {}): RetainPredicate => ({
  type: 'RetainPredicate',
  ...unit,
  decision: later,
  validUntil: '2026-12-31',
  monitoring: null,
  ...by('minister'),
  ...change,
});
const retained: PredicateEvent = {
  type: 'PredicateRetained',
  data: { ...key, predicate: 'WBK', decision: later, validUntil: '2026-12-31' },
};
const revoke = (change: Partial<RevokePredicate> = {}): RevokePredicate => ({
  type: 'RevokePredicate',
  ...unit,
  ground: 'indicators-broken',
  reason: 'A case of extortion',
  decision: later,
  ...by('minister'),
  ...change,
});
const revoked: PredicateEvent = {
  type: 'PredicateRevoked',
  data: {
    ...key,
    predicate: 'WBK',
    ground: 'indicators-broken',
    reason: 'A case of extortion',
    decision: later,
  },
};

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

describe('after the grant', () => {
  it('a predicate is monitored, and retained on a re-evaluation that meets the minimum', () => {
    given(granted()).when(monitor()).then(monitored());
    given(granted(), monitored()).when(retain()).then(retained);
    given(granted()).when(retain()).refused('zone.not-monitored');
    given(granted(), monitored(), retained).when(retain()).refused('zone.not-monitored');
    given(granted(), monitored(false)).when(retain()).refused('zone.under-minimum');
  });

  it('is revoked for an event that broke the indicators, or a re-evaluation under the minimum', () => {
    given(granted()).when(revoke()).then(revoked);
    given(granted())
      .when(revoke({ ground: 'under-minimum' }))
      .refused('zone.not-under-minimum');
    given(granted(), monitored())
      .when(revoke({ ground: 'under-minimum' }))
      .refused('zone.not-under-minimum');
    expect(
      unitPredicate.decide(
        stateAfter(granted(), monitored(false)),
        revoke({ ground: 'under-minimum' }),
      ).kind,
    ).toBe('accepted');
    given(granted())
      .when(revoke({ reason: '' }))
      .refused('zone.blank-text');
  });

  it('nothing happens to a predicate that is not held', () => {
    for (const command of [monitor(), retain(), revoke()]) {
      given().when(command).refused('zone.nothing-held');
      given(granted(), revoked).when(command).refused('zone.nothing-held');
    }
  });

  it('is dated after what it follows', () => {
    given(granted())
      .when(monitor({ monitoredOn: '2024-12-09' }))
      .refused('zone.before-previous-step');
    given(granted(), monitored())
      .when(retain({ decision: { ...later, date: '2025-04-30' } }))
      .refused('zone.before-previous-step');
    given(granted(), monitored())
      .when(retain({ validUntil: '2025-01-01' }))
      .refused('zone.invalid-validity');
    given(granted())
      .when(revoke({ decision: { ...later, date: '2024-12-01' } }))
      .refused('zone.before-previous-step');
    given(granted())
      .when(monitor({ total: 'many' }))
      .refused('zone.invalid-decimal');
  });
});

describe('what a unit holds', () => {
  it.each([
    ['2024-12-09', null],
    ['2024-12-10', 'WBK'],
    ['2025-12-31', 'WBK'],
    ['2026-01-01', null],
  ])('on %s is %s', (day, predicate) => {
    const state = stateAfter(granted({ validUntil: '2025-12-31' }));
    expect(heldOn(state, day)?.predicate ?? null).toBe(predicate);
  });

  it.each([
    ['2024-12-31', 'WBK'],
    ['2025-01-01', null],
    ['2025-05-31', null],
    ['2025-06-01', 'WBK'],
    ['2026-12-31', 'WBK'],
    ['2027-01-01', null],
  ])('that had lapsed before it was retained, on %s is %s', (day, predicate) => {
    const state = stateAfter(granted({ validUntil: '2024-12-31' }), monitored(), retained);
    expect(heldOn(state, day)?.predicate ?? null).toBe(predicate);
    expect(mustBeEligible(state, 'WBBM', day)?.code ?? null).toBe(
      predicate === null ? 'zone.not-wbk' : null,
    );
  });

  it.each(['2025-05-31', '2025-06-01', null])(
    'goes on without a gap where it was retained while held, until %s or the day after',
    (validUntil) => {
      const state = stateAfter(granted({ validUntil }), monitored(), retained);
      expect(state.held?.spans).toEqual([{ from: '2024-12-10', until: '2026-12-31' }]);
    },
  );

  it('is nothing after a revocation, whatever was held before', () => {
    const wbbm = granted({ predicate: 'WBBM', year: 2024 });
    const state = stateAfter(granted({ year: 2022 }), wbbm, revoked);
    expect(heldOn(state, '2025-06-02')).toBeNull();
  });
});

function stateAfter(...events: PredicateEvent[]) {
  return events.reduce(
    (state, event) => unitPredicate.evolve(state, event),
    unitPredicate.initialState(),
  );
}
