import { policySha256 } from '@jejak/event-store';
import {
  type PactCeremony,
  type PactTextDocument,
  type PlanProgressOn,
  type PlanTrafficLights,
  type SupervisionDocument,
  type TrainingDocument,
} from '@jejak/views';

import { planBodies } from './support/bodies/plan';
import { startWithFacts } from './support/facts';
import { commandsOf, get, type ProblemBody, type SendCommand } from './support/http';
import { type Service, cleanUp } from './support/service';

let service: Service;
let headers: Record<string, string>;

beforeAll(async () => {
  const { position } = ({ service } = await startWithFacts());
  headers = { 'jejak-after': position };
});
afterAll(cleanUp);

async function read<Body>(path: string): Promise<Body> {
  const { status, body } = await get<Body>(service, path, headers);
  expect(status).toBe(200);
  return body;
}

describe('the provincial pact of 24 June 2022', () => {
  it('has the province and all eight regencies and cities, and names nobody', async () => {
    const { items } = await read<{ items: PactCeremony[] }>('/v1/pacts/ceremonies?region=36');
    const ceremony = items.find(({ pact }) => pact === 'banten-2022-06-24')!;
    expect(ceremony).toMatchObject({ date: '2022-06-24', place: null, source: { id: 'S3' } });
    expect(ceremony.regions).toEqual([
      ...['36', '36.01', '36.02', '36.03', '36.04', '36.71', '36.72', '36.73', '36.74'],
    ]);
    expect(ceremony.parties.every(({ name }) => name === null)).toBe(true);
    expect(ceremony.parties.filter(({ outside }) => outside)).toHaveLength(1);
    expect(ceremony.parties.filter(({ role }) => role === 'group')).toMatchObject([
      { count: null },
    ]);
  });

  it('leaves the coverage of units and breaches unknown, for no source tells of any', async () => {
    for (const list of ['coverage', 'breaches']) {
      expect(await read(`/v1/pacts/${list}`)).toMatchObject({ items: [], next: null });
    }
  });
});

describe('a text of the pact that was retired', () => {
  const text = '/v1/pact-texts/general-2024';
  const pact = '/v1/pacts/cilegon-2024-12-30';

  it('is signed until its last day, and stays readable', async () => {
    const send = commandsOf(service, { as: 'operator' });
    const statusOf = async (path: string, body: object) => (await send(path, body)).status;
    const { clauses } = await read<PactTextDocument>('/v1/pact-texts/permenpan-rb-49-2011');
    const wording = { title: 'General', legalBasis: 'PermenPAN-RB 49/2011', clauses };
    expect(await statusOf(`${text}/publish`, wording)).toBe(201);
    const draft = { region: '36.72', textVersion: 'general-2024', occasion: 'End of the year' };
    expect(await statusOf(`${pact}/draft`, { ...draft, date: '2024-12-30' })).toBe(201);
    const retired = await send(`${text}/retire`, { lastDay: '2024-12-31', reason: 'replaced' });
    expect(retired.status).toBe(201);
    const sign = { position: 'Inspektur', signedOn: '2024-12-31' };
    expect(await statusOf(`${pact}/sign`, sign)).toBe(201);
    const late = { position: 'Sekretaris Daerah', signedOn: '2025-01-01' };
    for (const [path, body] of [
      [`${pact}/sign`, late],
      ['/v1/pacts/cilegon-2025-01-02/draft', { ...draft, date: '2025-01-02' }],
    ] as const) {
      const { status, body: said } = await send<ProblemBody>(path, body);
      expect([status, said.code]).toEqual([409, 'pact.text-retired']);
    }
    const after = { 'jejak-after': retired.body.position };
    const found = await get<PactTextDocument>(service, text, after);
    expect(found.body).toMatchObject({ state: 'retired', lastDay: '2024-12-31', clauses });
  });
});

describe('a person who signs the same text in the same position', () => {
  const pact = (name: string) => `/v1/pacts/${name}`;
  const signer = { position: 'Wali Kota Cilegon', name: 'Helldy Agustian' };

  it('does so in one pact, until that signature is superseded', async () => {
    const send = commandsOf(service, { as: 'operator' });
    for (const name of ['cilegon-a', 'cilegon-b']) {
      const draft = { region: '36.72', textVersion: 'permenpan-rb-49-2011', date: '2024-01-08' };
      const drafted = await send(`${pact(name)}/draft`, { ...draft, occasion: 'Start of a year' });
      expect(drafted.status).toBe(201);
    }
    const sign = (name: string, by: object = signer) =>
      send<ProblemBody>(`${pact(name)}/sign`, { ...by, signedOn: '2024-01-08' });
    expect((await sign('cilegon-a')).status).toBe(201);
    const spelt = { position: ' wali kota CILEGON', name: 'HELLDY  AGUSTIAN', region: '36.72' };
    expect(await sign('cilegon-b', spelt)).toMatchObject({
      status: 409,
      body: { code: 'pact.signed-in-another-pact', detail: expect.stringContaining('cilegon-a') },
    });
    const gone = { ...signer, ground: 'position-changed', reason: 'resigned', on: '2024-01-09' };
    expect((await send(`${pact('cilegon-a')}/supersede-signature`, gone)).status).toBe(201);
    expect((await sign('cilegon-b', spelt)).status).toBe(201);
  });
});

