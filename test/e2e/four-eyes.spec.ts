import type { FrameworkContent } from '@jejak/domain/framework';
import { frameworkSha256 } from '@jejak/event-store';

import { startWithFacts } from './support/facts';
import { type Identity, type ProblemBody, type SendCommand, commandsOf } from './support/http';
import { type Service, cleanUp } from './support/service';
import { eventsOf } from './support/streams';

let service: Service;
let operator: SendCommand;
let verifier: SendCommand;
let maintainer: SendCommand;

const as = (role: Identity['as'], subject: string, regions = ['*']): SendCommand =>
  commandsOf(service, { as: role, subject, regions });

/** Status and code of a refusal. */
async function refused(answer: Promise<{ status: number; body: ProblemBody }>) {
  const { status, body } = await answer;
  expect(body.fix).not.toBe('');
  return [status, body.code];
}

beforeAll(async () => {
  ({ service } = await startWithFacts());
  operator = as('operator', 'operator-1');
  verifier = as('verifier', 'verifier-1');
  maintainer = as('maintainer', 'ayu');
});
afterAll(cleanUp);

describe('a framework', () => {
  const draft = (title: string): FrameworkContent => ({
    title,
    effectiveFrom: '2025-01-01',
    scale: { minimum: '0', maximum: '100' },
    decimalPlaces: 2,
    areas: [],
    weightsBasis: 'assumed-equal',
    bands: null,
    closesAt: null,
    legalBasis: 'UU 19/2019 article 8',
    source: { id: 'M12', citation: 'sriwijayaplus.com' },
  });

  it('is approved by a second person, never by its drafter under another role', async () => {
    const path = '/v1/frameworks/SPI/2025';
    const content = draft('SPI 2025');
    const contentSha256 = frameworkSha256({ instrument: 'SPI', year: 2025, content });
    const read = { version: 1, contentSha256 };
    expect((await as('operator', 'siti')(`${path}/draft`, content)).status).toBe(201);
    expect(await refused(as('verifier', 'siti')<ProblemBody>(`${path}/publish`, read))).toEqual([
      409,
      'framework.approver-is-drafter',
    ]);
    expect((await verifier(`${path}/publish`, read)).status).toBe(201);
    const events = await eventsOf(service, 'framework-spi-2025');
    expect(events.map(({ type, metadata }) => [type, metadata.actor.id])).toEqual([
      ['FrameworkDrafted', 'siti'],
      ['FrameworkPublished', 'verifier-1'],
    ]);
  });

  it('is beyond anybody whose jurisdiction is not every region', async () => {
    const send = as('operator', 'regional', ['36']);
    expect(
      await refused(send<ProblemBody>('/v1/frameworks/SPI/2026/draft', draft('SPI 2026'))),
    ).toEqual([403, 'access.outside-jurisdiction']);
  });
});

describe('a milestone', () => {
  const plan = '/v1/plans/36.73-2024';
  const evidence = [{ sha256: 'a'.repeat(64), title: 'Signed regulation' }];
  const report = (milestone: string) => ({
    item: 'regulation',
    milestone,
    metOn: '2024-05-01',
    evidence,
  });
  const review = (milestone: string) => ({ item: 'regulation', milestone });

  beforeAll(async () => {
    const milestones = ['own', 'role', 'region', 'returned', 'good'].map((id) => ({
      id,
      title: `Milestone ${id}`,
    }));
    const adopted = await operator(`${plan}/adopt`, {
      region: '36.73',
      period: '2024',
      items: [{ id: 'regulation', title: 'Mayor regulation', milestones }],
    });
    expect(adopted.status).toBe(201);
  });

  it('is never verified by its reporter, whichever of two tokens the reporter shows', async () => {
    const reporter = as('operator', 'budi');
    expect((await reporter(`${plan}/report-milestone`, report('own'))).status).toBe(201);
    for (const regions of [['*'], ['36.73']]) {
      const same = as('verifier', 'budi', regions);
      expect(await refused(same<ProblemBody>(`${plan}/verify-milestone`, review('own')))).toEqual([
        409,
        'plan.verifier-is-reporter',
      ]);
    }
    expect((await verifier(`${plan}/verify-milestone`, review('own'))).status).toBe(201);
  });

  it('is not returned by its reporter either', async () => {
    await as('operator', 'budi')(`${plan}/report-milestone`, report('returned'));
    const body = { ...review('returned'), reason: 'A page is missing' };
    expect(
      await refused(as('verifier', 'budi')<ProblemBody>(`${plan}/return-milestone`, body)),
    ).toEqual([409, 'plan.verifier-is-reporter']);
    expect((await verifier(`${plan}/return-milestone`, body)).status).toBe(201);
  });

  it('is not verified by an operator, whoever reported it', async () => {
    await operator(`${plan}/report-milestone`, report('role'));
    const other = as('operator', 'operator-2');
    expect(await refused(other<ProblemBody>(`${plan}/verify-milestone`, review('role')))).toEqual([
      403,
      'access.not-permitted',
    ]);
  });

  it('is not verified from another region, but from the province above it', async () => {
    await operator(`${plan}/report-milestone`, report('region'));
    for (const regions of [['36.04'], ['32'], ['36.72'], []]) {
      const elsewhere = as('verifier', 'elsewhere', regions);
      expect(
        await refused(elsewhere<ProblemBody>(`${plan}/verify-milestone`, review('region'))),
      ).toEqual([403, 'access.outside-jurisdiction']);
    }
    const province = as('verifier', 'inspectorate', ['36']);
    expect((await province(`${plan}/verify-milestone`, review('region'))).status).toBe(201);
  });

  it('is reported by nobody who only audits or verifies', async () => {
    for (const role of ['auditor', 'verifier'] as const) {
      expect(
        await refused(as(role, 'reader')<ProblemBody>(`${plan}/report-milestone`, report('good'))),
      ).toEqual([403, 'access.not-permitted']);
    }
  });

  it('leaves in the record only what was accepted', async () => {
    const events = await eventsOf(service, 'plan-36.73-2024');
    expect(events.map(({ type, metadata }) => [type, metadata.actor.id])).toEqual([
      ['ActionPlanAdopted', 'operator-1'],
      ['MilestoneReported', 'budi'],
      ['MilestoneVerified', 'verifier-1'],
      ['MilestoneReported', 'budi'],
      ['MilestoneReturned', 'verifier-1'],
      ['MilestoneReported', 'operator-1'],
      ['MilestoneReported', 'operator-1'],
      ['MilestoneVerified', 'inspectorate'],
    ]);
  });
});

