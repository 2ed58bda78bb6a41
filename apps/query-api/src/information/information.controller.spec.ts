import type { InformationEvent } from '@jejak/domain/information/events';
import type { PolicyEvent } from '@jejak/domain/policy/events';
import { informationEvents } from '@jejak/views/testing/information';
import { recorded } from '@jejak/views/testing/recorded';

import { missingIndexes } from '../testing/list-indexes';
import { type QueryApi, queryApiOver } from '../testing/query-api';
import { informationList } from './information.list';

const { requested, answered } = informationEvents;
const elsewhere: InformationEvent = {
  ...requested,
  data: {
    ...requested.data,
    request: 'cilegon-1',
    region: '36.72',
    receivedOn: '2025-06-02',
    dueOn: '2025-06-16',
  },
};

const unconfirmed = ['dispute: general knowledge'];
const terms: PolicyEvent[] = [
  {
    type: 'PolicyDrafted',
    data: {
      ...{ kind: 'information-terms', version: 1, title: 'Terms', effectiveFrom: '2010-04-30' },
      ...{ legalBasis: 'UU 14/2008', source: { id: 'x', citation: 'y' }, unconfirmed },
      content: requested.data.terms,
      ...{ draftedBy: 'operator-1', contentSha256: 'ab'.repeat(32) },
    },
  },
  {
    type: 'PolicyApproved',
    data: { kind: 'information-terms', version: 1, approvedBy: 'verifier-1' },
  },
];

let api: QueryApi;
beforeAll(async () => {
  api = await queryApiOver(
    recorded([
      ...terms.map((event) => ({ stream: 'policy-information-terms', event })),
      { stream: 'information-serang-2025-001', event: requested },
      { stream: 'information-serang-2025-001', event: answered },
      { stream: 'information-cilegon-1', event: elsewhere },
    ]),
  );
});
afterAll(() => api.close());

const requestsOf = async (query: string) =>
  ((await api.get(`/v1/information-requests?${query}`)).body['items'] as { request: string }[]).map(
    ({ request }) => request,
  );

describe('GET /v1/information-requests', () => {
  it.each([
    ['region=36.73', ['serang-2025-001']],
    ['province=36&status=open', ['cilegon-1']],
    ['province=32', []],
    ['status=open', ['cilegon-1']],
    ['sort=-receivedOn', ['cilegon-1', 'serang-2025-001']],
  ])('is narrowed and ordered by %s', async (query, expected) => {
    expect(await requestsOf(query)).toEqual(expected);
  });

  it('is read in order from an index', () => {
    expect(missingIndexes(informationList)).toEqual([]);
  });

  it.each(['?format=json', '?format=ndjson', '?format=csv', '/serang-2025-001'])(
    'never says who asked, not even by pseudonym: %s',
    async (form) => {
      const { status, text } = await api.get(`/v1/information-requests${form}`);
      expect([status, text]).toEqual([200, expect.stringContaining('serang-2025-001')]);
      expect(text).not.toContain(requested.data.requester);
    },
  );

  it('says what nobody confirms of the terms of each request', async () => {
    const { body } = await api.get('/v1/information-requests');
    expect(body).toMatchObject({ items: [{ unconfirmed }, { unconfirmed }] });
    const one = await api.get('/v1/information-requests/serang-2025-001');
    expect(one.body).toMatchObject({ terms: { dispute: 14 }, unconfirmed });
    const file = await api.get('/v1/information-requests?format=csv');
    expect(file.text).toContain(',dispute: general knowledge,');
  });

  it('shows one request with its steps, and knows no other', async () => {
    const { body } = await api.get('/v1/information-requests/serang-2025-001');
    expect(body).toMatchObject({ answer: { late: true }, objection: null, position: '500/500' });
    expect((await api.get('/v1/information-requests/nowhere')).status).toBe(404);
  });
});

describe('GET /v1/information-requests/board', () => {
  const board = async (query: string) =>
    (await api.get(`/v1/information-requests/board?${query}`)).body;

  it('counts over all and by region, on a day', async () => {
    expect(await board('on=2025-06-17')).toMatchObject({
      requests: 2,
      answeredLate: 1,
      overdue: 1,
      regions: [
        { region: '36.72', requests: 1, overdue: 1 },
        { region: '36.73', requests: 1, answeredLate: 1 },
      ],
    });
    expect(await board('on=2025-06-16')).toMatchObject({ open: 1, overdue: 0 });
  });

  it.each([
    ['region=36.72', 1],
    ['from=2025-02-04', 1],
    ['until=2025-02-03', 1],
    ['from=2025-02-03&until=2025-06-02', 2],
    ['from=2025-02-04&until=2025-06-01', 0],
  ])('counts requests received in a time and region: %s', async (query, requests) => {
    expect(await board(query)).toMatchObject({ requests });
  });
});
