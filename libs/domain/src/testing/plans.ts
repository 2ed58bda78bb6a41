import type { AdoptActionPlan } from '../plan/commands';
import type { ActionPlanAdopted, Milestone, PlanItem } from '../plan/events';

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
});

/** Banten 2017: six problem areas were announced, four named. Source: Yan Cikal, 2017. */
export const banten2017: ActionPlanAdopted['data'] = {
  plan: 'banten-2017',
  region: '36',
  period: '2017',
  decree: "Governor's decree on corruption prevention",
  items: [
    item('budget', 'Regional budget management'),
    item('procurement', 'Procurement of goods and services'),
    item('revenue', 'Optimisation of regional revenue'),
    item('supervision', 'Supervision'),
  ],
  announcedItemCount: 6,
  source: { id: 'S2', citation: 'Yan Cikal, 2017' },
};

export const adoptBanten2017: AdoptActionPlan = {
  type: 'AdoptActionPlan',
  ...banten2017,
  regionRegistered: true,
  actor: { kind: 'person', id: 'operator' },
  at,
};
