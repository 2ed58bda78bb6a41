import type { DeadlinePassed } from '@jejak/domain/deadline/events';
import type { PlanEvent } from '@jejak/domain/plan/events';

import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { deadlines } from './deadlines';

const plan = { plan: 'banten-2017', region: '36' };
const key = { ...plan, item: 'apbd', milestone: 'm1' };
const id = 'plan.milestone:banten-2017:apbd:m1';
const milestone = (dueOn: string | null) => ({ id: 'm1', title: 'Published', dueOn, target: null });
const item = (dueOn: string | null) => ({
  ...{ id: 'apbd', title: 'Budget', measure: null, owner: null },
  milestones: [milestone(dueOn)],
  targets: [],
});
const adopted = (dueOn: string | null): PlanEvent => ({
  type: 'ActionPlanAdopted',
  data: {
    ...plan,
    ...{ period: '2017', decree: null, announcedItemCount: null, source: null },
    ...{ checkpoints: [], checkpointPolicy: null },
    items: [item(dueOn)],
  },
});
const moved = (dueOn: string | null): PlanEvent => ({
  type: 'PlanItemRevised',
  data: { ...plan, item: item(dueOn), reason: 'a later session', approval: 'KEP-1' },
});
const reported = (metOn: string): PlanEvent => ({
  type: 'MilestoneReported',
  data: { ...key, metOn, evidence: [], note: null, reportedBy: 'operator-1', late: null },
});
const returned: PlanEvent = {
  type: 'MilestoneReturned',
  data: { ...key, returnedBy: 'verifier-1', reason: 'not signed' },
};
const passed = (dueOn = '2017-10-31'): DeadlinePassed => ({
  type: 'DeadlinePassed',
  data: {
    ...{ id, deadline: 'plan.milestone', region: '36', subject: 'plan-banten-2017' },
    ...{ title: 'Budget: Published', dueOn, zone: 'WIB', zoneAssumed: false, policyVersion: 1 },
    passedAt: `${dueOn}T17:00:00.000Z`,
  },
});

type Fact = readonly [at: string, event: PlanEvent | DeadlinePassed];

const logOf = (...facts: readonly Fact[]) =>
  recorded(
    facts.map(([recordedAt, event]) => ({
      stream: event.type === 'DeadlinePassed' ? `deadline-${id}` : 'plan-banten-2017',
      event,
      recordedAt,
    })),
  );
const after = (...facts: readonly Fact[]) => fold(deadlines, twice(logOf(...facts))).get(id);

const january = '2017-01-10T03:00:00.000Z';
const inTime = '2017-10-30T03:00:00.000Z';
const tooLate = '2017-11-02T03:00:00.000Z';

const term = {
  dueOn: '2017-10-31',
  endsAt: null,
  since: january,
  endedAt: null,
  keptOn: null,
  withdrawnAt: null,
};

describe('a deadline', () => {
  it('is open from the moment its last day is recorded', () => {
    expect(after([january, adopted('2017-10-31')])).toEqual({
      ...{ id, deadline: 'plan.milestone', region: '36', province: '36' },
      ...{ subject: 'plan-banten-2017' },
      ...{ title: 'Budget: Published', dueOn: '2017-10-31', state: 'open', setAt: january },
      ...{ endsAt: null, outstanding: null, counted: null, policy: null },
      ...{ metOn: null, passedAt: null, passings: [], terms: [term], watchedFrom: '2017-10-31' },
      turns: [{ kind: 'set', on: '2017-01-10', dueOn: '2017-10-31', endsAt: null, part: null }],
      undatedAt: january,
    });
  });

  it('is not there where no last day is known, whatever is reported', () => {
    expect(after([january, adopted(null)], [inTime, reported('2017-10-30')])).toBeUndefined();
  });

  it('that was met in time leaves nothing to judge', () => {
    expect(after([january, adopted('2017-10-31')], [inTime, reported('2017-10-30')])).toMatchObject(
      { state: 'met', metOn: '2017-10-30', passedAt: null, terms: [], watchedFrom: null },
    );
  });

  it('that was met after its last day is still to be found passed', () => {
    expect(
      after([january, adopted('2017-10-31')], [tooLate, reported('2017-11-01')]),
    ).toMatchObject({ state: 'met', metOn: '2017-11-01', watchedFrom: '2017-10-31' });
  });

  it('keeps both facts when it is met after it passed', () => {
    const facts: Fact[] = [
      [january, adopted('2017-10-31')],
      ['2017-10-31T17:01:00.000Z', passed()],
    ];
    expect(after(...facts)).toMatchObject({
      state: 'passed',
      passedAt: '2017-10-31T17:00:00.000Z',
      terms: [],
    });
    expect(after(...facts, [tooLate, reported('2017-10-30')])).toMatchObject({
      state: 'met',
      metOn: '2017-10-30',
      passedAt: '2017-10-31T17:00:00.000Z',
      passings: [{ dueOn: '2017-10-31', zone: 'WIB', zoneAssumed: false }],
    });
  });

  it('that is moved in time is judged by its new last day only', () => {
    expect(after([january, adopted('2017-10-31')], [inTime, moved('2017-12-31')])).toMatchObject({
      state: 'open',
      dueOn: '2017-12-31',
      setAt: inTime,
      terms: [{ dueOn: '2017-12-31', since: inTime }],
    });
  });

  it('that is moved too late is judged by both, and an earlier passing stays', () => {
    const late: Fact[] = [
      [january, adopted('2017-10-31')],
      [tooLate, moved('2017-12-31')],
    ];
    expect(after(...late)).toMatchObject({
      state: 'open',
      terms: [
        { dueOn: '2017-10-31', endedAt: tooLate },
        { dueOn: '2017-12-31', endedAt: null },
      ],
      watchedFrom: '2017-10-31',
    });
    expect(after(...late, ['2017-11-02T04:00:00.000Z', passed()])).toMatchObject({
      state: 'open',
      passedAt: null,
      passings: [{ dueOn: '2017-10-31' }],
      watchedFrom: '2017-12-31',
    });
  });

  it('is the same after a revision that leaves its last day alone', () => {
    const once = after([january, adopted('2017-10-31')]);
    expect(after([january, adopted('2017-10-31')], [tooLate, moved('2017-10-31')])).toEqual(once);
  });

  it('opens again when what was reported is returned', () => {
    expect(
      after(
        [january, adopted('2017-10-31')],
        [inTime, reported('2017-10-30')],
        [tooLate, returned],
      ),
    ).toMatchObject({ state: 'open', metOn: null, terms: [{ since: tooLate, endedAt: null }] });
  });

  it('that loses its last day is dropped, unless it was met', () => {
    expect(after([january, adopted('2017-10-31')], [inTime, moved(null)])).toMatchObject({
      state: 'dropped',
      watchedFrom: null,
    });
  });

  it('that was never set cannot be found passed', () => {
    expect(after([tooLate, passed()])).toBeUndefined();
  });
});
