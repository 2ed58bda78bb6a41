import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { startWithFacts } from './support/facts';
import {
  commandsOf,
  get,
  type Identity,
  postText,
  type ProblemBody,
  tokenOf,
} from './support/http';
import { type Service, cleanUp } from './support/service';
import { eventsOf } from './support/streams';
import { complaintBodies } from './support/bodies/complaint';

const id = 'e3f3b6d2-1c2e-4b8a-8f45-6a7b8c9d0e1f';
const reporter = `/v1/reporters/${id}`;
const complaint = '/v1/complaints/7d0e7e0e-95b6-4f0c-9c3a-7f5e2a1b4c03';
const canaries = ['A. Canary', '0812-0000-0000', 'The fee was asked', 'It was paid back'];

let service: Service;
const as = (role: Identity['as'], subject: string) => commandsOf(service, { as: role, subject });
const bodyOf = (path: string): object => complaintBodies[path] ?? {};

beforeAll(async () => {
  ({ service } = await startWithFacts());
  const operator = as('operator', 'operator-1');
  for (const path of [
    `${reporter}/seal`,
    ...['file', 'acknowledge', 'assign', 'answer'].map((step) => `${complaint}/${step}`),
  ]) {
    expect([path, (await operator(path, bodyOf(path))).status]).toEqual([path, 201]);
  }
});
afterAll(cleanUp);

async function identityAs(subject: string, role: Identity['as'] = 'verifier') {
  const authorization = `Bearer ${await tokenOf(service, { as: role, subject })}`;
  return get<ProblemBody & { name?: string }>(service, `${reporter}/identity`, { authorization });
}

describe('the identity of a reporter', () => {
  it('is read by nobody until two persons agreed, and then by these two only', async () => {
    expect((await identityAs('ani')).body.code).toBe('access.not-permitted');
    const request = bodyOf(`${reporter}/request-unmasking`);
    expect((await as('verifier', 'ani')(`${reporter}/request-unmasking`, request)).status).toBe(
      201,
    );
    const alone = await as('verifier', 'ani')<ProblemBody>(`${reporter}/approve-unmasking`, {});
    expect([alone.status, alone.body.code]).toEqual([409, 'complaint.approver-is-requester']);
    const agreed = await as('verifier', 'budi')(`${reporter}/approve-unmasking`, {});
    expect(agreed.status).toBe(201);
    expect(agreed.text).not.toContain('Canary');
    for (const reader of ['ani', 'budi'])
      expect((await identityAs(reader)).body.name).toBe('A. Canary');
    for (const [reader, role] of [
      ['citra', 'verifier'],
      ['ani', 'operator'],
    ] as const) {
      expect((await identityAs(reader, role)).status).toBe(403);
    }
  });

  it('is repeated safely, and another body under the key is told from it', async () => {
    const authorization = `Bearer ${await tokenOf(service, { as: 'operator' })}`;
    const send = (body: object) =>
      postText(service, path, JSON.stringify(body), { authorization, 'idempotency-key': 'once' });
    const path = '/v1/reporters/11111111-1111-4111-8111-111111111111/seal';
    const body = bodyOf(`${reporter}/seal`);
    expect((await send(body)).status).toBe(201);
    const again = await send(body);
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
    const other = await send({ ...body, name: 'B. Other' });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency.key-reused']);
  });

  it('stands nowhere in the log, the views, the trail or the files in clear', async () => {
    const shown = await Promise.all(
      ['/v1/complaints', '/v1/audit/trail?limit=200', complaint].map((path) => get(service, path)),
    );
    const events = await Promise.all(
      [`reporter-${id}`, complaint.replace('/v1/complaints/', 'complaint-')].map((stream) =>
        eventsOf(service, stream),
      ),
    );
    const texts = [...shown.map(({ text }) => text), JSON.stringify(events)];
    for (const canary of canaries) for (const text of texts) expect(text).not.toContain(canary);
    const files = await readdir(service.data, { recursive: true, withFileTypes: true });
    for (const file of files.filter((one) => one.isFile())) {
      const bytes = await readFile(join(file.parentPath, file.name));
      const found = canaries.filter((canary) => bytes.includes(canary));
      expect([file.name, found]).toEqual([file.name, []]);
    }
  });
});

describe('what a complaint says', () => {
  interface Texts {
    readonly text: string;
    readonly answers: readonly { readonly answeredOn: string; readonly text: string }[];
    readonly code?: string;
  }
  const read = (reader: string, role: Identity['as'] = 'operator') =>
    as(role, reader)<Texts>(`${complaint}/read`, {});
  const readings = async () =>
    (await eventsOf(service, complaint.replace('/v1/complaints/', 'complaint-'))).filter(
      ({ type }) => type === 'ComplaintRead',
    );

  it('is read by the officer it is assigned to, who is recorded first', async () => {
    const { status, body } = await read('operator-1');
    expect([status, body]).toMatchObject([
      201,
      {
        text: 'The fee was asked in cash.',
        answers: [{ answeredOn: '2026-02-16', text: 'It was paid back.' }],
      },
    ]);
    expect((await readings()).map(({ data }) => data)).toMatchObject([{ readBy: 'operator-1' }]);
  });

  it('is read by nobody else, and nothing is recorded of the attempt', async () => {
    const before = (await readings()).length;
    const other = await read('operator-2');
    expect([other.status, other.body.code]).toEqual([409, 'complaint.reader-not-handler']);
    expect((await read('operator-1', 'verifier')).status).toBe(403);
    expect((await readings()).length).toBe(before);
  });

  it('is not shown again under an old key', async () => {
    const authorization = `Bearer ${await tokenOf(service, { as: 'operator', subject: 'operator-1' })}`;
    const send = () =>
      postText(service, `${complaint}/read`, '{}', { authorization, 'idempotency-key': 'again' });
    const [first, second] = [await send(), await send()];
    expect([first.status, first.headers.get('cache-control')]).toEqual([201, 'no-store']);
    expect([second.status, second.text.includes('fee')]).toEqual([422, false]);
  });
});

it('a complaint shows how its terms were kept', async () => {
  const { body } = await get(service, complaint);
  expect(body).toMatchObject({ status: 'answered', forwardedLate: false, answeredLate: false });
});
