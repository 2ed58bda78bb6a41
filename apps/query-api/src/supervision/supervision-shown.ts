import type { ShownRecommendation, SupervisionDocument } from '@jejak/views';

import type { Unconfirmed } from '../policy/policy-versions';

/** A meeting; each recommendation says what no source confirms of the term it set. */
export interface SupervisionShown extends SupervisionDocument {
  readonly recommendations: readonly (ShownRecommendation & {
    /** Of version `policyVersion` of `supervision-terms`. */
    readonly unconfirmed: readonly string[];
  })[];
}

export const supervisionShown = (
  meeting: SupervisionDocument,
  unconfirmed: Unconfirmed<'supervision-terms'>,
): SupervisionShown => ({
  ...meeting,
  recommendations: meeting.recommendations.map((one) => ({
    ...one,
    unconfirmed: unconfirmed('supervision-terms', one.policyVersion),
  })),
});
