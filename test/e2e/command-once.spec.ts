import { randomUUID } from 'node:crypto';

import { cutRequest } from './support/cut-request';
import { startWithFacts, rankingOf } from './support/facts';
import {
  type Answer,
  type ProblemBody,
  type RecordedBody,
  type SendCommand,
  commandsOf,
  get,
  tokenOf,
} from './support/http';
import { type Service, cleanUp, startService } from './support/service';
import { eventsOf } from './support/streams';

const pact = '/v1/pacts/kota-serang-2023-01-09';
const stream = 'pact-kota-serang-2023-01-09';

let service: Service;
let send: SendCommand;

beforeAll(async () => {
  ({ service } = await startWithFacts());
  send = commandsOf(service, { as: 'operator' });
  const drafted = await send(`${pact}/draft`, {
    region: '36.73',
    textVersion: 'permenpan-rb-49-2011',
    occasion: 'Start of the year',
    date: '2023-01-09',
  });
  expect(drafted.status).toBe(201);
});
afterAll(cleanUp);

let signers = 0;
/** A signature nobody has given yet. */
const signature = () => ({ position: `Kepala Dinas ${(signers += 1)}`, signedOn: '2023-01-09' });

const signaturesOf = async ({ position }: { position: string }) =>
  (await eventsOf(service, stream)).filter(
    ({ type, data }) =>
      type === 'PactSigned' && (data['signatory'] as { position: string }).position === position,
  );

const isReplay = ({ headers }: Answer<unknown>): boolean =>
  headers.get('idempotency-replayed') === 'true';

