import { startWithFacts } from './support/facts';
import { commandsOf, get } from './support/http';
import { type Service, cleanUp } from './support/service';

let service: Service;
let headers: Record<string, string>;

const ask = async <Body>(path: string): Promise<Body> => {
  const { status, body } = await get<Body>(service, path, headers);
  expect(status).toBe(200);
  return body;
};

beforeAll(async () => {
  const { position } = ({ service } = await startWithFacts());
  headers = { 'jejak-after': position };
});
afterAll(cleanUp);

interface Publication {
  readonly value: string;
  readonly band: string | null;
  readonly claimedBand: string | null;
  readonly claimedAs: string | null;
  readonly source: { readonly id: string };
}
interface IndexItem {
  readonly subject: string;
  readonly year: number;
  readonly publications: readonly Publication[];
  readonly disputed: boolean;
}
const indices = async (query: string): Promise<readonly IndexItem[]> =>
  (await ask<{ items: readonly IndexItem[] }>(`/v1/indices?limit=500&${query}`)).items;

/** By subject and year, every value. */
const valuesOf = (items: readonly IndexItem[]) =>
  Object.fromEntries(
    items.map(({ subject, year, publications }) => [
      `${subject} ${year}`,
      publications.map(({ value }) => value).join(' or '),
    ]),
  );

describe('SPI', () => {
  it('has the published figures, and both where sources contradict each other', async () => {
    expect(valuesOf(await indices('kind=SPI'))).toEqual({
      'national 2021': '72.43',
      'national 2022': '71.94',
      'national 2023': '70.97',
      'national 2024': '71.53',
      'provinces 2024': '67.52',
      'regencies 2024': '69.99',
      'cities 2024': '71.91',
      'ministries 2024': '79.02',
      'agencies 2024': '79.7',
      'state-enterprises 2024': '79.16',
      '36 2021': '61.4 or 60',
      '36 2024': '71.21',
      '36 2025': '73.22',
      '36.04 2025': '72.32',
      '36.71 2021': '76.91',
      '36.71 2024': '75.22',
      '36.72 2024': '66',
      '36.73 2024': '64.86',
      '36.74 2024': '76.25',
    });
  });

  it('is red at 71.53 and 72.32, which their publishers called yellow', async () => {
    const misjudged = await indices('kind=SPI&misjudged=true');
    expect(
      misjudged.flatMap(({ subject, publications }) =>
        publications.map(({ value, band, claimedAs }) => [subject, value, band, claimedAs]),
      ),
    ).toEqual([
      ['36.04', '72.32', 'red', 'zona kuning, kategori rentan'],
      ['national', '71.53', 'red', 'kuning bawah'],
    ]);
  });

  it('puts only Tangerang Selatan and Kota Tangerang of the units of Banten out of red in 2024', async () => {
    const units = (await indices('kind=SPI&year=2024')).filter(({ subject }) =>
      subject.startsWith('36.'),
    );
    const bandOf = ({ publications }: IndexItem) => publications[0]?.band;
    expect(Object.fromEntries(units.map((one) => [one.subject, bandOf(one)]))).toEqual({
      '36.71': 'yellow',
      '36.72': 'red',
      '36.73': 'red',
      '36.74': 'yellow',
    });
  });

  it('names what of its scale no source confirms', async () => {
    const { scale } = await ask<{
      scale: { unconfirmed: readonly string[]; policyVersion: number };
    }>('/v1/indices/SPI?on=2021-12-31');
    expect(scale.policyVersion).toBe(1);
    expect(scale.unconfirmed[0]).toContain('scales.SPI.bands');
  });
});

it('MCP of the nation and of the province is kept as published, both values where two were', async () => {
  expect(valuesOf(await indices('kind=MCP'))).toEqual({
    'national 2018': '63',
    'national 2019': '69.7',
    'national 2020': '58',
    'national 2021': '71 or 72',
    'national 2023': '75',
    'national 2024': '76',
    '36 2018': '69',
    '36 2019': '82',
    '36 2020': '91.76 or 91',
    '36 2021': '93.25',
    '36 2025': '89',
  });
  expect((await indices('disputed=true')).map(({ subject, year }) => `${subject} ${year}`)).toEqual(
    ['36 2020', 'national 2021', '36 2021'],
  );
});

