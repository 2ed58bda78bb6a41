import type { ActionPlanAdopted } from '@jejak/domain/plan/events';
import { recorded } from '@jejak/views/testing/recorded';

import { queryApiOver, type QueryApi } from '../testing/query-api';

const adopted: ActionPlanAdopted = {
  type: 'ActionPlanAdopted',
  data: {
    plan: 'banten-2017',
    region: '36',
    period: '2017',
    decree: null,
    source: null,
    announcedItemCount: 6,
    items: [
      {
        id: 'revenue',
        title: 'Optimise revenue',
        measure: null,
        owner: null,
        milestones: [{ id: 'm1', title: 'Done', dueOn: '2017-12-31', target: '100' }],
      },
    ],
  },
};

describe('GET /v1/plans', () => {
  let api: QueryApi;
  beforeAll(async () => {
    api = await queryApiOver(recorded([{ stream: 'plan-banten-2017', event: adopted }]));
  });
  afterAll(() => api.close());

  it('judges what is overdue on the day it is asked for', async () => {
    const due = await api.get('/v1/plans/banten-2017?on=2017-12-31');
    expect(due.body).toMatchObject({ on: '2017-12-31', overdue: [], position: '100/100' });
    const past = await api.get('/v1/plans/banten-2017?on=2018-01-02');
    expect(past.body).toMatchObject({ overdue: [{ item: 'revenue', milestone: 'm1', days: 2 }] });
  });

  it('judges it today when no day is given', async () => {
    const { body } = await api.get('/v1/plans?region=36');
    expect(body).toMatchObject({
      items: [{ plan: 'banten-2017', overdue: [{ milestone: 'm1' }] }],
    });
  });

  it('refuses a day that does not exist and knows no plan but its own', async () => {
    expect((await api.get('/v1/plans?on=2017-13-01')).body).toMatchObject({ field: 'on' });
    expect((await api.get('/v1/plans/nowhere')).status).toBe(404);
  });
});