describe('a command sent twice under one key', () => {
  it('is recorded once and answered the same, to the byte, the second time marked as replayed', async () => {
    const [body, key] = [signature(), randomUUID()];
    const first = await send(`${pact}/sign`, body, key);
    const second = await send(`${pact}/sign`, body, key);
    expect([first.status, isReplay(first)]).toEqual([201, false]);
    expect([second.status, isReplay(second)]).toEqual([201, true]);
    expect(second.text).toBe(first.text);
    expect(second.headers.get('jejak-position')).toBe(first.body.position);
    expect(await signaturesOf(body)).toHaveLength(1);
  });

  it('is recorded once when twenty arrive at the same time', async () => {
    const [body, key] = [signature(), randomUUID()];
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => send(`${pact}/sign`, body, key)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter((answer) => !isReplay(answer))).toHaveLength(1);
    expect(await signaturesOf(body)).toHaveLength(1);
  });

  it('is the same command whatever the order of its fields and the case of a UUID key', async () => {
    const { position, signedOn } = signature();
    const key = randomUUID();
    const first = await send(`${pact}/sign`, { position, signedOn }, key);
    const second = await send(`${pact}/sign`, { signedOn, position }, key.toUpperCase());
    expect(isReplay(second)).toBe(true);
    expect(second.text).toBe(first.text);
  });

  it('is two commands when two people chose the key', async () => {
    const key = randomUUID();
    const other = commandsOf(service, { as: 'operator', subject: 'somebody-else' });
    const first = await send(`${pact}/sign`, signature(), key);
    const second = await other(`${pact}/sign`, signature(), key);
    expect([second.status, isReplay(second)]).toEqual([201, false]);
    expect(second.body.commandId).not.toBe(first.body.commandId);
  });

  it('is recorded once when the client cut the connection before the answer', async () => {
    const authorization = `Bearer ${await tokenOf(service, { as: 'operator' })}`;
    for (const afterMilliseconds of [0, 0, 1, 2, 3, 5, 8, 13, 40]) {
      const [body, key] = [signature(), randomUUID()];
      const headers = {
        Authorization: authorization,
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
      };
      const request = { path: `${pact}/sign`, headers, body: JSON.stringify(body) };
      await cutRequest(service.url, request, { afterMilliseconds });
      const answer = await send(`${pact}/sign`, body, key);
      expect(answer.status).toBe(201);
      expect(await signaturesOf(body)).toHaveLength(1);
    }
  });

  it('leaves nothing behind when the connection was cut in the middle of the body', async () => {
    const [body, key] = [signature(), randomUUID()];
    const headers = {
      Authorization: `Bearer ${await tokenOf(service, { as: 'operator' })}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
    };
    const request = { path: `${pact}/sign`, headers, body: JSON.stringify(body) };
    await cutRequest(service.url, request, { afterMilliseconds: 20, bytesOfBody: 12 });
    expect(await signaturesOf(body)).toEqual([]);
    const answer = await send(`${pact}/sign`, body, key);
    expect([answer.status, isReplay(answer)]).toEqual([201, false]);
  });
});

describe('the key of a command', () => {
  const refusal = (path: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
    tokenOf(service, { as: 'operator' }).then(async (token) => {
      const response = await fetch(service.url + path, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          ...headers,
        },
        body: JSON.stringify(body),
      });
      return { response, body: (await response.json()) as ProblemBody & RecordedBody };
    });

  it('is refused with 422 for another body, on the same stream and on another', async () => {
    const key = randomUUID();
    await send(`${pact}/sign`, signature(), key);
    const other = await send<ProblemBody>(`${pact}/sign`, signature(), key);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency.key-reused']);
    expect(other.headers.get('content-type')).toContain('application/problem+json');
  });

  it('is refused with 422 for another action on the same stream', async () => {
    const [{ position, signedOn }, key] = [signature(), randomUUID()];
    await send(`${pact}/sign`, { position, signedOn }, key);
    const path = `${pact}/witness`;
    const other = await send<ProblemBody>(path, { position, witnessedOn: signedOn }, key);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency.key-reused']);
  });

  it('must be given: without one the command is refused with 400 and nothing is recorded', async () => {
    const body = signature();
    const answer = await refusal(`${pact}/sign`, body);
    expect([answer.response.status, answer.body.code]).toEqual([400, 'idempotency.missing-key']);
    expect(answer.body.fix).toContain('Idempotency-Key');
    expect(await signaturesOf(body)).toEqual([]);
  });

  it('may stand in the body as commandId, which means the same as in the header', async () => {
    const [body, commandId] = [signature(), randomUUID()];
    const first = await refusal(`${pact}/sign`, { ...body, commandId });
    expect(first.response.status).toBe(201);
    const second = await send(`${pact}/sign`, body, commandId);
    expect([second.status, isReplay(second)]).toEqual([201, true]);
    expect(second.body).toEqual(first.body);
    expect(await signaturesOf(body)).toHaveLength(1);
  });

  it('is refused when header and body disagree', async () => {
    const body = { ...signature(), commandId: randomUUID() };
    const { response, body: said } = await refusal(`${pact}/sign`, body, {
      'idempotency-key': randomUUID(),
    });
    expect([response.status, said.code]).toEqual([400, 'idempotency.invalid-key']);
  });

  it('of a refused command stays free for the corrected one', async () => {
    const [body, key] = [signature(), randomUUID()];
    const refused = await send<ProblemBody>(
      `${pact}/sign`,
      { ...body, signedOn: '2999-01-01' },
      key,
    );
    expect([refused.status, refused.body.code]).toEqual([409, 'pact.future-date']);
    expect((await send(`${pact}/sign`, body, key)).status).toBe(201);
  });
});

describe('the reply to a command', () => {
  it('names stream, revision, position and events, in the headers too', async () => {
    const before = (await eventsOf(service, stream)).length;
    const { body, headers } = await send(`${pact}/sign`, signature());
    expect(body).toMatchObject({ stream, revision: String(before) });
    expect(body.position).toMatch(/^\d+\/\d+$/);
    expect(body.events.map(({ type }) => type)).toEqual(['PactSigned']);
    expect(headers.get('jejak-position')).toBe(body.position);
    expect(headers.get('etag')).toBe(`W/"${before}"`);
  });

  it('has a position that makes the next query see the write', async () => {
    for (let round = 0; round < 10; round += 1) {
      const body = signature();
      const { body: recorded } = await send(`${pact}/sign`, body);
      const answer = await get<{ signatories: { position: string }[] }>(service, pact, {
        'jejak-after': recorded.position,
      });
      expect(answer.body.signatories.map(({ position }) => position)).toContain(body.position);
    }
  });
});

describe('a position no view has reached', () => {
  it('is answered with 503 and when to ask again', async () => {
    const answer = await get<ProblemBody>(service, pact, {
      'jejak-after': '9999999999999/9999999999999',
    });
    expect([answer.status, answer.body.code]).toEqual([503, 'view.not-there-yet']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.headers.get('jejak-position')).toMatch(/^\d+\/\d+$/);
  });

  it('is refused when it is not a position', async () => {
    for (const text of ['soon', '1', '1/2/3', '-1/-1', `${'9'.repeat(40)}/1`]) {
      const answer = await get<ProblemBody>(service, pact, { 'jejak-after': text });
      expect([text, answer.status, answer.body.code]).toEqual([text, 400, 'request.invalid']);
    }
  });
});

it('a command repeated after a restart is recorded once and gets the answer of its first try', async () => {
  const [body, key] = [signature(), randomUUID()];
  const first = await send(`${pact}/sign`, body, key);
  const ranking = await rankingOf(service, { year: '2019' });
  await service.stop();
  service = await startService(service.data);
  const again = await commandsOf(service, { as: 'operator' })(`${pact}/sign`, body, key);
  expect([again.status, isReplay(again)]).toEqual([201, true]);
  expect(again.text).toBe(first.text);
  expect(await signaturesOf(body)).toHaveLength(1);
  const { position: before, ...facts } = ranking;
  expect(await rankingOf(service, { year: '2019' }, before)).toMatchObject(facts);
});
