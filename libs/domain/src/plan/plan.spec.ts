import { givenFor } from '../testing/given';
import { adoptBanten2017, at, banten2017 } from '../testing/plans';
import {
  type ActionPlanAdopted,
  type AdoptActionPlan,
  type Milestone,
  type MilestoneReported,
  type MilestoneReturned,
  type MilestoneVerified,
  plan,
  type PlanItem,
  type PlanItemRevised,
  type ReportMilestone,
  type ReturnMilestone,
  type RevisePlanItem,
  type VerifyMilestone,
} from '.';

const given = givenFor(plan);
const key = { plan: 'banten-2017', region: '36' };
const spot = { item: 'budget', milestone: 'b03' };
const person = (id: string) => ({ kind: 'person', id }) as const;
const evidence = [{ sha256: 'ef'.repeat(32), title: 'Minutes' }];

const report = (change: Partial<ReportMilestone> = {}, by = 'operator'): ReportMilestone => ({
  type: 'ReportMilestone',
  ...spot,
  metOn: '2017-03-31',
  evidence,
  note: null,
  actor: person(by),
  at,
  ...change,
});
const verify = (by: string, change: Partial<VerifyMilestone> = {}): VerifyMilestone => ({
  type: 'VerifyMilestone',
  ...spot,
  note: null,
  actor: person(by),
  at,
  ...change,
});
const sendBack = (by: string, reason = 'the minutes are unsigned'): ReturnMilestone => ({
  type: 'ReturnMilestone',
  ...spot,
  reason,
  actor: person(by),
  at,
});
const budget = banten2017.items[0]!;
const withMilestones = (...milestones: Partial<Milestone>[]): PlanItem => ({
  ...budget,
  milestones: milestones.map((change, index) => ({ ...budget.milestones[index]!, ...change })),
});
const revise = (item: PlanItem, change: Partial<RevisePlanItem> = {}): RevisePlanItem => ({
  type: 'RevisePlanItem',
  item,
  reason: 'the council moved the session',
  approval: '700/3/2017',
  actor: person('operator'),
  at,
  ...change,
});

const adopted: ActionPlanAdopted = { type: 'ActionPlanAdopted', data: banten2017 };
const reported = (
  by = 'operator',
  change: Partial<MilestoneReported['data']> = {},
): MilestoneReported => ({
  type: 'MilestoneReported',
  data: {
    ...key,
    ...spot,
    metOn: '2017-03-31',
    evidence,
    note: null,
    reportedBy: by,
    late: false,
    ...change,
  },
});
const verified: MilestoneVerified = {
  type: 'MilestoneVerified',
  data: { ...key, ...spot, verifiedBy: 'inspector', note: null },
};
const returned: MilestoneReturned = {
  type: 'MilestoneReturned',
  data: { ...key, ...spot, returnedBy: 'inspector', reason: 'the minutes are unsigned' },
};
const revised = (item: PlanItem): PlanItemRevised => {
  const { reason, approval } = revise(item);
  return { type: 'PlanItemRevised', data: { ...key, item, reason, approval } };
};

describe('adopting a plan', () => {
  it('counts what was announced and names only what was named', () => {
    given().when(adoptBanten2017).then(adopted);
  });

  it('happens once', () => {
    given(adopted).when(adoptBanten2017).refused('plan.already-adopted');
  });

  const items = (...list: PlanItem[]): Partial<AdoptActionPlan> => ({ items: list });
  it.each<[string, Partial<AdoptActionPlan>]>([
    ['plan.invalid-identifier', { plan: 'Banten 2017' }],
    ['plan.region-unknown', { regionRegistered: false }],
    ['plan.blank-text', { period: '' }],
    ['plan.blank-text', { decree: ' ' }],
    ['plan.no-items', items()],
    ['plan.identifier-repeated', items(budget, budget)],
    ['plan.announced-count-too-low', { announcedItemCount: 3 }],
    ['plan.announced-count-too-low', { announcedItemCount: 6.5 }],
    ['plan.blank-text', { source: { id: ' ', citation: 'x' } }],
    ['plan.blank-text', items({ ...budget, owner: '' })],
    ['plan.blank-text', items({ ...budget, measure: '' })],
    ['plan.invalid-identifier', items({ ...budget, id: 'Budget' })],
    ['plan.blank-text', items({ ...budget, title: '' })],
    ['plan.blank-text', items(withMilestones({ title: ' ' }))],
    ['plan.no-milestones', items(withMilestones())],
    ['plan.identifier-repeated', items(withMilestones({ id: 'b06' }, {}))],
    ['plan.invalid-identifier', items(withMilestones({ id: 'B03' }))],
    ['plan.invalid-date', items(withMilestones({ dueOn: '2017-03-32' }))],
    ['plan.due-dates-decrease', items(withMilestones({ dueOn: '2017-10-01' }, {}, {}))],
    ['plan.targets-decrease', items(withMilestones({ target: '75.5' }, {}, {}))],
    ['plan.target-out-of-range', items(withMilestones({ target: '100.1' }))],
    ['plan.invalid-decimal', items(withMilestones({ target: 'all' }))],
  ])('is refused with %s', (code, change) => {
    given()
      .when({ ...adoptBanten2017, ...change })
      .refused(code);
  });

  it('lets due dates and targets stand still, writing targets in their one spelling', () => {
    const level = withMilestones({ target: '75.0' }, { target: '75', dueOn: '2017-03-31' });
    const items = [withMilestones({ target: '75' }, { target: '75', dueOn: '2017-03-31' })];
    given()
      .when({ ...adoptBanten2017, items: [level] })
      .then({ type: 'ActionPlanAdopted', data: { ...banten2017, items } });
  });

  it('comes before everything else', () => {
    for (const command of [report(), verify('inspector'), sendBack('inspector'), revise(budget)]) {
      given().when(command).refused('plan.not-found');
    }
  });
});

