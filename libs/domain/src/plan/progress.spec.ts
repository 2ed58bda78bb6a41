import { givenFor } from '../testing/given';
import { checkpointPolicy } from '../testing/plans';
import {
  type ActionPlanAdopted,
  type AdoptActionPlan,
  type CheckpointClosed,
  type CloseCheckpoint,
  type FormTaskForce,
  plan,
  type PlanItem,
  type PlanItemRevised,
  type ProgressReported,
  type ProgressReturned,
  type ProgressVerified,
  type ReportProgress,
  type ReturnProgress,
  type RevisePlanItem,
  type VerifyProgress,
} from '.';

const given = givenFor(plan);
const at = '2025-10-02T02:00:00.000Z';
const person = (id: string) => ({ kind: 'person', id }) as const;
const key = { plan: 'banten-2025', region: '36' };
const spot = { item: 'gratification', checkpoint: 'b06' };
const evidence = [{ sha256: 'ef'.repeat(32), title: 'Draft regulation' }];

const targets = (...values: (string | null)[]): PlanItem['targets'] =>
  ['b03', 'b06', 'b09', 'b12'].map((checkpoint, place) => ({
    checkpoint,
    target: values[place] ?? null,
  }));
const item: PlanItem = {
  id: 'gratification',
  title: 'Regulation on gratification',
  measure: 'In force',
  owner: 'Biro Hukum',
  milestones: [],
  targets: targets('25', '50', null, '100'),
};
const spip: PlanItem = { ...item, id: 'spip', title: 'Internal control', owner: null };
const checkpoints = [
  { id: 'b03', dueOn: '2025-03-31' },
  { id: 'b06', dueOn: '2025-06-30' },
  { id: 'b09', dueOn: '2025-09-30' },
  { id: 'b12', dueOn: '2025-12-31' },
];

