import { randomUUID } from 'node:crypto';

import { type ProblemBody, commandsOf, postText, tokenOf } from './support/http';
import { type Service, cleanUp, startService } from './support/service';
import { eventsOf } from './support/streams';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(cleanUp);

describe('who sends a command', () => {
  const path = '/v1/regions/32/register';
  const body = JSON.stringify({ name: 'Provinsi Jawa Barat', level: 'province' });
  const post = (authorization?: string) =>
    postText(service, path, body, {
      'idempotency-key': randomUUID(),
      ...(authorization === undefined ? {} : { authorization }),
    });

  it('must show a token: without one, 401 that says which scheme', async () => {
    const answer = await post();
    expect([answer.status, answer.body.code]).toEqual([401, 'access.token-missing']);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="jejak"');
  });

  it('must show a token that this service trusts, unchanged', async () => {
    const elsewhere = await startService();
    const good = await tokenOf(service, { as: 'operator' });
    const [header, claims, signature] = good.split('.');
    const forged = Buffer.from(
      JSON.stringify({
        ...(JSON.parse(Buffer.from(claims!, 'base64url').toString()) as object),
        sub: 'somebody-else',
      }),
    ).toString('base64url');
    const unsigned = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' }));
    for (const token of [
      'abc',
      `${good}x`,
      `${header}.${forged}.${signature}`,
      `${unsigned.toString('base64url')}.${claims}.`,
      await tokenOf(elsewhere, { as: 'operator' }),
    ]) {
      const answer = await post(`Bearer ${token}`);
      expect([answer.status, answer.body.code]).toEqual([401, 'access.token-invalid']);
      expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"');
    }
    await elsewhere.stop();
  });

  it('cannot show a token in the address or under another scheme', async () => {
    const good = await tokenOf(service, { as: 'operator' });
    expect((await post(`Basic ${good}`)).status).toBe(401);
    const answer = await postText(service, `${path}?access_token=${good}`, body);
    expect(answer.status).toBe(401);
  });

  it('is recorded as the subject of the token', async () => {
    const rina = commandsOf(service, { as: 'operator', subject: 'rina@kominfo', regions: ['*'] });
    const answer = await rina('/v1/regions/33/register', {
      name: 'Provinsi Jawa Tengah',
      level: 'province',
    });
    const [event] = await eventsOf(service, answer.body.stream);
    expect(event!.metadata.actor).toEqual({ kind: 'person', id: 'rina@kominfo' });
  });

  it('cannot be named by the body: actor and its like are unknown fields', async () => {
    const operator = commandsOf(service, { as: 'operator' });
    for (const field of ['actor', 'actorId', 'subject', 'recordedAt', 'at', 'approvedBy']) {
      const answer = await operator<ProblemBody>('/v1/regions/34/register', {
        name: 'DI Yogyakarta',
        level: 'province',
        [field]: 'somebody-else',
      });
      expect([answer.status, answer.body.code, answer.body.field]).toEqual([
        400,
        'request.unknown-field',
        field,
      ]);
    }
    expect(await eventsOf(service, 'region-34')).toEqual([]);
  });
});
