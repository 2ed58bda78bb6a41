import type { PlanEvent } from '@jejak/domain/plan/events';
import type { PolicyInForce } from '@jejak/domain/policy';

import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { ownerWorkload } from './owner-workload';
import { planProgress } from './plan-progress';
import { planProgressOn } from './plan-progress-on';
import { type LightPolicies, planTrafficLights } from './plan-traffic-light';

const plan = { plan: 'banten-2025', region: '36' };
const spot = { ...plan, item: 'spip', checkpoint: 'b03' };
const item = (id: string, owner: string | null) => ({
  ...{ id, title: id, measure: null, owner, milestones: [] },
  targets: [
    { checkpoint: 'b03', target: '40' },
    { checkpoint: 'b06', target: null },
  ],
});
const adopted: PlanEvent = {
  type: 'ActionPlanAdopted',
  data: {
    ...plan,
    ...{ period: '2025', decree: null, source: null, announcedItemCount: 6, checkpointPolicy: 1 },
    checkpoints: [
      { id: 'b03', dueOn: '2025-03-31' },
      { id: 'b06', dueOn: '2025-06-30' },
    ],
    items: [item('spip', 'Inspektorat'), item('assets', null)],
  },
};
const reported: PlanEvent = {
  type: 'ProgressReported',
  data: {
    ...{ ...spot, claimed: '40', evidence: [], note: null },
    ...{ reportedOn: '2025-04-02', reportedBy: 'operator-1', late: true },
  },
};
const verified: PlanEvent = {
  type: 'ProgressVerified',
  data: { ...spot, claimed: '40', verified: '30', verifiedBy: 'verifier-1', note: null },
};
const returned: PlanEvent = {
  type: 'ProgressReturned',
  data: { ...spot, returnedBy: 'verifier-1', reason: 'not signed' },
};
const closing = { ...plan, checkpoint: 'b03', closedOn: '2025-04-15', closedBy: 'v' };
/** As it is read where no colours were recorded. */
const closed: PlanEvent = {
  type: 'CheckpointClosed',
  data: { ...closing, policyVersion: null, results: [] },
};
const closedRed: PlanEvent = {
  type: 'CheckpointClosed',
  data: {
    ...closing,
    policyVersion: 1,
    results: [{ item: 'spip', claimed: '40', verified: '30', light: 'red' }],
  },
};
const reassigned: PlanEvent = {
  type: 'PlanItemReassigned',
  data: { ...plan, item: 'assets', from: null, to: 'BPKAD', reason: 'its task' },
};
const status: PlanEvent = {
  type: 'PlanItemStatusSet',
  data: { ...plan, item: 'spip', status: 'in-review', note: null, setBy: 'operator-1' },
};
const formed: PlanEvent = {
  type: 'TaskForceFormed',
  data: { ...plan, name: 'Satgas', decree: null, formedOn: null, members: [], source: null },
};

const logOf = (...events: PlanEvent[]) =>
  recorded(events.map((event) => ({ stream: `plan-${plan.plan}`, event })));
const after = (...events: PlanEvent[]) => {
  const document = fold(planProgress, twice(logOf(...events))).get(plan.plan);
  if (!document) throw new Error('no plan');
  return document;
};
const first = (...events: PlanEvent[]) => after(...events).items[0]?.checkpoints[0];

const policy: PolicyInForce<'plan-traffic-light'> = {
  ...{ kind: 'plan-traffic-light', version: 2, title: 'Colours', effectiveFrom: '2025-01-01' },
  ...{ legalBasis: 'practice', source: { id: 'x', citation: 'y' }, unconfirmed: ['greenFrom'] },
  content: { greenFrom: '100', yellowFrom: '75' },
};
const strict = { ...policy, version: 1, content: { greenFrom: '100', yellowFrom: '90' } };
const policies: LightPolicies = {
  on: () => policy,
  ofVersion: (version) => (version === 1 ? strict : policy),
};
const light = (...events: PlanEvent[]) =>
  planTrafficLights(after(...events), policies).items[0]?.checkpoints[0];

describe('the checkpoints of a plan', () => {
  it('keep the claim beside what was found', () => {
    expect(first(adopted)).toMatchObject({ state: 'open', target: '40', verified: null });
    expect(first(adopted, reported, verified)).toMatchObject({
      ...{ state: 'verified', verified: '30', frozen: false },
      report: { claimed: '40', late: true },
    });
    expect(first(adopted, reported, verified, returned)).toMatchObject({
      ...{ state: 'returned', verified: null },
      review: { note: 'not signed' },
    });
  });

  it('are frozen when they are closed, for every item', () => {
    const document = after(adopted, reported, verified, closed);
    expect(document.items.map(({ checkpoints }) => checkpoints.map((one) => one.frozen))).toEqual([
      [true, false],
      [true, false],
    ]);
    expect(document.checkpoints.map(({ closedOn }) => closedOn)).toEqual(['2025-04-15', null]);
    expect(document.counts.checkpoints).toEqual({ open: 3, reported: 0, verified: 1, returned: 0 });
  });

  it('are overdue the day after theirs while nothing stands, closed or not', () => {
    const overdue = (on: string, ...events: PlanEvent[]) =>
      planProgressOn(after(...events), on).overdue.map(({ item: id, checkpoint, days }) => [
        id,
        checkpoint,
        days,
      ]);
    expect(overdue('2025-03-31', adopted)).toEqual([]);
    expect(overdue('2025-04-01', adopted, reported)).toEqual([['assets', 'b03', 1]]);
    expect(overdue('2025-05-01', adopted, reported, closed)).toEqual([['assets', 'b03', 31]]);
  });
});