describe('the plan of the governor of 2017', () => {
  it('counts two problem areas that nobody named, and a task force without members', async () => {
    const plan = await read<PlanProgressOn>('/v1/plans/36-2017');
    expect(plan).toMatchObject({
      ...{ announcedItemCount: 6, unnamedItemCount: 2, checkpoints: [] },
      taskForces: [{ members: [], formedOn: null, source: { id: 'S2' } }],
    });
    expect(plan.items).toHaveLength(4);
  });
});

describe('a checkpoint of a plan', () => {
  const plan = '/v1/plans/36.73-2024';
  const stricter = {
    ...{ title: 'Stricter', effectiveFrom: '2024-06-01', legalBasis: 'made for this test' },
    ...{ source: { id: 'TEST', citation: 'made for this test' }, unconfirmed: [] },
    content: { greenFrom: '100', yellowFrom: '90' },
  };

  it('keeps the colour it was closed with when a later version judges otherwise', async () => {
    const operator = commandsOf(service, { as: 'operator' });
    const verifier = commandsOf(service, { as: 'verifier' });
    let position = '';
    const done = async (as: SendCommand, path: string, body = planBodies[path] ?? {}) => {
      const answer = await as(path, body);
      expect([path, answer.status]).toEqual([path, 201]);
      ({ position } = answer.body);
    };
    const lights = async () => {
      const answer = await get<PlanTrafficLights>(service, `${plan}/traffic-light`, {
        'jejak-after': position,
      });
      return answer.body.items[0]?.checkpoints.slice(1, 3);
    };
    await done(operator, `${plan}/adopt`);
    await done(operator, `${plan}/report-progress`);
    await done(verifier, `${plan}/verify-progress`);
    const yellow = { checkpoint: 'b06', reached: '40', light: 'yellow', policyVersion: 1 };
    expect(await lights()).toMatchObject([{ ...yellow, recorded: false }, { light: 'none' }]);
    await done(verifier, `${plan}/close-checkpoint`);
    const kind = 'plan-traffic-light';
    await done(operator, `/v1/policies/${kind}/draft`, stricter);
    const contentSha256 = policySha256({ kind, ...stricter });
    await done(verifier, `/v1/policies/${kind}/approve`, { contentSha256 });
    expect(await lights()).toMatchObject([
      { ...yellow, recorded: true },
      { checkpoint: 'b09', policyVersion: 2, recorded: false },
    ]);
  });
});

describe('trainings', () => {
  it('formed 222 tunas integritas in 2016, of whom 300 were to be assessed', async () => {
    const training = await read<TrainingDocument>('/v1/trainings/36-tunas-integritas-2016');
    expect(training).toMatchObject({
      ...{ period: '2016', participants: 222, assessed: 0, sessions: [] },
      announcements: [{ count: 300, source: { id: 'S4' } }],
    });
  });

  it('were given by KPK at the Ledian Hotel on 8 November 2023 for DPRD and OPD', async () => {
    const { items } = await read<{ items: TrainingDocument[] }>('/v1/trainings?region=36.73');
    expect(items).toMatchObject([
      {
        participants: null,
        sessions: [
          {
            ...{ date: '2023-11-08', place: 'Ledian Hotel', speaker: 'KPK' },
            audience: ['DPRD', 'OPD'],
          },
        ],
      },
    ]);
  });
});

describe('supervision', () => {
  it('met on 12 April 2016 and on 18 October 2017', async () => {
    const { items } = await read<{ items: SupervisionDocument[] }>('/v1/supervision?sort=date');
    expect(items.map(({ date, place, organiser }) => [date, place, organiser])).toEqual([
      ['2016-04-12', 'Pendopo Gubernur, KP3B', 'KPK'],
      ['2017-10-18', 'Aula DPRD Kota Cilegon', 'KPK'],
    ]);
  });

  it('keeps both names that the articles of 2017 print', async () => {
    const { details } = await read<SupervisionDocument>('/v1/supervision/36-2017-10-18');
    expect(details).toMatchObject([{ disputed: true }]);
    expect(details[0]?.claims.map(({ value }) => value)).toEqual([
      'Said Situmorang',
      'Saut Situmorang',
    ]);
  });
});
