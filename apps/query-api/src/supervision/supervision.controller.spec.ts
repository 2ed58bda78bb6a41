import type { PolicyEvent } from '@jejak/domain/policy/events';
import type { SupervisionEvent } from '@jejak/domain/supervision/events';
import type { SupervisionDocument } from '@jejak/views';
import { recorded } from '@jejak/views/testing/recorded';

import { csvRecords, ndjsonItems, pagedItems } from '../testing/list-forms';
import { type QueryApi, queryApiOver } from '../testing/query-api';

const source = { id: 'S1,S2', citation: 'two articles of 2017' };
const met = (meeting: string, region: string, date: string, title = 'Rapat'): SupervisionEvent => ({
  type: 'MeetingRecorded',
  data: {
    ...{ meeting, region, title, date, place: null, organiser: '+KPK' },
    ...{ participants: ['BPKP'], source },
  },
});
const key = { meeting: 'banten-2017', region: '36' };
const recommendation = { ...key, recommendation: 'r1' };
const claim = (value: string): SupervisionEvent => ({
  type: 'MeetingDetailClaimed',
  data: { ...key, detail: 'speaker', value, source },
});
const story: readonly SupervisionEvent[] = [
  met('banten-2017', '36', '2017-10-18', '@SUM(1+1)'),
  met('serang-2019', '36.73', '2019-08-21'),
  met('serang-2018', '36.73', '2018-05-02'),
  claim('Said'),
  claim('Saut'),
  {
    type: 'RecommendationMade',
    data: {
      ...{ ...recommendation, text: 'Publish the budget', addressee: 'Bappeda' },
      ...{ madeOn: '2017-10-18', dueOn: '2017-12-17', policyVersion: 1 },
    },
  },
  {
    type: 'FollowUpReported',
    data: {
      ...{ ...recommendation, reportedOn: '2017-12-18', evidence: [], note: null },
      ...{ reportedBy: 'operator-1', late: true },
    },
  },
  { type: 'FollowUpVerified', data: { ...recommendation, verifiedBy: 'bpkp', note: 'Seen' } },
];

const terms: readonly PolicyEvent[] = [
  {
    type: 'PolicyDrafted',
    data: {
      ...{ kind: 'supervision-terms', version: 1, title: 'Terms', effectiveFrom: '2015-01-01' },
      ...{ legalBasis: 'practice', source, unconfirmed: ['followUpDays'] },
      content: { followUpDays: 60 },
      ...{ draftedBy: 'operator-1', contentSha256: 'ab'.repeat(32) },
    },
  },
  {
    type: 'PolicyApproved',
    data: { kind: 'supervision-terms', version: 1, approvedBy: 'verifier-1' },
  },
];

let api: QueryApi;
beforeAll(async () => {
  const stream = ({ data }: SupervisionEvent) => `supervision-${data.meeting}`;
  api = await queryApiOver(
    recorded([
      ...terms.map((event) => ({ stream: 'policy-supervision-terms', event })),
      ...story.map((event) => ({ stream: stream(event), event })),
    ]),
  );
});
afterAll(() => api.close());

const idsOf = (items: readonly Pick<SupervisionDocument, 'meeting'>[]): readonly string[] =>
  items.map(({ meeting }) => meeting);

describe('GET /v1/supervision', () => {
  it('keeps both values where sources disagree, and what became of each recommendation', async () => {
    const { body } = await api.get('/v1/supervision?region=36');
    expect(body).toMatchObject({
      items: [
        {
          meeting: 'banten-2017',
          details: [{ detail: 'speaker', disputed: true, claims: [{}, {}] }],
          recommendations: [{ state: 'verified', report: { late: true }, dueOn: '2017-12-17' }],
        },
      ],
      next: null,
    });
  });

  it('says what nobody confirms of the term that a recommendation set', async () => {
    const recommendations = [{ policyVersion: 1, unconfirmed: ['followUpDays'] }];
    const { body } = await api.get('/v1/supervision?region=36');
    expect(body).toMatchObject({ items: [{ recommendations }] });
    expect((await api.get('/v1/supervision/banten-2017')).body).toMatchObject({ recommendations });
  });

  it.each([
    ['', ['banten-2017', 'serang-2018', 'serang-2019']],
    ['?sort=-date', ['serang-2019', 'serang-2018', 'banten-2017']],
    ['?province=36&sort=-date', ['serang-2019', 'serang-2018', 'banten-2017']],
    ['?province=32', []],
    ['?region=36.73&sort=date', ['serang-2018', 'serang-2019']],
  ])('is the same by its pages and as NDJSON: %s', async (query, expected) => {
    const url = `/v1/supervision${query}`;
    expect(idsOf(await pagedItems<SupervisionDocument>(api, url))).toEqual(expected);
    expect(idsOf(await ndjsonItems<SupervisionDocument>(api, url))).toEqual(expected);
  });

  it('is CSV in which nothing is a formula', async () => {
    const [header, first] = await csvRecords(api, '/v1/supervision');
    expect([header, first]).toEqual([
      'meeting,region,province,date,title,place,organiser,participants,source,recommendations,verified,disputedDetails,unconfirmed,changedAt',
      'banten-2017,36,36,2017-10-18,\'@SUM(1+1),,\'+KPK,BPKP,"S1,S2",1,1,1,followUpDays,2026-01-05T02:00:00.000Z',
    ]);
  });

  it.each(['region=Banten', 'sort=title', 'limit=501', 'cursor=x', 'state=open'])(
    'refuses %s',
    async (part) => {
      const { status, body } = await api.get(`/v1/supervision?${part}`);
      expect([status, body['field']]).toEqual([400, part.split('=')[0]]);
    },
  );

  it('shows one meeting, and 404 for one that is not there', async () => {
    const { body } = await api.get('/v1/supervision/serang-2019');
    expect(body).toMatchObject({ date: '2019-08-21', recommendations: [] });
    expect((await api.get('/v1/supervision/serang-1999')).body).toMatchObject({
      ...{ status: 404, detail: 'There is no meeting serang-1999.' },
    });
  });
});
