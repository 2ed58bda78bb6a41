import type { JejakEvent } from '@jejak/domain';
import { wording } from '@jejak/domain/testing/pacts';
import { recorded } from '@jejak/views/testing/recorded';

import { csvRecords, ndjsonItems, pagedItems } from '../testing/list-forms';
import { type QueryApi, queryApiOver } from '../testing/query-api';

const source = { id: 'P1', citation: 'cilegon.go.id' };
const reporter = '5f0c2a91-3c1e-4b7a-9a43-7f0f5a4c2e11';
const drafted = (pact: string, region: string, date: string, occasion: string): JejakEvent => ({
  type: 'PactDrafted',
  data: {
    ...{ pact, region, textVersion: '2011', occasion, date, place: 'Aula', source },
    symbolicSigners: [{ group: 'Camat', count: 8 }],
  },
});
const signed = (pact: string, region: string, position: string): JejakEvent => ({
  type: 'PactSigned',
  data: {
    ...{ pact, region, signedOn: '2024-01-08', signatureReference: null },
    signatory: { position, name: null, outside: false, region: null },
  },
});
const counted = (region: string, unit: string, asOf: string, signatures: number): JejakEvent => ({
  type: 'UnitSignaturesCounted',
  data: {
    ...{ region, unit, unitName: `=${unit}`, staff: 80, signed: signatures, asOf, source },
    percent: String((signatures * 100) / 80),
  },
});
const reported = (breach: string, region: string, reportedOn: string): JejakEvent => ({
  type: 'PactBreachReported',
  data: {
    ...{ breach, region, pact: 'cilegon-2024', position: 'Kepala Dinas', reporter, reportedOn },
    ...{ obligations: ['set-an-example'], recordedBy: 'operator-1', appealOf: null },
  },
});
const concluded = (breach: string, finding: 'proven' | 'not-proven'): JejakEvent => ({
  type: 'PactBreachConcluded',
  data: {
    ...{ breach, region: '36.72', finding, sanctionReference: null, reason: 'Seen' },
    ...{ concludedOn: '2024-03-01', concludedBy: 'verifier-1' },
  },
});
const text = (version: string): JejakEvent => ({
  type: 'PactTextPublished',
  data: { ...wording, version, title: `=${version}` },
});
const log: readonly (readonly [stream: string, event: JejakEvent])[] = [
  ['pact-cilegon-2024', drafted('cilegon-2024', '36.72', '2024-01-08', '-Start of the year')],
  ['pact-cilegon-2024', signed('cilegon-2024', '36.72', 'Wali Kota Cilegon')],
  ['pact-serang-2022', drafted('serang-2022', '36.04', '2022-06-23', 'Zona Integritas')],
  ['pactcoverage-36.72-bappeda', counted('36.72', 'bappeda', '2024-01-08', 60)],
  ['pactcoverage-36.72-bappeda', counted('36.72', 'bappeda', '2024-02-08', 80)],
  ['pactcoverage-36.04-bappeda', counted('36.04', 'bappeda', '2023-01-08', 40)],
  ['pactbreach-b1', reported('b1', '36.72', '2024-02-03')],
  ['pactbreach-b2', reported('b2', '36.72', '2024-02-02')],
  ['pactbreach-b3', reported('b3', '36.04', '2024-02-01')],
  ['pactbreach-b1', concluded('b1', 'proven')],
  ['pactbreach-b2', concluded('b2', 'not-proven')],
  ['pacttext-2011', text('2011')],
  ['pacttext-2025', text('2025')],
  [
    'pacttext-2011',
    { type: 'PactTextRetired', data: { version: '2011', lastDay: '2024-12-31', reason: '+new' } },
  ],
];

let api: QueryApi;
beforeAll(async () => {
  api = await queryApiOver(recorded(log.map(([stream, event]) => ({ stream, event }))));
});
afterAll(() => api.close());

interface Item {
  readonly pact?: string;
  readonly version?: string;
  readonly breach?: string;
  readonly region?: string;
}

const all = ['cilegon-2024', 'serang-2022'];

