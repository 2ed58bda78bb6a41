import type { MilestoneReported, PlanEvent } from '@jejak/domain/plan/events';

import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { planProgress } from './plan-progress';
import { planProgressOn } from './plan-progress-on';

const plan = { plan: 'banten-2017', region: '36' };
const draft = { id: 'draft', title: 'Draft regulation', dueOn: '2017-06-30', target: '50' };
const decree = { id: 'decree', title: 'Decree signed', dueOn: '2017-12-31', target: '100' };
const item = { id: 'gratification', title: 'Governor regulation on gratification' };
const details = { measure: null, owner: 'Biro Hukum', targets: [] };
const milestone = { ...plan, item: item.id, milestone: draft.id };

const adopted: PlanEvent = {
  type: 'ActionPlanAdopted',
  data: {
    ...plan,
    period: '2017',
    decree: null,
    announcedItemCount: 6,
    checkpoints: [],
    checkpointPolicy: null,
    source: null,
    items: [{ ...item, ...details, milestones: [draft, decree] }],
  },
};
const reported: MilestoneReported = {
  type: 'MilestoneReported',
  data: {
    ...milestone,
    metOn: '2017-07-14',
    evidence: [],
    note: null,
    reportedBy: 'operator-1',
    late: true,
  },
};
const returned: PlanEvent = {
  type: 'MilestoneReturned',
  data: { ...milestone, returnedBy: 'verifier-1', reason: 'no signature' },
};
const verified: PlanEvent = {
  type: 'MilestoneVerified',
  data: { ...milestone, verifiedBy: 'verifier-1', note: null },
};
const revised: PlanEvent = {
  type: 'PlanItemRevised',
  data: {
    ...plan,
    reason: 'new council term',
    approval: 'KEP-2/2017',
    item: { ...item, ...details, milestones: [draft, { ...decree, dueOn: '2018-03-31' }] },
  },
};

const logOf = (...events: PlanEvent[]) =>
  recorded(events.map((event) => ({ stream: `plan-${plan.plan}`, event })));
const after = (...events: PlanEvent[]) => {
  const document = fold(planProgress, logOf(...events)).get(plan.plan);
  if (!document) throw new Error('no plan');
  return document;
};
const overdueOn = (day: string, ...events: PlanEvent[]) =>
  planProgressOn(after(...events), day).overdue.map(({ milestone: id, days }) => [id, days]);

describe('plan progress', () => {
  it('opens every milestone of an adopted plan', () => {
    expect(after(adopted)).toMatchObject({
      announcedItemCount: 6,
      checkpoints: [],
      checkpointPolicy: null,
      counts: { items: 1, milestones: 2, open: 2, reported: 0, verified: 0, returned: 0, late: 0 },
    });
  });

  it('follows a milestone from report to return to verification', () => {
    expect(after(adopted, reported).counts).toMatchObject({ open: 1, reported: 1, late: 1 });
    expect(after(adopted, reported, returned).items[0]?.milestones[0]).toMatchObject({
      state: 'returned',
      report: { metOn: '2017-07-14' },
      review: { by: 'verifier-1', note: 'no signature' },
    });
    const again = after(adopted, reported, returned, reported);
    expect(again.items[0]?.milestones[0]).toMatchObject({ state: 'reported', review: null });
    expect(after(adopted, reported, verified).counts).toMatchObject({ verified: 1, late: 1 });
  });

  it('keeps what was met when an item is revised, and names the approval', () => {
    const [revisedItem] = after(adopted, reported, verified, revised).items;
    expect(revisedItem).toMatchObject({
      milestones: [{ state: 'verified' }, { state: 'open', dueOn: '2018-03-31' }],
      revisions: [{ approval: 'KEP-2/2017' }],
    });
  });

  it('is overdue the day after the due date, until it is reported, and again when returned', () => {
    expect(overdueOn('2017-06-30', adopted)).toEqual([]);
    expect(overdueOn('2017-07-01', adopted)).toEqual([['draft', 1]]);
    expect(overdueOn('2018-01-01', adopted)).toEqual([
      ['draft', 185],
      ['decree', 1],
    ]);
    expect(overdueOn('2017-12-31', adopted, reported)).toEqual([]);
    expect(overdueOn('2017-07-31', adopted, reported, returned)).toEqual([['draft', 31]]);
  });

  it('is unchanged by events it has seen', () => {
    const log = logOf(adopted, reported, returned, reported, verified, revised);
    expect(fold(planProgress, twice(log))).toEqual(fold(planProgress, log));
  });

  it('refuses a report on a milestone the plan does not have', () => {
    const elsewhere = { ...reported.data, milestone: 'unheard-of' };
    expect(() => after(adopted, { type: 'MilestoneReported', data: elsewhere })).toThrow(
      'no milestone unheard-of',
    );
  });
});
