import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type JSONWebKeySet,
  type JWK,
} from 'jose';
import type { Principal, Role } from './principal';
import { LONGEST_LIFETIME } from './token-verifier';

export const BUILT_IN_ISSUER = 'urn:jejak:built-in-issuer';
export const BUILT_IN_AUDIENCE = 'urn:jejak:api';

export interface TokenRequest {
  readonly as: Role;
  readonly regions: readonly string[];
  /** `demo-<role>` unless told. */
  readonly subject?: string;
  readonly kind?: Principal['kind'];
  /** Whole seconds, 900 at most and unless told. */
  readonly lifetimeSeconds?: number;
}

/** Signs tokens for trying the service out, without an identity provider. */
export interface BuiltInIssuer {
  readonly jwks: JSONWebKeySet;
  readonly issuer: string;
  readonly audience: string;
  issueToken(request: TokenRequest): Promise<string>;
}

/** In production, whoever can read the data folder could be anybody. */
export class BuiltInIssuerRefused extends Error {
  override readonly name = 'BuiltInIssuerRefused';
  readonly code = 'access.built-in-issuer-in-production';
  constructor() {
    super(
      'The built-in token issuer is for trying out and does not start with NODE_ENV=production. ' +
        'Give the address, issuer and audience of your identity provider instead.',
    );
  }
}

/** The file with the signing key holds something else. */
export class IssuerKeyUnreadable extends Error {
  override readonly name = 'IssuerKeyUnreadable';
  readonly code = 'access.issuer-key-unreadable';
  constructor(
    file: string,
    override readonly cause?: unknown,
  ) {
    super(`${file} does not hold an Ed25519 private key. Move it away to have a new one made.`);
  }
}

/**
 * Opens the issuer whose Ed25519 key lives in `<directory>/issuer-key.json` (mode 0600), making it
 * on first use. Several processes opening one directory at once get one key.
 */
export async function openBuiltInIssuer({
  directory,
  environment = process.env['NODE_ENV'],
}: {
  readonly directory: string;
  readonly environment?: string | undefined;
}): Promise<BuiltInIssuer> {
  if (environment === 'production') throw new BuiltInIssuerRefused();
  const file = join(directory, 'issuer-key.json');
  const secret = (await storedKey(file)) ?? (await madeKey(directory, file));
  const key = await importJWK(secret, 'EdDSA');
  const kid = await calculateJwkThumbprint(secret);
  const shown = { kty: 'OKP', crv: 'Ed25519', x: secret.x, kid, alg: 'EdDSA', use: 'sig' } as const;
  return {
    jwks: { keys: [shown] },
    issuer: BUILT_IN_ISSUER,
    audience: BUILT_IN_AUDIENCE,
    async issueToken(request) {
      const { as, regions, subject = `demo-${as}`, kind = 'person' } = request;
      const issuedAt = Math.floor(Date.now() / 1_000);
      return new SignJWT({ actor_kind: kind, roles: [as], regions: [...regions] })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid })
        .setIssuer(BUILT_IN_ISSUER)
        .setAudience(BUILT_IN_AUDIENCE)
        .setSubject(subject)
        .setJti(randomUUID())
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifetimeOf(request))
        .sign(key);
    },
  };
}

function lifetimeOf({ lifetimeSeconds = LONGEST_LIFETIME }: TokenRequest): number {
  if (
    Number.isInteger(lifetimeSeconds) &&
    lifetimeSeconds > 0 &&
    lifetimeSeconds <= LONGEST_LIFETIME
  ) {
    return lifetimeSeconds;
  }
  throw new RangeError(`A token lives 1 to ${LONGEST_LIFETIME} whole seconds`);
}

/** Ed25519 private key as a JWK. */
type SecretKey = JWK & { readonly x: string; readonly d: string };

async function storedKey(file: string): Promise<SecretKey | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  }
  try {
    const key: unknown = JSON.parse(text);
    if (isSecretKey(key)) return key;
  } catch (error) {
    throw new IssuerKeyUnreadable(file, error);
  }
  throw new IssuerKeyUnreadable(file);
}

/** Written aside, made durable, then linked: the key file is whole or not there. */
async function madeKey(directory: string, file: string): Promise<SecretKey> {
  await mkdir(directory, { recursive: true });
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const aside = `${file}.${randomUUID()}`;
  const handle = await open(aside, 'wx', 0o600);
  try {
    await handle.writeFile(JSON.stringify(await exportJWK(privateKey)));
    await handle.sync();
    await link(aside, file);
  } catch (error) {
    // Another process was first; its key is the one.
    if (!isErrno(error, 'EEXIST')) throw error;
  } finally {
    await handle.close();
    await unlink(aside);
  }
  const kept = await storedKey(file);
  if (kept === null) throw new IssuerKeyUnreadable(file);
  return kept;
}

function isSecretKey(key: unknown): key is SecretKey {
  if (typeof key !== 'object' || key === null) return false;
  const { kty, crv, x, d } = key as Record<string, unknown>;
  return kty === 'OKP' && crv === 'Ed25519' && typeof x === 'string' && typeof d === 'string';
}

function isErrno(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
