import type { ActionPlanAdopted } from '@jejak/domain/plan/events';
import { recorded } from '@jejak/views/testing/recorded';

import { queryApiOver, type QueryApi } from '../testing/query-api';
import { itemsOver } from '../testing/section-over';
import { planSection } from './plan.section';

const adopted: ActionPlanAdopted = {
  type: 'ActionPlanAdopted',
  data: {
    plan: 'banten-2017',
    region: '36',
    period: '2017',
    decree: null,
    source: null,
    announcedItemCount: 6,
    checkpoints: [],
    checkpointPolicy: null,
    items: [
      {
        id: 'revenue',
        title: 'Optimise revenue',
        measure: null,
        owner: null,
        milestones: [{ id: 'm1', title: 'Done', dueOn: '2017-12-31', target: '100' }],
        targets: [],
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

  it('finds it by its province', async () => {
    const plans = async (province: string) =>
      (await api.get(`/v1/plans?province=${province}`)).body['items'];
    expect(await plans('36')).toMatchObject([{ plan: 'banten-2017', province: '36' }]);
    expect(await plans('32')).toEqual([]);
  });

  it('refuses a day that does not exist and knows no plan but its own', async () => {
    expect((await api.get('/v1/plans?on=2017-13-01')).body).toMatchObject({ field: 'on' });
    expect((await api.get('/v1/plans/nowhere')).status).toBe(404);
  });
});

describe('a plan with checkpoints', () => {
  const key = { plan: 'banten-2025', region: '36' };
  const policyVersion = {
    ...{ kind: 'plan-traffic-light' as const, title: 'Colours', effectiveFrom: '2025-01-01' },
    ...{ legalBasis: 'practice', source: { id: 'x', citation: 'y' }, unconfirmed: ['greenFrom'] },
    ...{ content: { greenFrom: '100', yellowFrom: '75' }, version: 1, draftedBy: 'a' },
    contentSha256: 'ab'.repeat(32),
  };
  const checkpointVersion = {
    ...policyVersion,
    ...{ kind: 'plan-checkpoints' as const, title: 'B03 to B24', unconfirmed: ['sets'] },
    content: { sets: [] },
  };
  const log = recorded([
    { stream: 'policy-plan-traffic-light', event: { type: 'PolicyDrafted', data: policyVersion } },
    {
      stream: 'policy-plan-traffic-light',
      event: {
        type: 'PolicyApproved',
        data: { kind: 'plan-traffic-light', version: 1, approvedBy: 'b' },
      },
    },
    {
      stream: 'policy-plan-checkpoints',
      event: { type: 'PolicyDrafted', data: checkpointVersion },
    },
    {
      stream: 'policy-plan-checkpoints',
      event: {
        type: 'PolicyApproved',
        data: { kind: 'plan-checkpoints', version: 1, approvedBy: 'b' },
      },
    },
    {
      stream: 'plan-banten-2025',
      recordedAt: '2026-01-05T02:00:00.000Z',
      event: {
        type: 'ActionPlanAdopted',
        data: {
          ...{ ...adopted.data, ...key, period: '2025', checkpointPolicy: 1 },
          checkpoints: [
            { id: 'b12', dueOn: '2024-12-31' },
            { id: 'b15', dueOn: '2025-03-31' },
          ],
          items: [
            {
              ...{ id: 'spip', title: 'SPIP', measure: null, owner: 'Inspektorat' },
              milestones: [],
              targets: [
                { checkpoint: 'b12', target: '40' },
                { checkpoint: 'b15', target: '60' },
              ],
            },
          ],
        },
      },
    },
    {
      stream: 'plan-banten-2025',
      recordedAt: '2026-01-07T02:00:00.000Z',
      event: {
        type: 'ProgressReported',
        data: {
          ...{ ...key, item: 'spip', checkpoint: 'b15', claimed: '45', evidence: [], note: null },
          ...{ reportedOn: '2025-03-30', reportedBy: 'operator-1', late: false },
        },
      },
    },
  ]);
  let api: QueryApi;
  beforeAll(async () => {
    api = await queryApiOver(log);
  });
  afterAll(() => api.close());

  it('has colours by the version in force on the day of each checkpoint', async () => {
    const { body } = await api.get('/v1/plans/banten-2025/traffic-light');
    expect(body).toMatchObject({
      policies: [{ version: 1, unconfirmed: ['greenFrom'] }],
      items: [
        {
          checkpoints: [
            { checkpoint: 'b12', light: null, policyVersion: null },
            { checkpoint: 'b15', light: 'yellow', basis: 'claimed', policyVersion: 1 },
          ],
        },
      ],
    });
    expect((await api.get('/v1/plans/nowhere/traffic-light')).status).toBe(404);
    expect((await api.get('/v1/plans/banten-2025/traffic-light?on=x')).status).toBe(400);
  });

  it('names what of its checkpoints no source confirms, as known on any day', async () => {
    for (const query of ['', '?knownAt=2026-01-07']) {
      const { body } = await api.get(`/v1/plans/banten-2025${query}`);
      expect(body['unconfirmed']).toEqual(['sets']);
    }
  });

  it('names it in the list and on the page of its region too', async () => {
    const shown = [{ plan: 'banten-2025', unconfirmed: ['sets'] }];
    expect((await api.get('/v1/plans?region=36')).body['items']).toMatchObject(shown);
    expect(await itemsOver(planSection, log, '36')).toMatchObject(shown);
  });

  it('is shown as it was known on a day', async () => {
    const state = async (knownAt: string) =>
      (await api.get(`/v1/plans/banten-2025?knownAt=${knownAt}`)).body;
    expect(await state('2026-01-06')).toMatchObject({ counts: { checkpoints: { reported: 0 } } });
    expect(await state('2026-01-07')).toMatchObject({ counts: { checkpoints: { reported: 1 } } });
    expect(await state('2026-01-04')).toMatchObject({ status: 404 });
  });

  it('says what each office carries', async () => {
    const { body } = await api.get('/v1/plans/banten-2025/workload?on=2025-05-01');
    expect(body).toMatchObject({
      owners: [{ owner: 'Inspektorat', items: 1, overdue: 1, steps: { open: 1, reported: 1 } }],
    });
  });
});
