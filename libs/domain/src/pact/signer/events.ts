import type { DomainEvent } from '../../decider';
import type { Instant } from '../../values';
import type { PactKey } from '../events';

/**
 * Stream `pactsigner-<signer>`: one person in one position under one text. A pact claims their
 * signature here before it is recorded in the pact, so that the same person does not sign the same
 * text in the same position in two pacts at once. Whether the claim still keeps others out, the pact
 * that made it says: it has the signature, may still get it, or never will.
 */
export type SignatureClaimed = DomainEvent<
  'SignatureClaimed',
  PactKey & {
    /** SHA-256 over text, region, position and name: the name itself stands in the pact alone. */
    readonly signer: string;
    readonly textVersion: string;
    readonly claimedAt: Instant;
  }
>;

export type PactSignerEvent = SignatureClaimed;
