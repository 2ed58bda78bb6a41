import type { AdoptActionPlan } from '../plan/commands';
import type { ActionPlanAdopted, Milestone, PlanItem } from '../plan/events';
import type { PolicyInForce } from '../policy';

export const at = '2017-11-01T02:00:00.000Z';

const milestone = (id: string, dueOn: string | null, target: string | null): Milestone => ({
  id,
  title: `Checkpoint ${id}`,
  dueOn,
  target,
});

const item = (id: string, title: string): PlanItem => ({
  id,
  title,
  measure: null,
  owner: null,
  milestones: [
    milestone('b03', '2017-03-31', '25'),
    milestone('b06', null, null),
    milestone('b09', '2017-09-30', '75'),
  ],
  targets: [],
});

/** The first of the four named problem areas. */
export const budget = item('budget', 'Regional budget management');

/** Banten 2017: six problem areas were announced, four named. Source: Yan Cikal, 2017. */
export const banten2017: ActionPlanAdopted['data'] = {
  plan: 'banten-2017',
  region: '36',
  period: '2017',
  decree: "Governor's decree on corruption prevention",
  items: [
    budget,
    item('procurement', 'Procurement of goods and services'),
    item('revenue', 'Optimisation of regional revenue'),
    item('supervision', 'Supervision'),
  ],
  announcedItemCount: 6,
  checkpoints: [],
  checkpointPolicy: null,
  source: { id: 'S2', citation: 'Yan Cikal, 2017' },
};

const { checkpoints: _, checkpointPolicy: __, ...adoption } = banten2017;

export const adoptBanten2017: AdoptActionPlan = {
  type: 'AdoptActionPlan',
  ...adoption,
  checkpoints: null,
  regionRegistered: true,
  actor: { kind: 'person', id: 'operator' },
  at,
};

/** Green from the whole target on, yellow from three quarters of it. */
export const trafficLightPolicy: PolicyInForce<'plan-traffic-light'> = {
  kind: 'plan-traffic-light',
  version: 2,
  title: 'Traffic light of action plans',
  effectiveFrom: '2015-01-01',
  legalBasis: 'none found',
  source: { id: 'practice', citation: 'UKP4 and Setnas PK' },
  unconfirmed: ['greenFrom', 'yellowFrom'],
  content: { greenFrom: '100', yellowFrom: '75' },
};

/** One set of a year, and one of two years that ends a month in a leap February. */
export const checkpointPolicy: PolicyInForce<'plan-checkpoints'> = {
  kind: 'plan-checkpoints',
  version: 3,
  title: 'Checkpoints of action plans',
  effectiveFrom: '2015-01-01',
  legalBasis: 'practice of Setnas PK',
  source: { id: 'Z15', citation: 'specification of an e-SAKIP system' },
  unconfirmed: ['sets'],
  content: {
    sets: [
      {
        id: 'annual',
        checkpoints: [3, 6, 9, 12].map((month) => ({
          id: `b${String(month).padStart(2, '0')}`,
          month,
        })),
      },
      {
        id: 'two-years',
        checkpoints: [
          { id: 'b14', month: 14 },
          { id: 'b24', month: 24 },
        ],
      },
    ],
  },
};
