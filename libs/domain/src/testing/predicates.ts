import type {
  CycleEvent,
  GrantPredicate,
  MonitorPredicate,
  PredicateEvent,
  PredicateGranted,
  RecordPublishedPredicate,
  RetainPredicate,
  RevokePredicate,
} from '../zone';
import { unitPredicate, zoneCycle } from '../zone';
import { sheetInForce } from './zone-sheets';
import { by, recordedBy, wholeCycle } from './zones';

/* Commands and events of the predicates of one unit, for specifications. */

export const key = { region: '36.04', unit: 'disdukcapil', year: 2024 };
export const unit = { region: '36.04', unit: 'disdukcapil' };
export const decision = { number: 'KEP-1/2024', date: '2024-12-10' };
export const cycleAfter = (events: readonly CycleEvent[]) =>
  events.reduce((state, event) => zoneCycle.evolve(state, event), zoneCycle.initialState());
export const recommended = cycleAfter(recordedBy(wholeCycle));

export const grant = (change: Partial<GrantPredicate> = {}): GrantPredicate => ({
  type: 'GrantPredicate',
  ...key,
  decision,
  validUntil: null,
  cycle: recommended,
  monitoring: null,
  ...by('minister'),
  ...change,
});
export const granted = (change: Partial<PredicateGranted['data']> = {}): PredicateGranted => ({
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
export const told = (change: Partial<RecordPublishedPredicate> = {}): RecordPublishedPredicate => ({
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
export const monitor = (change: Partial<MonitorPredicate> = {}): MonitorPredicate => ({
  type: 'MonitorPredicate',
  ...unit,
  monitoredOn: '2025-05-01',
  team: 'TPN',
  meetsMinimum: true,
  total: '78.50',
  findings: 'In order',
  report: 'LHE-12/2025',
  sheet: sheetInForce,
  monitoring: null,
  ...by('tpn'),
  ...change,
});
export const monitored = (meetsMinimum = true): PredicateEvent => ({
  type: 'PredicateMonitored',
  data: {
    ...key,
    predicate: 'WBK',
    monitoredOn: '2025-05-01',
    team: 'TPN',
    meetsMinimum,
    total: '78.5',
    totalAgainst: {
      sheetVersion: 1,
      check: {
        ...{
          id: 'total',
          name: 'Sample threshold total',
          required: '75',
          reached: '78.5',
          gap: '3.5',
        },
        ...{ passed: true, unconfirmed: false },
      },
    },
    findings: 'In order',
    report: 'LHE-12/2025',
    monitoredBy: 'tpn',
  },
});
export const later = { number: 'KEP-2/2025', date: '2025-06-01' };
export const retain = (change: Partial<RetainPredicate> = {}): RetainPredicate => ({
  type: 'RetainPredicate',
  ...unit,
  decision: later,
  validUntil: '2026-12-31',
  monitoring: null,
  ...by('minister'),
  ...change,
});
export const retained: PredicateEvent = {
  type: 'PredicateRetained',
  data: { ...key, predicate: 'WBK', decision: later, validUntil: '2026-12-31' },
};
export const revoke = (change: Partial<RevokePredicate> = {}): RevokePredicate => ({
  type: 'RevokePredicate',
  ...unit,
  ground: 'indicators-broken',
  reason: 'A case of extortion',
  decision: later,
  ...by('minister'),
  ...change,
});
export const revoked: PredicateEvent = {
  type: 'PredicateRevoked',
  data: {
    ...key,
    predicate: 'WBK',
    ground: 'indicators-broken',
    reason: 'A case of extortion',
    decision: later,
  },
};

export function stateAfter(...events: PredicateEvent[]) {
  return events.reduce(
    (state, event) => unitPredicate.evolve(state, event),
    unitPredicate.initialState(),
  );
}
