import type { ActionPlanAdopted, MilestoneReported } from '@jejak/domain/plan/events';
import { informationEvents } from '@jejak/views/testing/information';
import { recorded } from '@jejak/views/testing/recorded';

import { missingIndexes } from '../testing/list-indexes';
import { policyFacts } from '../testing/policy-facts';
import { type QueryApi, queryApiOver } from '../testing/query-api';
import { deadlineList } from './deadline.list';

const adopted = (plan: string, region: string, dueOn: readonly string[]): ActionPlanAdopted => ({
  type: 'ActionPlanAdopted',
  data: {
    ...{ plan, region, period: '2017', decree: null, source: null, announcedItemCount: null },
    items: [
      {
        ...{ id: 'apbd', title: 'Budget', measure: null, owner: null },
        milestones: dueOn.map((day, index) => ({
          ...{ id: `m${index + 1}`, title: `Step ${index + 1}`, dueOn: day, target: null },
        })),
        targets: [],
      },
    ],
    checkpoints: [],
    checkpointPolicy: null,
  },
});
const reported: MilestoneReported = {
  type: 'MilestoneReported',
  data: {
    ...{ plan: 'banten-2017', region: '36', item: 'apbd', milestone: 'm1', metOn: '2017-03-01' },
    ...{ evidence: [], note: null, reportedBy: 'operator-1', late: false },
  },
};

const log = recorded([
  { stream: 'plan-banten-2017', event: adopted('banten-2017', '36', ['2017-03-31', '2017-06-30']) },
  { stream: 'plan-serang-2017', event: adopted('serang-2017', '36.73', ['2017-04-15']) },
  { stream: 'plan-banten-2017', event: reported },
]);

describe('GET /v1/deadlines', () => {
  let api: QueryApi;
  beforeAll(async () => {
    api = await queryApiOver(log);
  });
  afterAll(() => api.close());

  const days = async (query: string) =>
    ((await api.get(`/v1/deadlines${query}`)).body['items'] as { dueOn: string }[]).map(
      ({ dueOn }) => dueOn,
    );

  it('lists them by their last day, and shows nothing that only the clock needs', async () => {
    const { body } = await api.get('/v1/deadlines');
    expect((body['items'] as object[])[0]).toEqual({
      id: 'plan.milestone:banten-2017:apbd:m1',
      ...{ deadline: 'plan.milestone', region: '36', province: '36', subject: 'plan-banten-2017' },
      ...{ title: 'Budget: Step 1', dueOn: '2017-03-31', state: 'met', metOn: '2017-03-01' },
      ...{ setAt: '2026-01-05T02:00:00.000Z', passedAt: null, passings: [] },
      ...{ endsAt: null, outstanding: null, counted: null, policy: null, unconfirmed: [] },
    });
    expect(await days('')).toEqual(['2017-03-31', '2017-04-15', '2017-06-30']);
  });

  it('names what no source confirms of the policy that sets a term', async () => {
    const { requested } = informationEvents;
    const content = requested.data.terms;
    const terms = await queryApiOver(
      recorded([
        { stream: 'information-serang-2025-001', event: requested },
        ...policyFacts({ kind: 'information-terms', content }, ['dispute']),
      ]),
    );
    expect((await terms.get('/v1/deadlines')).body['items']).toMatchObject([
      { policy: { kind: 'information-terms', version: 1 }, unconfirmed: ['dispute'] },
    ]);
    await terms.close();
  });

  it('narrows them to a region, a province, a state and days', async () => {
    expect(await days('?region=36')).toEqual(['2017-03-31', '2017-06-30']);
    expect(await days('?province=36&state=open')).toEqual(['2017-04-15', '2017-06-30']);
    expect(await days('?dueFrom=2017-04-15&dueBefore=2017-06-30')).toEqual(['2017-04-15']);
    expect(await days('?deadline=plan.milestone&sort=-dueOn')).toHaveLength(3);
  });

  it('narrows them to the days ahead, from today in Jakarta', async () => {
    // Half past midnight on 31 March in Jakarta, still 30 March in UTC.
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2017-03-30T17:30:00Z'));
    expect(await days('?withinDays=0')).toEqual(['2017-03-31']);
    expect(await days('?withinDays=14')).toEqual(['2017-03-31']);
    expect(await days('?withinDays=15&sort=-dueOn')).toEqual(['2017-04-15', '2017-03-31']);
    expect(await days('?withinDays=91&dueFrom=2017-05-01')).toEqual(['2017-06-30']);
    const { body } = await api.get('/v1/deadlines?withinDays=91&state=open&limit=1');
    expect(body['next']).toContain('withinDays=91');
    expect(await days(String(body['next']).replace('/v1/deadlines', ''))).toEqual(['2017-06-30']);
    now.mockReturnValue(Date.parse('2017-03-31T17:00:00Z'));
    expect(await days('?withinDays=0')).toEqual([]);
    now.mockRestore();
  });

  it('refuses two ends at once', async () => {
    const { status, body } = await api.get('/v1/deadlines?withinDays=30&dueBefore=2030-01-01');
    expect([status, body['field'], body['detail']]).toEqual([
      400,
      'withinDays',
      'withinDays and dueBefore both say up to which day.',
    ]);
  });

  it('has an index for every filter', () => {
    expect(missingIndexes(deadlineList)).toEqual([]);
  });

  it.each([
    ...['state=late', 'dueBefore=2017-02-30', 'region=Banten', 'withinDays=-1', 'withinDays=3661'],
    ...['withinDays=1e2', 'withinDays='],
  ])('refuses %s', async (wrong) => {
    const { status, body } = await api.get(`/v1/deadlines?${wrong}`);
    expect([status, body['field']]).toEqual([400, wrong.split('=')[0]]);
  });
});