describe('reporting a milestone', () => {
  it('says whether it was late, where it had a due date', () => {
    given(adopted).when(report()).then(reported());
    given(adopted)
      .when(report({ metOn: '2017-04-01' }))
      .then(reported('operator', { metOn: '2017-04-01', late: true }));
    given(adopted)
      .when(report({ milestone: 'b06' }))
      .then(reported('operator', { milestone: 'b06', late: null }));
  });

  it('waits for its review, and is possible again after a return', () => {
    given(adopted, reported()).when(report()).refused('plan.milestone-already-reported');
    given(adopted, reported(), verified).when(report()).refused('plan.milestone-already-verified');
    given(adopted, reported(), returned).when(report()).then(reported());
  });

  it.each<[string, Partial<ReportMilestone>]>([
    ['plan.item-unknown', { item: 'assets' }],
    ['plan.milestone-unknown', { milestone: 'b12' }],
    ['plan.invalid-date', { metOn: 'March' }],
    ['plan.future-date', { metOn: '2017-11-02' }],
    ['plan.evidence-missing', { evidence: [] }],
    ['plan.invalid-evidence', { evidence: [{ sha256: '', title: 'Minutes' }] }],
    ['plan.blank-text', { note: '' }],
  ])('is refused with %s', (code, change) => {
    given(adopted).when(report(change)).refused(code);
  });
});

describe('reviewing a milestone', () => {
  it('verifies or returns what somebody else reported', () => {
    given(adopted, reported()).when(verify('inspector')).then(verified);
    given(adopted, reported()).when(sendBack('inspector')).then(returned);
  });

  it('is not for its last reporter, whatever became of the report', () => {
    for (const history of [
      [adopted, reported()],
      [adopted, reported(), verified],
      [adopted, reported(), returned],
    ]) {
      given(...history)
        .when(verify('operator'))
        .refused('plan.verifier-is-reporter');
      given(...history)
        .when(sendBack('operator'))
        .refused('plan.verifier-is-reporter');
    }
  });

  it('takes a milestone that waits for it', () => {
    given(adopted).when(verify('inspector')).refused('plan.milestone-not-reported');
    given(adopted).when(sendBack('inspector')).refused('plan.milestone-not-reported');
    given(adopted, reported(), returned)
      .when(verify('inspector'))
      .refused('plan.milestone-not-reported');
    given(adopted, reported(), verified)
      .when(verify('inspector'))
      .refused('plan.milestone-already-verified');
    given(adopted)
      .when(verify('inspector', { item: 'x' }))
      .refused('plan.item-unknown');
    given(adopted)
      .when({ ...sendBack('inspector'), milestone: 'x' })
      .refused('plan.milestone-unknown');
  });

  it('gives a reason for a return and no blank notes', () => {
    given(adopted, reported()).when(sendBack('inspector', ' ')).refused('plan.blank-text');
    given(adopted, reported())
      .when(verify('inspector', { note: '' }))
      .refused('plan.blank-text');
  });
});

describe('revising an item', () => {
  const later = withMilestones({}, {}, { dueOn: '2017-12-31' });

  it('replaces the whole item, with reason and approval', () => {
    given(adopted).when(revise(later)).then(revised(later));
    given(adopted)
      .when(revise(later, { reason: ' ' }))
      .refused('plan.blank-text');
    given(adopted)
      .when(revise(later, { approval: '' }))
      .refused('plan.blank-text');
    given(adopted)
      .when(revise({ ...budget, id: 'assets' }))
      .refused('plan.item-unknown');
    given(adopted)
      .when(revise(withMilestones({ target: '80' }, {}, {})))
      .refused('plan.targets-decrease');
  });

  it('leaves reported and verified milestones as they are', () => {
    const changed = withMilestones({ dueOn: '2017-06-30' }, {}, {});
    const removed = { ...budget, milestones: budget.milestones.slice(1) };
    for (const history of [
      [adopted, reported()],
      [adopted, reported(), verified],
    ]) {
      given(...history)
        .when(revise(changed))
        .refused('plan.milestone-closed');
      given(...history)
        .when(revise(removed))
        .refused('plan.milestone-closed');
      given(...history)
        .when(revise(later))
        .then(revised(later));
    }
    const aimless = withMilestones({ target: null }, {}, {});
    given(adopted, reported()).when(revise(aimless)).refused('plan.milestone-closed');
    given(adopted, reported())
      .when(revise(withMilestones({ target: '25.0' }, {}, {})))
      .then(revised(budget));
    given(adopted, reported('operator', { milestone: 'b06' }))
      .when(revise(withMilestones({}, { target: '50' }, {})))
      .refused('plan.milestone-closed');
    given(adopted, reported(), returned).when(revise(changed)).then(revised(changed));
  });

  it('keeps the progress of what stays and opens what is new', () => {
    given(adopted, reported(), verified, revised(later))
      .when(report())
      .refused('plan.milestone-already-verified');
    const added = {
      ...budget,
      milestones: [
        ...budget.milestones,
        { ...budget.milestones[0]!, id: 'b12', dueOn: null, target: null },
      ],
    };
    given(adopted, reported(), revised(added))
      .when(report({ milestone: 'b12' }))
      .then(reported('operator', { milestone: 'b12', late: null }));
  });
});
