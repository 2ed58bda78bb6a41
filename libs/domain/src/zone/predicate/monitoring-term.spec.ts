import { inForce } from '../../testing/policies';
import { givenFor } from '../../testing/given';
import { by, recordedBy, wholeCycle } from '../../testing/zones';
import {
  type GrantPredicate,
  type MonitorPredicate,
  type MonitoringTermSet,
  type PredicateEvent,
  type RetainPredicate,
  unitPredicate,
  zoneCycle,
} from '..';

const given = givenFor(unitPredicate);
const unit = { region: '36.04', unit: 'disdukcapil' };
const key = { ...unit, year: 2023 };
const monitoring = inForce('zone-monitoring', { lastDay: '12-31' });
const decided = (date: string) => ({ number: 'KEP', date });

const granted = (validUntil: string | null): PredicateEvent => ({
  type: 'PredicateGranted',
  data: {
    ...{ ...key, unitName: 'Sample unit', predicate: 'WBK', decision: decided('2023-12-10') },
    ...{ validUntil, replaces: null, grantedBy: 'minister' },
  },
});
const monitored = (monitoredOn: string): PredicateEvent => ({
  type: 'PredicateMonitored',
  data: {
    ...{ ...key, predicate: 'WBK', monitoredOn, team: 'TPN', meetsMinimum: true, total: null },
    ...{ totalAgainst: null, findings: 'In order', report: 'LHE-1', monitoredBy: 'tpn' },
  },
});
const retained = (date: string, validUntil: string | null): PredicateEvent => ({
  type: 'PredicateRetained',
  data: { ...key, predicate: 'WBK', decision: decided(date), validUntil },
});
const term = (setOn: string, forYear: number, dueOn: string | null): MonitoringTermSet => ({
  type: 'MonitoringTermSet',
  data: { ...key, predicate: 'WBK', setOn, forYear, dueOn, policyVersion: 1 },
});

const monitor = (change: Partial<MonitorPredicate> = {}): MonitorPredicate => ({
  type: 'MonitorPredicate',
  ...{ ...unit, monitoredOn: '2024-05-01', team: 'TPN', meetsMinimum: true, total: null },
  ...{ findings: 'In order', report: 'LHE-1', sheet: null, monitoring, ...by('tpn') },
  ...change,
});
const retain = (date: string, validUntil: string | null): RetainPredicate => ({
  type: 'RetainPredicate',
  ...{ ...unit, decision: decided(date), validUntil, monitoring, ...by('minister') },
});

describe('the term of the next evaluation of a predicate', () => {
  it('is set with the grant, for the year after it', () => {
    const [region, year] = ['36.04', 2024];
    const cycle = recordedBy(wholeCycle).reduce(
      (state, event) => zoneCycle.evolve(state, event),
      zoneCycle.initialState(),
    );
    const grant: GrantPredicate = {
      type: 'GrantPredicate',
      ...{ region, unit: 'disdukcapil', year, decision: decided('2024-12-10'), cycle },
      ...{ validUntil: null, monitoring, ...by('minister') },
    };
    const decision = unitPredicate.decide(unitPredicate.initialState(), grant);
    expect(decision).toMatchObject({
      kind: 'accepted',
      events: [
        { type: 'PredicateGranted' },
        { type: 'MonitoringTermSet', data: { setOn: '2024-12-10', dueOn: '2025-12-31' } },
      ],
    });
  });

  it('follows each evaluation, and is not set again by a second one in the same year', () => {
    const first = [granted(null), term('2023-12-10', 2024, '2024-12-31')];
    const next = term('2024-05-01', 2025, '2025-12-31');
    given(...first)
      .when(monitor())
      .then(monitored('2024-05-01'), next);
    given(...first, monitored('2024-05-01'), next)
      .when(monitor({ monitoredOn: '2024-09-01' }))
      .then(monitored('2024-09-01'));
  });

  it('is not set where no policy is in force', () => {
    given(granted(null))
      .when(monitor({ monitoring: null }))
      .then(monitored('2024-05-01'));
  });

  it('is not set after the end of the validity, but by the retention that moves it', () => {
    given(granted('2025-12-30')).when(monitor()).then(monitored('2024-05-01'));
    given(granted('2025-12-30'), monitored('2024-05-01'))
      .when(retain('2024-06-01', '2025-12-31'))
      .then(retained('2024-06-01', '2025-12-31'), term('2024-06-01', 2025, '2025-12-31'));
  });

  it('is taken back by a retention that ends before it', () => {
    given(granted(null), monitored('2024-05-01'), term('2024-05-01', 2025, '2025-12-31'))
      .when(retain('2024-06-01', '2025-06-30'))
      .then(retained('2024-06-01', '2025-06-30'), term('2024-06-01', 2025, null));
  });

  it('is that of the year in which a predicate that had lapsed is retained', () => {
    given(granted('2023-12-31'), monitored('2024-05-01'))
      .when(retain('2025-06-01', null))
      .then(retained('2025-06-01', null), term('2025-06-01', 2025, '2025-12-31'));
    const midyear = inForce('zone-monitoring', { lastDay: '03-31' });
    given(granted('2023-12-31'), monitored('2024-05-01'))
      .when({ ...retain('2025-06-01', null), monitoring: midyear })
      .then(retained('2025-06-01', null), term('2025-06-01', 2026, '2026-03-31'));
  });
});
