import { problem, Problem } from '@jejak/http';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { EVERYWHERE, isRegionCode, isRole, type Principal } from './principal';
import { VerifiedTokens } from './verified-tokens';

export interface TokenVerifier {
  /** The principal of an access token (RFC 9068). Throws `access.token-invalid` without saying why. */
  verify(token: string): Promise<Principal>;
}

export interface TokenRules {
  /** The issuer's public keys, or the one fixed address they are fetched from. */
  readonly jwks: JSONWebKeySet | URL;
  readonly issuer: string;
  readonly audience: string;
}

/** Seconds. */
const CLOCK_TOLERANCE = 30;

/** Seconds between `iat` and `exp` at most. */
export const LONGEST_LIFETIME = 15 * 60;

const SUBJECT = /^[\x21-\x7e]{1,200}$/;

/**
 * Accepts only what is pinned: issuer, audience, `typ: at+jwt`, EdDSA or ES256, a key of the given
 * set (`jwk`, `jku` and `x5u` headers are not looked at), and a lifetime of 15 minutes at most.
 * Throws `access.keys-unavailable` when the keys cannot be fetched.
 *
 * A token that was accepted is not verified again before it expires, also when its key is withdrawn
 * meanwhile: see `VerifiedTokens`.
 */
export function createTokenVerifier({ jwks, issuer, audience }: TokenRules): TokenVerifier {
  const keyOf = jwks instanceof URL ? remoteKeys(jwks) : createLocalJWKSet(jwks);
  const rules = {
    issuer,
    audience,
    typ: 'at+jwt',
    algorithms: ['EdDSA', 'ES256'],
    clockTolerance: CLOCK_TOLERANCE,
    maxTokenAge: LONGEST_LIFETIME,
    requiredClaims: ['exp', 'iat', 'sub'],
  };
  const verified = new VerifiedTokens();
  return {
    async verify(token) {
      const now = Math.floor(Date.now() / 1_000);
      const known = verified.principalOf(token, now);
      if (known !== undefined) return known;
      try {
        const { payload } = await jwtVerify(token, keyOf, rules);
        const principal = principalOf(payload);
        if (principal !== null) {
          verified.keep(token, principal, now, payload.exp ?? now);
          return principal;
        }
      } catch (error) {
        if (error instanceof Problem) throw error;
        throw tokenInvalid(error);
      }
      throw tokenInvalid();
    },
  };
}

/** One answer for every flaw: a caller who guesses learns nothing from it. */
function tokenInvalid(cause?: unknown): Problem {
  const headers = { 'WWW-Authenticate': 'Bearer realm="jejak", error="invalid_token"' };
  return problem('access.token-invalid', { headers, cause });
}

/** Tells a key that is not in the set (the token's fault) from a set that cannot be had (ours). */
function remoteKeys(address: URL): JWTVerifyGetKey {
  const fetched = createRemoteJWKSet(address, { timeoutDuration: 3_000 });
  return async (header, token) => {
    try {
      return await fetched(header, token);
    } catch (error) {
      const isOfToken =
        error instanceof errors.JWKSNoMatchingKey ||
        error instanceof errors.JWKSMultipleMatchingKeys ||
        error instanceof errors.JOSENotSupported;
      if (isOfToken) throw error;
      throw problem('access.keys-unavailable', { cause: error });
    }
  };
}

/** The claims as a principal; null unless all of them have exactly the expected shape. */
function principalOf(claims: JWTPayload): Principal | null {
  const { sub, exp, iat, actor_kind: kind, roles, regions } = claims;
  if (typeof exp !== 'number' || typeof iat !== 'number') return null;
  if (exp - iat > LONGEST_LIFETIME || exp <= iat) return null;
  if (typeof sub !== 'string' || !SUBJECT.test(sub)) return null;
  if (kind !== 'person' && kind !== 'system') return null;
  if (!isListOf(roles, isRole) || !isListOf(regions, isJurisdiction)) return null;
  return { kind, id: sub, roles, regions };
}

function isListOf<Item>(
  value: unknown,
  isItem: (item: unknown) => item is Item,
): value is readonly Item[] {
  return Array.isArray(value) && value.length <= 1_000 && value.every(isItem);
}

function isJurisdiction(value: unknown): value is string {
  return typeof value === 'string' && (value === EVERYWHERE || isRegionCode(value));
}
