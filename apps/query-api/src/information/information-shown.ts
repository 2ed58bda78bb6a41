import type { InformationDocument } from '@jejak/views';

import type { Unconfirmed } from '../policy/policy-versions';

/** A request, with what no source confirms of the terms it has. */
export interface InformationShown extends InformationDocument {
  /** Of version `countedBy.termsVersion` of `information-terms`. */
  readonly unconfirmed: readonly string[];
}

export const informationShown = (
  request: InformationDocument,
  unconfirmed: Unconfirmed<'information-terms'>,
): InformationShown => ({
  ...request,
  unconfirmed: unconfirmed('information-terms', request.countedBy.termsVersion),
});
