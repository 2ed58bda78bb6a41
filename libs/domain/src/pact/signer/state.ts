import type { Instant } from '../../values';
import type { PactSignerEvent } from './events';

/** Which pact claimed a signature, and when it last did. */
export interface SignerClaim {
  readonly pact: string;
  readonly claimedAt: Instant;
}

/** `claims` counts them all: a claim is made anew for every try to sign. */
export type PactSignerState = { readonly claims: number; readonly last: SignerClaim | null };

export const initialState = (): PactSignerState => ({ claims: 0, last: null });

export const evolve = (
  { claims }: PactSignerState,
  { data }: PactSignerEvent,
): PactSignerState => ({
  claims: claims + 1,
  last: { pact: data.pact, claimedAt: data.claimedAt },
});