describe('an item that changes hands', () => {
  const taken: PlanEvent = {
    type: 'PlanItemReassigned',
    data: { ...plan, item: 'spip', from: 'Inspektorat', to: 'Bappeda', reason: 'its task' },
  };
  const owners = (...events: PlanEvent[]) =>
    after(...events).items[0]?.checkpoints.map(({ owner }) => owner);

  it('leaves its closed checkpoints with the office that answered for them', () => {
    expect(owners(adopted, taken)).toEqual(['Bappeda', 'Bappeda']);
    expect(owners(adopted, closed, taken)).toEqual(['Inspektorat', 'Bappeda']);
    const revised: PlanEvent = {
      type: 'PlanItemRevised',
      data: { ...plan, item: item('spip', 'Bappeda'), reason: 'r', approval: '1' },
    };
    expect(owners(adopted, closed, revised)).toEqual(['Inspektorat', 'Bappeda']);
  });

  it('lays what they missed to the charge of that office', () => {
    const document = after(adopted, closed, taken);
    const missed = planProgressOn(document, '2025-07-01').overdue.filter(
      (one) => one.item === 'spip',
    );
    expect(missed.map(({ checkpoint, owner }) => [checkpoint, owner])).toEqual([
      ['b03', 'Inspektorat'],
      ['b06', 'Bappeda'],
    ]);
    expect(
      ownerWorkload(document, '2025-07-01').map(({ owner, items, steps, overdue }) => [
        owner,
        items,
        steps.open,
        overdue,
      ]),
    ).toEqual([
      [null, 1, 2, 2],
      ['Bappeda', 1, 1, 1],
      ['Inspektorat', 0, 1, 1],
    ]);
    const [lit] = planTrafficLights(document, policies).items;
    expect([lit?.owner, lit?.checkpoints[0]?.owner]).toEqual(['Bappeda', 'Inspektorat']);
  });
});

describe('the traffic light of a plan', () => {
  it('is red, yellow or green by what was verified, and grey without a report', () => {
    expect(light(adopted)).toMatchObject({ light: 'none', basis: null, policyVersion: 2 });
    expect(light(adopted, reported)).toMatchObject({ light: 'green', basis: 'claimed' });
    expect(light(adopted, reported, verified)).toMatchObject({
      ...{ light: 'yellow', basis: 'verified', reached: '30' },
    });
  });

  it('counts no claim that nobody verified before the checkpoint was closed', () => {
    expect(light(adopted, reported, closed)).toMatchObject({ light: 'none', reached: null });
  });

  it('stays as it was when the checkpoint was closed, whatever version came since', () => {
    expect(light(adopted, reported, verified, closed)).toMatchObject({
      ...{ light: 'yellow', policyVersion: 2, recorded: false },
    });
    const document = after(adopted, reported, verified, closedRed);
    const shown = planTrafficLights(document, policies);
    expect(shown.items[0]?.checkpoints).toMatchObject([
      { light: 'red', policyVersion: 1, reached: '30', recorded: true },
      { light: 'none', policyVersion: 2, recorded: false },
    ]);
    expect(shown.policies.map(({ version, yellowFrom }) => [version, yellowFrom])).toEqual([
      [1, '90'],
      [2, '75'],
    ]);
  });

  it('says by which version, and which parts of it no source confirms', () => {
    expect(planTrafficLights(after(adopted), policies).policies).toEqual([
      {
        ...{ version: 2, effectiveFrom: '2025-01-01', unconfirmed: ['greenFrom'] },
        ...policy.content,
      },
    ]);
  });

  it('is unknown where no policy applied on the day', () => {
    const { policies, items } = planTrafficLights(after(adopted), {
      on: () => null,
      ofVersion: () => null,
    });
    expect(policies).toEqual([]);
    expect(items[0]?.checkpoints[0]).toMatchObject({ light: null, policyVersion: null });
  });
});

describe('the workload of the offices of a plan', () => {
  it('follows an item to its new office, and says who has none', () => {
    const workload = (...events: PlanEvent[]) =>
      ownerWorkload(after(...events), '2025-04-01').map(({ owner, items, overdue, steps }) => [
        owner,
        items,
        overdue,
        steps.open,
      ]);
    expect(workload(adopted, reported)).toEqual([
      [null, 1, 1, 2],
      ['Inspektorat', 1, 0, 1],
    ]);
    expect(workload(adopted, reported, reassigned)[0]).toEqual(['BPKAD', 1, 1, 2]);
    expect(ownerWorkload(after(adopted, status), '2025-01-01')[0]).toMatchObject({
      statuses: { 'in-review': 1 },
    });
  });
});

it('counts what was announced and never named, and names the task force', () => {
  expect(after(adopted, formed)).toMatchObject({
    unnamedItemCount: 4,
    taskForces: [{ name: 'Satgas', members: [] }],
  });
});