describe('the witness of a pact', () => {
  const pact = '/v1/pacts/cilegon-2024-01-08';
  const witness = (body: object) =>
    refused(operator<ProblemBody>(`${pact}/witness`, { witnessedOn: '2024-01-08', ...body }));

  beforeAll(async () => {
    const drafted = await operator(`${pact}/draft`, {
      region: '36.72',
      textVersion: 'permenpan-rb-49-2011',
      occasion: 'Start of the year',
      date: '2024-01-08',
    });
    expect(drafted.status).toBe(201);
  });

  it('has nothing to witness before the first signature', async () => {
    expect(await witness({ position: 'Inspektur' })).toEqual([409, 'pact.nothing-to-witness']);
  });

  it('is none of its signers, by name or by office, in whatever spelling', async () => {
    const signer = { position: 'Wali Kota Cilegon', name: 'Helldy Agustian' };
    const signed = await operator(`${pact}/sign`, { ...signer, signedOn: '2024-01-08' });
    expect(signed.status).toBe(201);
    for (const body of [
      signer,
      { position: 'Ketua Panitia', name: 'Helldy Agustian' },
      { position: 'Wali Kota Cilegon', name: 'Somebody Else' },
      { position: '  wali  kota CILEGON ' },
    ]) {
      expect(await witness(body)).toEqual([409, 'pact.witness-is-signer']);
    }
  });

  it('does not become a signer afterwards', async () => {
    const body = { position: 'Inspektur', name: 'A. Witness' };
    const witnessed = await operator(`${pact}/witness`, { ...body, witnessedOn: '2024-01-08' });
    expect(witnessed.status).toBe(201);
    const sign = operator<ProblemBody>(`${pact}/sign`, { ...body, signedOn: '2024-01-08' });
    expect(await refused(sign)).toEqual([409, 'pact.signer-is-witness']);
  });
});

describe('an event that a view cannot fold', () => {
  const path = '/v1/projection/pact-register/skip-parked-event';
  const parked = {
    kind: 'document',
    key: 'cilegon-2024-01-08',
    eventId: '0d8f6a3c-5c1e-5b7a-9a43-7f0f5a4c2e11',
    stream: 'pact-cilegon-2024-01-08',
    revision: '3',
    type: 'PactSigned',
    position: '48211/48190',
    reason: 'Signed twice by a fault of the importer.',
  };
  const skip = (send: SendCommand, body: object = parked, view = path) =>
    refused(send<ProblemBody>(view, body));

  it('is left out by nobody who records, verifies or audits', async () => {
    for (const role of ['operator', 'verifier', 'auditor'] as const) {
      expect(await skip(as(role, 'somebody'))).toEqual([403, 'access.not-permitted']);
    }
  });

  it('is not left out for one region only', async () => {
    const regional = as('maintainer', 'ayu', ['36']);
    expect(await skip(regional)).toEqual([403, 'access.outside-jurisdiction']);
  });

  it('is left out once by a maintainer, and the record says why', async () => {
    const { eventId, stream, revision, type, position, kind, key, reason } = parked;
    const event = { id: eventId, stream, revision, type, position };
    expect((await maintainer(path, parked)).status).toBe(201);
    expect(await skip(maintainer)).toEqual([409, 'projection.already-skipped']);
    const events = await eventsOf(service, 'projection-pact-register');
    expect(events.map((one) => [one.type, one.data])).toEqual([
      ['ParkedEventSkipped', { view: 'pact-register', kind, key, event, reason, skippedBy: 'ayu' }],
    ]);
  });

  it('is left out for a reason and of a view, never in silence', async () => {
    const blank = { ...parked, key: 'next', reason: ' '.repeat(20) };
    expect(await skip(maintainer, blank)).toEqual([400, 'projection.invalid-reason']);
    const other = { ...parked, kind: 'stream', key: 'pact-other' };
    expect(await skip(maintainer, other)).toEqual([400, 'projection.invalid-key']);
    for (const view of ['Ranking', 'a.b', 'x'.repeat(61)]) {
      const address = path.replace('pact-register', view);
      expect(await skip(maintainer, parked, address)).toEqual([400, 'request.invalid']);
    }
  });

  it('is all that a maintainer decides: facts are for others', async () => {
    const body = { name: 'Provinsi Bali', level: 'province' };
    const register = maintainer<ProblemBody>('/v1/regions/51/register', body);
    expect(await refused(register)).toEqual([403, 'access.not-permitted']);
  });
});
