import type { ErasureDocument } from '@jejak/views';

import type { Unconfirmed } from '../policy/policy-versions';

/** A request, with what no source confirms of the rules its term follows from. */
export interface ErasureShown extends ErasureDocument {
  readonly unconfirmed: readonly string[];
}

export const erasureShown = (
  request: ErasureDocument,
  unconfirmed: Unconfirmed<'erasure-rules'>,
): ErasureShown => ({
  ...request,
  unconfirmed: unconfirmed('erasure-rules', request.policyVersion),
});
