import type {
  ActionPlanAdopted,
  AdoptActionPlan,
  CheckpointClosed,
  CloseCheckpoint,
  PlanItem,
  PlanItemRevised,
  ProgressReported,
  ProgressReturned,
  ProgressVerified,
  ReportProgress,
  ReturnProgress,
  RevisePlanItem,
  VerifyProgress,
} from '../plan';
import { checkpointPolicy, trafficLightPolicy } from './plans';

export const at = '2025-10-02T02:00:00.000Z';
export const person = (id: string) => ({ kind: 'person', id }) as const;
export const key = { plan: 'banten-2025', region: '36' };
export const spot = { item: 'gratification', checkpoint: 'b06' };
export const evidence = [{ sha256: 'ef'.repeat(32), title: 'Draft regulation' }];

export const targets = (...values: (string | null)[]): PlanItem['targets'] =>
  ['b03', 'b06', 'b09', 'b12'].map((checkpoint, place) => ({
    checkpoint,
    target: values[place] ?? null,
  }));
export const item: PlanItem = {
  id: 'gratification',
  title: 'Regulation on gratification',
  measure: 'In force',
  owner: 'Biro Hukum',
  milestones: [],
  targets: targets('25', '50', null, '100'),
};
export const spip: PlanItem = { ...item, id: 'spip', title: 'Internal control', owner: null };
export const checkpoints = [
  { id: 'b03', dueOn: '2025-03-31' },
  { id: 'b06', dueOn: '2025-06-30' },
  { id: 'b09', dueOn: '2025-09-30' },
  { id: 'b12', dueOn: '2025-12-31' },
];

export const adopt = (change: Partial<AdoptActionPlan> = {}): AdoptActionPlan => ({
  type: 'AdoptActionPlan',
  ...key,
  period: '2025',
  decree: 'Keputusan Gubernur Banten 273/2025',
  items: [item, spip],
  announcedItemCount: null,
  source: null,
  regionRegistered: true,
  checkpoints: { set: 'annual', firstYear: 2025, policy: checkpointPolicy },
  actor: person('operator'),
  at,
  ...change,
});
export const adopted: ActionPlanAdopted = {
  type: 'ActionPlanAdopted',
  data: {
    ...key,
    period: '2025',
    decree: 'Keputusan Gubernur Banten 273/2025',
    items: [item, spip],
    announcedItemCount: null,
    checkpoints,
    checkpointPolicy: 3,
    source: null,
  },
};
export const report = (change: Partial<ReportProgress> = {}, by = 'operator'): ReportProgress => ({
  type: 'ReportProgress',
  ...spot,
  claimed: '62.50',
  evidence,
  note: null,
  reportedOn: '2025-06-30',
  actor: person(by),
  at,
  ...change,
});
export const reported = (change: Partial<ProgressReported['data']> = {}): ProgressReported => ({
  type: 'ProgressReported',
  data: {
    ...{ ...key, ...spot, claimed: '62.5', evidence, note: null },
    ...{ reportedOn: '2025-06-30', reportedBy: 'operator', late: false },
    ...change,
  },
});
export const verify = (by: string, change: Partial<VerifyProgress> = {}): VerifyProgress => ({
  type: 'VerifyProgress',
  ...{ ...spot, verified: '50', note: null, actor: person(by), at },
  ...change,
});
export const verified: ProgressVerified = {
  type: 'ProgressVerified',
  data: {
    ...{ ...key, ...spot, claimed: '62.5', verified: '50', verifiedBy: 'inspector', note: null },
  },
};
export const sendBack = (by: string, change: Partial<ReturnProgress> = {}): ReturnProgress => ({
  type: 'ReturnProgress',
  ...{ ...spot, reason: 'not signed', actor: person(by), at },
  ...change,
});
export const returned: ProgressReturned = {
  type: 'ProgressReturned',
  data: { ...key, ...spot, returnedBy: 'inspector', reason: 'not signed' },
};
export const close = (change: Partial<CloseCheckpoint> = {}): CloseCheckpoint => ({
  type: 'CloseCheckpoint',
  ...{ checkpoint: 'b06', closedOn: '2025-07-15', policy: trafficLightPolicy },
  ...{ actor: person('inspector'), at },
  ...change,
});
export const closed = (...results: CheckpointClosed['data']['results']): CheckpointClosed => ({
  type: 'CheckpointClosed',
  data: {
    ...{ ...key, checkpoint: 'b06', closedOn: '2025-07-15', closedBy: 'inspector' },
    ...{ policyVersion: trafficLightPolicy.version, results },
  },
});
export const nothing = (of: string) =>
  ({ item: of, claimed: null, verified: null, light: 'none' }) as const;
export const frozen = closed(nothing('gratification'), nothing('spip'));
export const revise = (changed: PlanItem): RevisePlanItem => ({
  type: 'RevisePlanItem',
  ...{ item: changed, reason: 'a later session', approval: '700/3/2025' },
  ...{ actor: person('operator'), at },
});
export const revised = (changed: PlanItem): PlanItemRevised => ({
  type: 'PlanItemRevised',
  data: { ...key, item: changed, reason: 'a later session', approval: '700/3/2025' },
});
