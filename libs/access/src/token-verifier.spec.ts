import { exportJWK, generateKeyPair, type CryptoKey, type JWK, SignJWT } from 'jose';

import { createTokenVerifier } from './token-verifier';

const issuer = 'https://id.example';
const audience = 'https://jejak.example';
const claims = { actor_kind: 'person', roles: ['operator'], regions: ['36'] };
const seconds = 1_000;

describe('a token that was accepted', () => {
  let signing: CryptoKey;
  let jwk: JWK;
  const start = Date.parse('2025-03-04T05:06:07.000Z');
  const iat = start / seconds;

  beforeAll(async () => {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
    signing = privateKey;
    jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'EdDSA' };
  });
  beforeEach(() => {
    jest.useFakeTimers({ now: start, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  const verifier = () => createTokenVerifier({ jwks: { keys: [jwk] }, issuer, audience });
  const signatures = () => jest.spyOn(crypto.subtle, 'verify');
  const token = (payload: object = {}) =>
    new SignJWT({ ...claims, iss: issuer, aud: audience, sub: 'siti', ...payload })
      .setIssuedAt(iat)
      .setExpirationTime(iat + 600)
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'k1' })
      .sign(signing);

  it('gives the same principal again without its signature being verified again', async () => {
    const tokens = verifier();
    const sent = await token();
    const verify = signatures();
    const first = await tokens.verify(sent);
    expect(await tokens.verify(sent)).toEqual(first);
    expect(verify).toHaveBeenCalledTimes(1);
  });

  it('is verified anew from its expiry on, and then refused once the tolerance is over', async () => {
    const tokens = verifier();
    const sent = await token();
    const verify = signatures();
    await tokens.verify(sent);
    jest.setSystemTime(start + 599 * seconds);
    await tokens.verify(sent);
    expect(verify).toHaveBeenCalledTimes(1);
    jest.setSystemTime(start + 600 * seconds);
    await tokens.verify(sent);
    expect(verify).toHaveBeenCalledTimes(2);
    jest.setSystemTime(start + 631 * seconds);
    await expect(tokens.verify(sent)).rejects.toMatchObject({ code: 'access.token-invalid' });
  });

  it('is verified anew when the clock is set back: it may not be valid yet', async () => {
    const tokens = verifier();
    const sent = await token({ nbf: iat });
    await tokens.verify(sent);
    jest.setSystemTime(start - 60 * seconds);
    await expect(tokens.verify(sent)).rejects.toMatchObject({ code: 'access.token-invalid' });
  });

  it('lends nothing to one that differs in its signature only', async () => {
    const tokens = verifier();
    const sent = await token();
    await tokens.verify(sent);
    const signatureAt = sent.lastIndexOf('.') + 1;
    const first = sent.charAt(signatureAt) === 'A' ? 'B' : 'A';
    const forged = sent.slice(0, signatureAt) + first + sent.slice(signatureAt + 1);
    await expect(tokens.verify(forged)).rejects.toMatchObject({ code: 'access.token-invalid' });
  });

  it('is the only kind that is kept: a refused one is verified every time', async () => {
    const tokens = verifier();
    const refused = await token({ roles: ['root'] });
    const verify = signatures();
    for (let time = 0; time < 2; time += 1) {
      await expect(tokens.verify(refused)).rejects.toMatchObject({ code: 'access.token-invalid' });
    }
    expect(verify).toHaveBeenCalledTimes(2);
  });

  it('is not kept when it is very long, so that a few cannot push out all others', async () => {
    const tokens = verifier();
    const long = await token({ name: 'x'.repeat(9_000) });
    const verify = signatures();
    await tokens.verify(long);
    await tokens.verify(long);
    expect(verify).toHaveBeenCalledTimes(2);
  });
});
