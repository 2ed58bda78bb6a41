import type { Decider } from '../../decider';
import { claimSignature } from './claim-signature';
import type { ClaimSignature } from './commands';
import type { PactSignerEvent } from './events';
import { evolve, initialState, type PactSignerState } from './state';

export { claimHeldFor, claimUsedFor } from './claim-times';
export type * from './commands';
export type * from './events';
export type { PactSignerState, SignerClaim } from './state';

/**
 * One valid signature per person, position and text, across pacts. A stream is the only thing the
 * store keeps whole, and pact and signer are two: so the pact claims first and signs within
 * `claimUsedFor`, and nobody takes a claim over before the pact that made it has no signature and
 * can get none any more, be it for its state or because `claimHeldFor` has passed.
 */
export const pactSigner: Decider<PactSignerState, ClaimSignature, PactSignerEvent> = {
  initialState,
  decide: claimSignature,
  evolve,
};
