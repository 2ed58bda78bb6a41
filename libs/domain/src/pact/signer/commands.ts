import type { CommandContext } from '../../command-context';
import type { Instant } from '../../values';
import type { PactParty } from '../events';
import type { PactState } from '../state';
import type { SignatureClaimed } from './events';

/** The pact that claimed the signature last, as it was read for this decision. */
export interface HolderReading {
  readonly pact: string;
  /** Before the pact was read; it has everything that was recorded until then. */
  readonly readAt: Instant;
  readonly state: PactState;
}

export type ClaimSignature = CommandContext &
  Omit<SignatureClaimed['data'], 'claimedAt'> & {
    readonly type: 'ClaimSignature';
    /** Who signs, and for which region; not recorded. */
    readonly party: PactParty & { readonly region: string };
    /** Null where nobody claimed it, or this pact itself did. */
    readonly holder: HolderReading | null;
  };
