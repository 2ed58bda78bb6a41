import { erasureStream } from '@jejak/domain';
import { erasureRules } from '@jejak/domain/testing/erasures';
import { erasureEvents } from '@jejak/views/testing/erasure';
import { recorded } from '@jejak/views/testing/recorded';

import { missingIndexes } from '../testing/list-indexes';
import { type QueryApi, queryApiOver } from '../testing/query-api';
import { erasureList } from './erasure.list';

const { requested, granted, refused } = erasureEvents;
const other = '7d0e7e0e-95b6-4f0c-9c3a-7f5e2a1b4c03';
const ofOther = <Event extends { readonly data: object }>(event: Event): Event => ({
  ...event,
  data: { ...event.data, subject: other, region: '36.72' },
});
const unconfirmed = ['execution: how Jejak reads it'];

let api: QueryApi;
beforeAll(async () => {
  api = await queryApiOver(
    recorded([
      {
        stream: 'policy-erasure-rules',
        event: {
          type: 'PolicyDrafted',
          data: {
            ...{ kind: 'erasure-rules', version: 1, title: 'Rules', effectiveFrom: '2022-10-17' },
            ...{ legalBasis: 'UU 27/2022', source: { id: 'x', citation: 'y' }, unconfirmed },
            content: erasureRules,
            ...{ draftedBy: 'operator-1', contentSha256: 'ab'.repeat(32) },
          },
        },
      },
      {
        stream: 'policy-erasure-rules',
        event: {
          type: 'PolicyApproved',
          data: { kind: 'erasure-rules', version: 1, approvedBy: 'verifier-1' },
        },
      },
      ...[requested, granted, ofOther(requested), ofOther(refused)].map((event) => ({
        stream: erasureStream(event.data.subject),
        event,
      })),
    ]),
  );
});
afterAll(() => api.close());

describe('GET /v1/erasures', () => {
  it.each([
    ['region=36.73', [requested.data.subject]],
    ['province=32', []],
    ['status=refused', [other]],
    ['sort=-receivedOn', [requested.data.subject, other]],
    ['status=shredded', []],
  ])('is narrowed and ordered by %s', async (query, expected) => {
    const { body } = await api.get(`/v1/erasures?${query}`);
    expect(body['items']).toMatchObject(expected.map((subject) => ({ subject, unconfirmed })));
  });

  it('is read in order from an index', () => {
    expect(missingIndexes(erasureList)).toEqual([]);
  });

  it('has a row with the ground of a refusal', async () => {
    const { text } = await api.get('/v1/erasures?format=csv');
    expect(text).toContain(',b,kepentingan proses penegakan hukum,UU 31/1999 art. 21,');
  });

  it('shows one request, and knows no other', async () => {
    const { body } = await api.get(`/v1/erasures/${requested.data.subject}-1`);
    expect(body).toMatchObject({ status: 'granted', late: null, unconfirmed });
    expect((await api.get(`/v1/erasures/${requested.data.subject}-2`)).status).toBe(404);
  });
});