it.each([
  [2021, { '36': '31.85', '36.71': '13.94' }],
  [2024, { '36.72': '17.00' }],
  [2025, { '36': '15.78' }],
])('MCP and SPI of %i are apart by %j', async (year, expected) => {
  const { items } = await ask<{ items: readonly { region: string; difference: string | null }[] }>(
    `/v1/indices/divergence?year=${year}&sort=-difference`,
  );
  const known = items.filter(({ difference }) => difference !== null);
  expect(Object.fromEntries(known.map((one) => [one.region, one.difference]))).toEqual(expected);
});

describe('the calendar', () => {
  const due = async (from: string, workingDays: number) =>
    (
      await ask<{ dueOn: string | null }>(
        `/v1/calendar/due?from=${from}&workingDays=${workingDays}`,
      )
    ).dueOn;

  it('passes over holidays and joint leave', async () => {
    // Idulfitri 2024: joint leave on 8, 9, 12 and 15 April, holidays on 10 and 11 April.
    expect(await due('2024-04-05', 1)).toBe('2024-04-16');
    expect(await due('2024-12-24', 3)).toBe('2024-12-31');
  });

  it('knows the joint leave of 18 August 2025 from the day it was decreed', async () => {
    expect(await due('2025-08-06', 10)).toBe('2025-08-20');
    expect(await due('2025-08-07', 10)).toBe('2025-08-22');
  });

  it('has no answer for a term into a year nobody has decreed', async () => {
    expect(await due('2026-12-28', 10)).toBeNull();
  });

  it('says under which decrees, drafted and approved by whom', async () => {
    const { items } = await ask<{
      items: readonly {
        kind: string;
        versions: readonly { draftedBy: string; approvedBy: string; inForce: object }[];
      }[];
    }>('/v1/policies');
    const calendar = items.find(({ kind }) => kind === 'working-days');
    expect(calendar?.versions.map(({ inForce }) => inForce)).toEqual([
      { from: '2022-01-01', until: '2025-08-06' },
      { from: '2025-08-07', until: '2025-09-18' },
      { from: '2025-09-19', until: null },
    ]);
    for (const { draftedBy, approvedBy } of calendar?.versions ?? []) {
      expect([draftedBy, approvedBy]).toEqual(['demo-operator', 'demo-verifier']);
    }
  });
});

describe('a request for information', () => {
  const path = '/v1/information-requests/serang-2025-001';

  it('is answered late, objected to and decided by another person, by the terms in force', async () => {
    const operator = commandsOf(service, { as: 'operator' });
    const verifier = commandsOf(service, { as: 'verifier' });
    const send = async (who: typeof operator, step: string, body: object): Promise<number> =>
      (await who(`${path}/${step}`, body)).status;
    const request = {
      region: '36.73',
      requester: '0d8f6a3c-5c1e-5b7a-9a43-7f0f5a4c2e11',
      office: 'PPID Kota Serang',
      asked: 'Budget realisation of 2024',
      receivedOn: '2025-03-20',
    };
    expect(await send(operator, 'request', request)).toBe(201);
    expect(await send(operator, 'extend', { extendedOn: '2025-04-14', reason: 'Audit' })).toBe(201);
    const answer = { answeredOn: '2025-04-30', outcome: 'refused', ground: 'Art. 17 h' };
    expect(await send(operator, 'answer', answer)).toBe(201);
    const objection = { objectedOn: '2025-05-02', ground: 'refused-as-exempt' };
    expect(await send(operator, 'object', objection)).toBe(201);
    const decision = { decidedOn: '2025-06-20', outcome: 'upheld', reason: 'It is not exempt' };
    expect(await send(operator, 'decide-objection', decision)).toBe(403);
    const decided = await verifier(`${path}/decide-objection`, decision);
    expect(decided.status).toBe(201);
    headers = { 'jejak-after': (decided.body as { position: string }).position };
  });

  it('has last days that pass over Nyepi, Idulfitri and their joint leave of 2025', async () => {
    const seen = await ask<{ dueOn: string; extension: { from: string }; answer: object }>(path);
    // Ten working days from 20 March: 21, 24 to 27 March, 8 to 11 and 14 April.
    expect(seen).toMatchObject({
      status: 'decided',
      extension: { from: '2025-04-14' },
      // Seven more: 15, 16, 17, 21 (18 April is a holiday), 22, 23 and 24 April.
      dueOn: '2025-04-24',
      answer: { late: true },
      decision: { late: false },
      terms: { answer: 10, extension: 7 },
      countedBy: { termsVersion: 1, calendarVersion: 1 },
    });
    expect(await ask('/v1/information-requests/board?region=36.73&on=2025-12-31')).toMatchObject({
      requests: 1,
      answeredLate: 1,
      extended: 1,
      decidedInTime: 1,
    });
  });
});
