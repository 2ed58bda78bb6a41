import { isSameParty } from '../parties';
import type { PactState } from '../state';
import type { ClaimSignature } from './commands';

/** Whether somebody's signature stands in a pact, may still come, or never will (again). */
export type SignatureStanding =
  | { readonly is: 'signed'; readonly on: string }
  | { readonly is: 'open' }
  | { readonly is: 'over' };

/**
 * `over` is for ever: a signature that was superseded is not given again in the same pact, and one
 * that is published or superseded takes none.
 */
export function standingOf(state: PactState, party: ClaimSignature['party']): SignatureStanding {
  if (state.status === 'undrafted') return { is: 'open' };
  const found = state.signatures.find(({ signatory }) => isSameParty(signatory, party));
  if (found === undefined) return { is: state.status === 'drafted' ? 'open' : 'over' };
  const signedFor = found.signatory.region ?? state.draft.region;
  return found.superseded === null && state.status !== 'superseded' && signedFor === party.region
    ? { is: 'signed', on: found.signedOn }
    : { is: 'over' };
}
