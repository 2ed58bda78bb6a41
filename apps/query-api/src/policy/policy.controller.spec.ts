import type { WorkingDayCalendar } from '@jejak/domain';
import type { PolicyEvent } from '@jejak/domain/policy/events';
import { recorded } from '@jejak/views/testing/recorded';

import { missingIndexes } from '../testing/list-indexes';
import { queryApiOver, type QueryApi } from '../testing/query-api';
import { policyList } from './policy.list';

const source = { id: 'C2025', citation: 'SKB 1017/2024' };
const calendar = (...off: string[]): WorkingDayCalendar => ({
  weekend: [6, 7],
  jointLeaveIsWork: false,
  years: [
    {
      year: 2025,
      source,
      holidays: off.map((day) => ({ day, name: 'Off', kind: 'joint-leave' })),
    },
  ],
});
const version = (number: number, effectiveFrom: string, ...off: string[]): PolicyEvent[] => [
  {
    type: 'PolicyDrafted',
    data: {
      kind: 'working-days',
      version: number,
      title: 'Working days',
      effectiveFrom,
      legalBasis: 'Keppres 8/2024',
      source,
      unconfirmed: ['jointLeaveIsWork'],
      content: calendar(...off),
      draftedBy: 'operator-1',
      contentSha256: 'ab'.repeat(32),
    },
  },
  {
    type: 'PolicyApproved',
    data: { kind: 'working-days', version: number, approvedBy: 'verifier-1' },
  },
];

let api: QueryApi;
beforeAll(async () => {
  const [waiting] = version(3, '2026-01-01') as [PolicyEvent];
  const approved = [...version(1, '2025-01-01'), ...version(2, '2025-08-07', '2025-08-18')];
  const events = [...approved, waiting];
  const log = events.map((event, index) => ({
    stream: 'policy-working-days',
    event,
    recordedAt: `2026-01-05T02:00:0${index}.000Z`,
  }));
  api = await queryApiOver(recorded(log));
});
afterAll(() => api.close());

describe('GET /v1/policies', () => {
  it('lists versions with the days they apply on and both persons, without their content', async () => {
    const { body } = await api.get('/v1/policies');
    const people = { draftedBy: 'operator-1', approvedBy: 'verifier-1' };
    expect(body['items']).toMatchObject([
      {
        kind: 'working-days',
        draft: { version: 3, draftedBy: 'operator-1', contentSha256: 'ab'.repeat(32) },
        versions: [
          { version: 1, ...people, inForce: { from: '2025-01-01', until: '2025-08-06' } },
          { version: 2, ...people, inForce: { from: '2025-08-07', until: null } },
        ],
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('"content"');
  });

  it('is read in order from an index', () => {
    expect(missingIndexes(policyList)).toEqual([]);
  });
});

describe('GET /v1/policies/{kind}', () => {
  it.each([
    ['on=2025-08-06', 1],
    ['on=2025-08-07', 2],
    ['version=1', 1],
    ['on=2025-08-07&knownAt=2026-01-05T02:00:02Z', 1],
  ])('gives the version that %s asks for, and what no source confirms', async (query, expected) => {
    const { body } = await api.get(`/v1/policies/working-days?${query}`);
    expect(body).toMatchObject({
      kind: 'working-days',
      version: expected,
      unconfirmed: ['jointLeaveIsWork'],
      content: { years: [{ year: 2025 }] },
    });
  });

  it('knows no version before the first, and no policy that was never drafted', async () => {
    expect((await api.get('/v1/policies/working-days?on=2024-12-31')).status).toBe(404);
    expect((await api.get('/v1/policies/working-days?version=3')).status).toBe(404);
    expect((await api.get('/v1/policies/time-zones')).status).toBe(404);
  });

  it('is asked by day or by number', async () => {
    const both = await api.get('/v1/policies/working-days?version=1&on=2025-08-06');
    expect([both.status, both.body['field']]).toEqual([400, 'version']);
    expect((await api.get('/v1/policies/working-days?version=0')).body).toMatchObject({
      field: 'version',
    });
  });
});

describe('GET /v1/policies/{kind}/draft', () => {
  it('shows an approver all of the draft that waits, and the digest to approve it by', async () => {
    expect((await api.get('/v1/policies/working-days/draft')).body).toMatchObject({
      kind: 'working-days',
      draft: {
        version: 3,
        effectiveFrom: '2026-01-01',
        contentSha256: 'ab'.repeat(32),
        content: { years: [{ year: 2025 }] },
      },
    });
    expect((await api.get('/v1/policies/time-zones/draft')).status).toBe(404);
  });
});

describe('GET /v1/calendar/due', () => {
  const due = (query: string) => api.get(`/v1/calendar/due?${query}`);

  it('counts by the calendar in force when the term begins', async () => {
    expect((await due('from=2025-08-06&workingDays=10')).body).toMatchObject({
      dueOn: '2025-08-20',
      holidays: [],
      policy: { version: 1, unconfirmed: ['jointLeaveIsWork'] },
    });
    expect((await due('from=2025-08-07&workingDays=10')).body).toMatchObject({
      dueOn: '2025-08-22',
      holidays: [{ day: '2025-08-18' }],
      policy: { version: 2 },
    });
  });

  it('guesses nothing beyond the years that a decree covers', async () => {
    const { body } = await due('from=2025-12-30&workingDays=10');
    expect(body).toMatchObject({ dueOn: null, coveredYears: [2025] });
    expect((await due('from=2024-12-30&workingDays=10')).status).toBe(404);
  });

  it.each([
    ['workingDays=10', 'from'],
    ['from=2025-02-30&workingDays=10', 'from'],
    ['from=2025-02-28', 'workingDays'],
    ['from=2025-02-28&workingDays=367', 'workingDays'],
    ['from=2025-02-28&workingDays=-1', 'workingDays'],
  ])('refuses %s', async (query, field) => {
    const { status, body } = await due(query);
    expect([status, body['field']]).toEqual([400, field]);
  });
});
