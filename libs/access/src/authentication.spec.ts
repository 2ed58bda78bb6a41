import { createHmac, createPublicKey, type JsonWebKey, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Controller, Get, Req } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { createHttpAdapter, ProblemCatalogueController, ProblemFilter } from '@jejak/http';
import type { FastifyRequest } from 'fastify';
import { exportJWK, generateKeyPair, type CryptoKey, type JWK, SignJWT } from 'jose';
import {
  AuthenticationGuard,
  type BuiltInIssuer,
  BuiltInIssuerRefused,
  createTokenVerifier,
  openBuiltInIssuer,
  principalOf,
  Public,
  ROLES,
} from './index';

@Controller()
class WhoController {
  @Get('who') who(@Req() request: FastifyRequest) {
    return principalOf(request);
  }
  @Public() @Get('open') open() {
    return { open: true };
  }
}

const issuer = 'https://id.example';
const audience = 'https://jejak.example';
const now = () => Math.floor(Date.now() / 1_000);
const claims = { actor_kind: 'person', roles: ['operator'], regions: ['36'] };

describe('authentication', () => {
  let app: NestFastifyApplication;
  let ours: { privateKey: CryptoKey; publicKey: CryptoKey };
  let theirs: { privateKey: CryptoKey; publicKey: CryptoKey };
  let publicJwk: JWK;

  beforeAll(async () => {
    ours = await generateKeyPair('EdDSA', { extractable: true });
    theirs = await generateKeyPair('EdDSA', { extractable: true });
    publicJwk = { ...(await exportJWK(ours.publicKey)), kid: 'k1', alg: 'EdDSA' };
    const verifier = createTokenVerifier({ jwks: { keys: [publicJwk] }, issuer, audience });
    const module = await Test.createTestingModule({
      controllers: [WhoController, ProblemCatalogueController],
    }).compile();
    app = module.createNestApplication<NestFastifyApplication>(createHttpAdapter());
    app.useLogger(false);
    app.useGlobalFilters(new ProblemFilter());
    app.useGlobalGuards(new AuthenticationGuard(verifier));
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });

  afterAll(() => app.close());

  interface Changes {
    readonly header?: object;
    readonly payload?: object;
    readonly key?: CryptoKey;
  }

  function token({ header = {}, payload = {}, key = ours.privateKey }: Changes = {}) {
    const standard = { iss: issuer, aud: audience, sub: 'siti', iat: now(), exp: now() + 600 };
    return new SignJWT({ ...claims, ...standard, ...payload })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'k1', ...header })
      .sign(key);
  }

  function get(url: string, authorization?: string) {
    return app.inject({ url, headers: authorization === undefined ? {} : { authorization } });
  }

  const json = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  async function expectInvalid(sent: string) {
    const reply = await get('/who', `Bearer ${sent}`);
    expect(reply.statusCode).toBe(401);
    expect(reply.headers['www-authenticate']).toBe('Bearer realm="jejak", error="invalid_token"');
    expect(reply.json()).toMatchObject({
      code: 'access.token-invalid',
      detail: 'The bearer token is not accepted.',
    });
  }

  it('makes a principal of a good token', async () => {
    const reply = await get('/who', `bearer ${await token()}`);
    expect(reply.json()).toEqual({
      kind: 'person',
      id: 'siti',
      roles: ['operator'],
      regions: ['36'],
    });
  });

  it('asks for a token where none was sent, and lets nobody past', async () => {
    for (const sent of [undefined, '', 'Basic YTpi', 'Bearer', 'Bearer a b']) {
      const reply = await get('/who', sent);
      expect([sent, reply.statusCode]).toEqual([sent, 401]);
      expect(reply.json().code).toBe('access.token-missing');
      expect(reply.headers['www-authenticate']).toBe('Bearer realm="jejak"');
    }
  });

  it('opens public routes, the problem catalogue among them', async () => {
    expect((await get('/open')).statusCode).toBe(200);
    expect((await get('/problems/access.token-missing')).statusCode).toBe(200);
  });

  it.each<[string, () => Changes]>([
    ['another audience', () => ({ payload: { aud: 'https://other.example' } })],
    ['no audience', () => ({ payload: { aud: undefined } })],
    ['another issuer', () => ({ payload: { iss: 'https://id.example.evil' } })],
    ['an ID token', () => ({ header: { typ: 'JWT' } })],
    ['no type', () => ({ header: { typ: undefined } })],
    ['an expired token', () => ({ payload: { iat: now() - 500, exp: now() - 61 } })],
    ['no expiry', () => ({ payload: { exp: undefined } })],
    ['no time of issue', () => ({ payload: { iat: undefined } })],
    ['a token from the future', () => ({ payload: { iat: now() + 120, exp: now() + 300 } })],
    ['a token not valid yet', () => ({ payload: { nbf: now() + 120 } })],
    ['a lifetime over 15 minutes', () => ({ payload: { exp: now() + 901 } })],
    ['an unknown key', () => ({ header: { kid: 'k2' } })],
    ['another key under a known id', () => ({ key: theirs.privateKey })],
    ['an unknown critical header', () => ({ header: { crit: ['x'], x: 1 } })],
    ['no subject', () => ({ payload: { sub: undefined } })],
    ['a subject with a line break', () => ({ payload: { sub: 'a\nb' } })],
    ['no kind of actor', () => ({ payload: { actor_kind: undefined } })],
    ['a role nobody knows', () => ({ payload: { roles: ['operator', 'root'] } })],
    ['roles as text', () => ({ payload: { roles: 'operator' } })],
    ['a region that is no code', () => ({ payload: { regions: ['36.7'] } })],
    ['no regions', () => ({ payload: { regions: undefined } })],
  ])('refuses %s, without saying why', async (_, changes) => {
    await expectInvalid(await signed(changes()));
  });

  /** jose refuses to sign with an unknown critical header unless told that it is meant. */
  async function signed(changes: Changes): Promise<string> {
    const header = { alg: 'EdDSA', typ: 'at+jwt', kid: 'k1', ...changes.header };
    if (!('crit' in header)) return token(changes);
    const good = await token();
    return [json(header), ...good.split('.').slice(1)].join('.');
  }

  it('refuses a key the token brings along', async () => {
    const jwk = await exportJWK(theirs.publicKey);
    await expectInvalid(await token({ header: { jwk }, key: theirs.privateKey }));
    const jku = 'http://127.0.0.1:1/jwks.json';
    await expectInvalid(await token({ header: { jku, x5u: jku }, key: theirs.privateKey }));
    await expectInvalid(await token({ header: { jku, kid: undefined }, key: theirs.privateKey }));
  });

  it('refuses alg none and HS256 signed with the public key', async () => {
    const payload = json({
      ...claims,
      iss: issuer,
      aud: audience,
      sub: 'x',
      iat: now(),
      exp: now() + 60,
    });
    for (const alg of ['none', 'None', 'NONE']) {
      await expectInvalid(`${json({ alg, typ: 'at+jwt', kid: 'k1' })}.${payload}.`);
    }
    const pem = createPublicKey({ key: publicJwk as JsonWebKey, format: 'jwk' });
    const text = pem.export({ type: 'spki', format: 'pem' });
    const input = `${json({ alg: 'HS256', typ: 'at+jwt', kid: 'k1' })}.${payload}`;
    for (const secret of [
      text,
      JSON.stringify(publicJwk),
      Buffer.from(publicJwk.x ?? '', 'base64url'),
    ]) {
      const mac = createHmac('sha256', secret).update(input).digest('base64url');
      await expectInvalid(`${input}.${mac}`);
    }
  });

  it('refuses a stripped, swapped or mangled signature and any change of the payload', async () => {
    const [header = '', payload = '', signature = ''] = (await token()).split('.');
    await expectInvalid(`${header}.${payload}.`);
    await expectInvalid(`${header}.${payload}`);
    await expectInvalid(`${header}.${payload}.${randomBytes(64).toString('base64url')}`);
    await expectInvalid(`${header}.${payload}.${signature.slice(0, -4)}`);
    const more = { ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object) };
    await expectInvalid(`${header}.${json({ ...more, roles: ['verifier'] })}.${signature}`);
    await expectInvalid('a.b.c');
    await expectInvalid('...');
  });

  it('tells keys that cannot be fetched from a bad token', async () => {
    let isUp = true;
    const server = createServer((_, reply) => {
      reply.statusCode = isUp ? 200 : 500;
      reply.end(JSON.stringify({ keys: [publicJwk] }));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const jwks = new URL(`http://127.0.0.1:${port}/jwks.json`);
    try {
      const verifier = createTokenVerifier({ jwks, issuer, audience });
      expect(await verifier.verify(await token())).toMatchObject({ id: 'siti' });
      const unknown = token({ header: { kid: 'k2' } });
      await expect(verifier.verify(await unknown)).rejects.toMatchObject({ status: 401 });
      isUp = false;
      const fresh = createTokenVerifier({ jwks, issuer, audience });
      await expect(fresh.verify(await token())).rejects.toMatchObject({
        status: 503,
        code: 'access.keys-unavailable',
      });
    } finally {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
  });
});

describe('the built-in issuer', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'jejak-issuer-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  const verifierOf = ({ jwks, issuer: iss, audience: aud }: BuiltInIssuer) =>
    createTokenVerifier({ jwks, issuer: iss, audience: aud });

  it('issues tokens its verifier accepts, again after a restart', async () => {
    const first = await openBuiltInIssuer({ directory: join(directory, 'new', 'folder') });
    const sent = await first.issueToken({ as: 'verifier', regions: ['36'] });
    const second = await openBuiltInIssuer({ directory: join(directory, 'new', 'folder') });
    expect(second.jwks).toEqual(first.jwks);
    expect(await verifierOf(second).verify(sent)).toEqual({
      kind: 'person',
      id: 'demo-verifier',
      roles: ['verifier'],
      regions: ['36'],
    });
    expect(JSON.stringify(first.jwks)).not.toContain('"d"');
  });

  it.each(ROLES)('issues a token to a %s', async (as) => {
    const issuer = await openBuiltInIssuer({ directory });
    const { roles, regions } = await verifierOf(issuer).verify(
      await issuer.issueToken({ as, regions: ['*'] }),
    );
    expect([roles, regions]).toEqual([[as], ['*']]);
  });

  it('keeps one key, for its owner only, however many open it at once', async () => {
    const opened = await Promise.all(
      Array.from({ length: 8 }, () => openBuiltInIssuer({ directory })),
    );
    expect(new Set(opened.map(({ jwks }) => JSON.stringify(jwks))).size).toBe(1);
    expect(await readdir(directory)).toEqual(['issuer-key.json']);
    expect((await stat(join(directory, 'issuer-key.json'))).mode & 0o777).toBe(0o600);
  });

  it('does not start in production', async () => {
    const opening = openBuiltInIssuer({ directory, environment: 'production' });
    await expect(opening).rejects.toBeInstanceOf(BuiltInIssuerRefused);
    expect(await readdir(directory)).toEqual([]);
  });

  it('says so when the key file holds something else', async () => {
    for (const content of ['', '{}', 'null', '{"kty":"RSA"}']) {
      await writeFile(join(directory, 'issuer-key.json'), content);
      await expect(openBuiltInIssuer({ directory })).rejects.toMatchObject({
        code: 'access.issuer-key-unreadable',
      });
    }
  });

  it('issues no token its verifier would find too long', async () => {
    const opened = await openBuiltInIssuer({ directory });
    for (const lifetimeSeconds of [0, -1, 901, 1.5, NaN]) {
      const asked = opened.issueToken({ as: 'operator', regions: ['*'], lifetimeSeconds });
      await expect(asked).rejects.toThrow(RangeError);
    }
  });
});