const adopt = (change: Partial<AdoptActionPlan> = {}): AdoptActionPlan => ({
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
const adopted: ActionPlanAdopted = {
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
const report = (change: Partial<ReportProgress> = {}, by = 'operator'): ReportProgress => ({
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
const reported = (change: Partial<ProgressReported['data']> = {}): ProgressReported => ({
  type: 'ProgressReported',
  data: {
    ...{ ...key, ...spot, claimed: '62.5', evidence, note: null },
    ...{ reportedOn: '2025-06-30', reportedBy: 'operator', late: false },
    ...change,
  },
});
const verify = (by: string, change: Partial<VerifyProgress> = {}): VerifyProgress => ({
  type: 'VerifyProgress',
  ...{ ...spot, verified: '50', note: null, actor: person(by), at },
  ...change,
});
const verified: ProgressVerified = {
  type: 'ProgressVerified',
  data: {
    ...{ ...key, ...spot, claimed: '62.5', verified: '50', verifiedBy: 'inspector', note: null },
  },
};
const sendBack = (by: string, change: Partial<ReturnProgress> = {}): ReturnProgress => ({
  type: 'ReturnProgress',
  ...{ ...spot, reason: 'not signed', actor: person(by), at },
  ...change,
});
const returned: ProgressReturned = {
  type: 'ProgressReturned',
  data: { ...key, ...spot, returnedBy: 'inspector', reason: 'not signed' },
};
const close = (change: Partial<CloseCheckpoint> = {}): CloseCheckpoint => ({
  type: 'CloseCheckpoint',
  ...{ checkpoint: 'b06', closedOn: '2025-07-15', actor: person('inspector'), at },
  ...change,
});
const closed = (...results: CheckpointClosed['data']['results']): CheckpointClosed => ({
  type: 'CheckpointClosed',
  data: { ...key, checkpoint: 'b06', closedOn: '2025-07-15', closedBy: 'inspector', results },
});
const nothing = (of: string) => ({ item: of, claimed: null, verified: null });
const frozen = closed(nothing('gratification'), nothing('spip'));
const revise = (changed: PlanItem): RevisePlanItem => ({
  type: 'RevisePlanItem',
  ...{ item: changed, reason: 'a later session', approval: '700/3/2025' },
  ...{ actor: person('operator'), at },
});
const revised = (changed: PlanItem): PlanItemRevised => ({
  type: 'PlanItemRevised',
  data: { ...key, item: changed, reason: 'a later session', approval: '700/3/2025' },
});

describe('the checkpoints of a plan', () => {
  it('are the ends of the months that the policy in force names', () => {
    given().when(adopt()).then(adopted);
  });

  it('of two years reach into the second, and February ends when it ends', () => {
    const choice = { set: 'two-years', firstYear: 2023, policy: checkpointPolicy };
    const bare = { ...item, targets: [{ checkpoint: 'b14', target: '10' }] };
    given()
      .when(adopt({ items: [bare], checkpoints: choice }))
      .then({
        type: 'ActionPlanAdopted',
        data: {
          ...adopted.data,
          items: [
            {
              ...bare,
              targets: [
                { checkpoint: 'b14', target: '10' },
                { checkpoint: 'b24', target: null },
              ],
            },
          ],
          checkpoints: [
            { id: 'b14', dueOn: '2024-02-29' },
            { id: 'b24', dueOn: '2024-12-31' },
          ],
        },
      });
  });

  it('take targets in any order and keep theirs', () => {
    given()
      .when(adopt({ items: [{ ...item, targets: item.targets.toReversed() }, spip] }))
      .then(adopted);
  });

  const chosen = (change: object): Partial<AdoptActionPlan> => ({
    checkpoints: { set: 'annual', firstYear: 2025, policy: checkpointPolicy, ...change },
  });
  const aimingAt = (...list: PlanItem['targets']): Partial<AdoptActionPlan> => ({
    items: [{ ...item, targets: list }],
  });
  it.each<[string, Partial<AdoptActionPlan>]>([
    ['plan.policy-missing', chosen({ policy: null })],
    ['plan.checkpoint-set-unknown', chosen({ set: 'monthly' })],
    ['plan.invalid-year', chosen({ firstYear: 25 })],
    ['plan.checkpoint-unknown', aimingAt({ checkpoint: 'b15', target: '1' })],
    ['plan.checkpoint-unknown', { checkpoints: null }],
    [
      'plan.identifier-repeated',
      aimingAt({ checkpoint: 'b03', target: '1' }, { checkpoint: 'b03', target: '2' }),
    ],
    ['plan.targets-decrease', aimingAt(...targets('50', null, '49.9'))],
    ['plan.target-out-of-range', aimingAt(...targets('100.1'))],
    ['plan.invalid-decimal', aimingAt(...targets('half'))],
    ['plan.no-milestones', aimingAt(...targets())],
  ])('are refused with %s', (code, change) => {
    given().when(adopt(change)).refused(code);
  });
});

describe('reporting progress', () => {
  it('keeps the claim in its one spelling, and says when it is late', () => {
    given(adopted).when(report()).then(reported());
    given(adopted)
      .when(report({ reportedOn: '2025-07-01' }))
      .then(reported({ reportedOn: '2025-07-01', late: true }));
  });

  it('needs no document for a claim of nothing', () => {
    given(adopted)
      .when(report({ claimed: '0', evidence: [] }))
      .then(reported({ claimed: '0', evidence: [] }));
    given(adopted)
      .when(report({ evidence: [] }))
      .refused('plan.evidence-missing');
  });

  it('has one report stand at a time', () => {
    given(adopted, reported()).when(report()).refused('plan.progress-already-reported');
    given(adopted, reported(), verified).when(report()).refused('plan.progress-already-verified');
    given(adopted, reported(), returned).when(report()).then(reported());
  });

  it.each<[string, Partial<ReportProgress>]>([
    ['plan.percentage-out-of-range', { claimed: '100.01' }],
    ['plan.percentage-out-of-range', { claimed: '-1' }],
    ['plan.invalid-decimal', { claimed: 'all' }],
    ['plan.future-date', { reportedOn: '2025-10-03' }],
    ['plan.item-unknown', { item: 'assets' }],
    ['plan.checkpoint-unknown', { checkpoint: 'b15' }],
    ['plan.invalid-evidence', { evidence: [{ sha256: 'x', title: 'y' }] }],
    ['plan.blank-text', { note: ' ' }],
  ])('is refused with %s', (code, change) => {
    given(adopted).when(report(change)).refused(code);
  });
});

describe('judging reported progress', () => {
  it('keeps what was found beside what was claimed', () => {
    given(adopted, reported()).when(verify('inspector')).then(verified);
  });

  it('is never for the reporter, whatever became of the report', () => {
    for (const history of [[reported()], [reported(), verified], [reported(), returned]]) {
      given(adopted, ...history)
        .when(verify('operator'))
        .refused('plan.verifier-is-reporter');
      given(adopted, ...history)
        .when(sendBack('operator'))
        .refused('plan.verifier-is-reporter');
    }
    given(adopted, reported(), returned, reported({ reportedBy: 'inspector' }))
      .when(verify('inspector'))
      .refused('plan.verifier-is-reporter');
  });

  it('finds at most everything done', () => {
    given(adopted, reported())
      .when(verify('inspector', { verified: '100.5' }))
      .refused('plan.percentage-out-of-range');
    given(adopted, reported())
      .when(verify('inspector', { note: ' ' }))
      .refused('plan.blank-text');
  });

  it('needs a report that waits', () => {
    given(adopted).when(verify('inspector')).refused('plan.progress-not-reported');
    given(adopted, reported(), verified)
      .when(verify('inspector'))
      .refused('plan.progress-already-verified');
    given(adopted, reported(), returned)
      .when(sendBack('inspector'))
      .refused('plan.progress-not-reported');
  });

  it('returns with a reason, also what was verified by mistake', () => {
    given(adopted, reported()).when(sendBack('inspector')).then(returned);
    given(adopted, reported(), verified).when(sendBack('inspector')).then(returned);
    given(adopted, reported())
      .when(sendBack('inspector', { reason: '' }))
      .refused('plan.blank-text');
  });
});

describe('closing a checkpoint', () => {
  it('writes down what stood, and counts a returned report as none', () => {
    const waiting = { item: 'gratification', claimed: '62.5', verified: null };
    const found = { ...waiting, verified: '50' };
    given(adopted).when(close()).then(frozen);
    given(adopted, reported())
      .when(close())
      .then(closed(waiting, nothing('spip')));
    given(adopted, reported(), verified)
      .when(close())
      .then(closed(found, nothing('spip')));
    given(adopted, reported(), returned).when(close()).then(frozen);
  });

  it('waits for its day, and happens once', () => {
    given(adopted)
      .when(close({ closedOn: '2025-06-29' }))
      .refused('plan.checkpoint-not-due');
    given(adopted)
      .when(close({ closedOn: '2025-11-01' }))
      .refused('plan.future-date');
    given(adopted)
      .when(close({ checkpoint: 'b15' }))
      .refused('plan.checkpoint-unknown');
    given(adopted, frozen).when(close()).refused('plan.checkpoint-closed');
  });

  it('ends reports, verifications and returns at it, and at no other', () => {
    given(adopted, frozen).when(report()).refused('plan.checkpoint-closed');
    given(adopted, reported(), frozen).when(verify('inspector')).refused('plan.checkpoint-closed');
    given(adopted, reported(), verified, frozen)
      .when(sendBack('inspector'))
      .refused('plan.checkpoint-closed');
    given(adopted, frozen)
      .when(report({ checkpoint: 'b09' }))
      .then(reported({ checkpoint: 'b09' }));
  });

  it('ends revisions of what was aimed at by then, and of nothing after it', () => {
    const lower = { ...item, targets: targets('25', '40', null, '100') };
    const later = { ...item, targets: targets('25', '50', '60', '90') };
    given(adopted).when(revise(lower)).then(revised(lower));
    given(adopted, frozen).when(revise(lower)).refused('plan.checkpoint-closed');
    given(adopted, frozen)
      .when(revise({ ...item, targets: targets('25', null, null, '100') }))
      .refused('plan.checkpoint-closed');
    given(adopted, frozen).when(revise(later)).then(revised(later));
  });
});

describe('who carries an item and how it is doing', () => {
  const reassign = (to: string, of = 'gratification', reason = 'new tasks') =>
    ({
      type: 'ReassignPlanItem',
      ...{ item: of, to, reason, actor: person('operator'), at },
    }) as const;
  const setStatus = (status: 'in-review' | 'partial', of = 'gratification', note?: string) =>
    ({
      type: 'SetPlanItemStatus',
      ...{ item: of, status, note: note ?? null, actor: person('operator'), at },
    }) as const;

  it('goes from one office to another, with a reason', () => {
    given(adopted)
      .when(reassign('Inspektorat'))
      .then({
        type: 'PlanItemReassigned',
        data: {
          ...{ ...key, item: 'gratification', from: 'Biro Hukum' },
          ...{ to: 'Inspektorat', reason: 'new tasks' },
        },
      });
    given(adopted).when(reassign(' biro  HUKUM ')).refused('plan.already-assigned');
    given(adopted).when(reassign('Inspektorat', 'assets')).refused('plan.item-unknown');
    given(adopted)
      .when(reassign('Inspektorat', 'spip', ''))
      .refused('plan.blank-text');
    given(adopted).when(reassign(' ', 'spip')).refused('plan.blank-text');
  });

  it('has one status at a time', () => {
    const inReview = {
      type: 'PlanItemStatusSet',
      data: { ...key, item: 'gratification', status: 'in-review', note: null, setBy: 'operator' },
    } as const;
    given(adopted).when(setStatus('in-review')).then(inReview);
    given(adopted, inReview).when(setStatus('in-review')).refused('plan.status-unchanged');
    given(adopted, inReview)
      .when(setStatus('partial'))
      .then({ ...inReview, data: { ...inReview.data, status: 'partial' } });
    given(adopted).when(setStatus('partial', 'assets')).refused('plan.item-unknown');
    given(adopted)
      .when(setStatus('partial', 'spip', ''))
      .refused('plan.blank-text');
  });
});

describe('the task force of a plan', () => {
  const formation = {
    ...{ name: 'Satgas', decree: null, formedOn: null },
    ...{ members: [{ position: 'Sekretaris Daerah', name: null }], source: null },
  };
  const form = (change: Partial<FormTaskForce> = {}): FormTaskForce => ({
    type: 'FormTaskForce',
    ...{ ...formation, actor: person('operator'), at },
    ...change,
  });
  const formed = { type: 'TaskForceFormed', data: { ...key, ...formation } } as const;

  it('is recorded once, with as many members as a source names', () => {
    given(adopted).when(form()).then(formed);
    given(adopted, formed)
      .when(form({ name: 'SATGAS' }))
      .refused('plan.task-force-known');
  });

  it.each<[string, Partial<FormTaskForce>]>([
    ['plan.blank-text', { name: '' }],
    ['plan.blank-text', { decree: ' ' }],
    ['plan.blank-text', { members: [{ position: '', name: null }] }],
    ['plan.blank-text', { members: [{ position: 'x', name: '' }] }],
    ['plan.future-date', { formedOn: '2030-01-01' }],
    ['plan.blank-text', { source: { id: '', citation: 'x' } }],
  ])('is refused with %s', (code, change) => {
    given(adopted).when(form(change)).refused(code);
  });
});
