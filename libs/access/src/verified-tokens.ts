import { LRUCache } from 'lru-cache';

import type { Principal } from './principal';

interface Verified {
  readonly principal: Principal;
  /** Seconds since the epoch. */
  readonly at: number;
  readonly expires: number;
}

/** Characters of tokens kept, over all of them: some 10,000 tokens of usual length. */
const MOST_CHARACTERS = 8 * 2 ** 20;

/** Longer tokens are verified each time, so that a few cannot push out all others. */
const LONGEST_KEPT = 8 * 2 ** 10;

/**
 * Tokens whose signature and claims were found good, each until the expiry it names, so that a
 * caller's next request does not pay for the same signature again. Refused tokens are never kept.
 *
 * What it costs: a key withdrawn from the issuer's set stops new tokens at once, but a token that
 * was accepted before stays accepted for the rest of its lifetime, 15 minutes at most.
 */
export class VerifiedTokens {
  readonly #tokens = new LRUCache<string, Verified>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: (_, token) => token.length,
    maxEntrySize: LONGEST_KEPT,
  });

  /** Undefined when the token is not known, has expired, or the clock was set back since. */
  principalOf(token: string, now: number): Principal | undefined {
    const verified = this.#tokens.get(token);
    if (verified === undefined) return undefined;
    if (verified.at <= now && now < verified.expires) return verified.principal;
    this.#tokens.delete(token);
    return undefined;
  }

  keep(token: string, principal: Principal, at: number, expires: number): void {
    this.#tokens.set(token, { principal, at, expires });
  }
}