it.each([
  ['/v1/pacts?state=drafted', 'pact', all],
  ['/v1/pacts?province=36&sort=date', 'pact', all.toReversed()],
  ['/v1/pacts?province=32', 'pact', []],
  ['/v1/pacts/ceremonies', 'pact', all],
  ['/v1/pacts/ceremonies?province=36', 'pact', all],
  ['/v1/pacts/ceremonies?sort=date', 'pact', all.toReversed()],
  ['/v1/pacts/ceremonies?region=36.04', 'pact', ['serang-2022']],
  ['/v1/pacts/coverage?unit=bappeda&sort=-asOf', 'region', ['36.72', '36.04']],
  ['/v1/pacts/coverage?region=36.04', 'region', ['36.04']],
  ['/v1/pacts/coverage?province=36', 'region', ['36.04', '36.72']],
  ['/v1/pacts/coverage?province=32', 'region', []],
  ['/v1/pacts/breaches?sort=reportedOn', 'breach', ['b3', 'b2', 'b1']],
  ['/v1/pacts/breaches?region=36.72&sort=reportedOn', 'breach', ['b2', 'b1']],
  ['/v1/pacts/breaches?province=36&sort=reportedOn', 'breach', ['b3', 'b2', 'b1']],
  ['/v1/pacts/breaches?province=32', 'breach', []],
  ['/v1/pacts/breaches?state=reported', 'breach', ['b3']],
  ['/v1/pact-texts', 'version', ['2011', '2025']],
  ['/v1/pact-texts?state=published', 'version', ['2025']],
] as const)('%s is the same by its pages and as NDJSON', async (url, name, expected) => {
  for (const items of [await pagedItems<Item>(api, url), await ndjsonItems<Item>(api, url)]) {
    expect(items.map((item) => item[name])).toEqual(expected);
  }
});

it.each([
  [
    '/v1/pacts/ceremonies',
    /^cilegon-2024,36\.72,2024-01-08,Aula,'-Start of the year,2,2,36\.72,P1$/,
  ],
  ['/v1/pacts/coverage?region=36.72', /^36\.72,36,bappeda,'=bappeda,80,80,100,2024-02-08,P1,2,/],
  ['/v1/pact-texts?state=retired', /^2011,'=2011,.*,[0-9a-f]{64},retired,2024-12-31,'\+new,/],
  ['/v1/pacts/breaches', /^b1,36\.72,36,cilegon-2024,Kepala Dinas,set-an-example,concluded,/],
])('%s is CSV in which nothing is a formula', async (url, first) => {
  expect((await csvRecords(api, url))[1]).toMatch(first);
});

it('a text that was retired is there word for word, and one never published is not', async () => {
  expect((await api.get('/v1/pact-texts/2011')).body).toMatchObject({
    ...{ state: 'retired', lastDay: '2024-12-31', retiredBecause: '+new' },
    clauses: wording.clauses,
  });
  expect((await api.get('/v1/pact-texts/1999')).body).toMatchObject({
    ...{ status: 404, detail: 'There is no pact text 1999.' },
  });
});

it('a breach names an office only once it is proven, and its reporter in no form', async () => {
  const offices = (
    await pagedItems<Item & { office: string | null }>(api, '/v1/pacts/breaches')
  ).map(({ breach, office }) => [breach, office]);
  expect(offices).toEqual([
    ['b1', 'Kepala Dinas'],
    ['b2', null],
    ['b3', null],
  ]);
  for (const form of ['json', 'csv', 'ndjson']) {
    const { text } = await api.get(`/v1/pacts/breaches?format=${form}`);
    expect(text).not.toContain(reporter);
  }
});

it.each(['ceremonies?unit=x', 'coverage?state=drafted', 'breaches?reporter=x', 'breaches?sort=x'])(
  'refuses /v1/pacts/%s',
  async (question) => {
    const { status, body } = await api.get(`/v1/pacts/${question}`);
    expect([status, body['field']]).toEqual([400, /\?(\w+)/.exec(question)?.[1]]);
  },
);
